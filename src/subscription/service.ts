import type { IncomingMessage } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { signerFor } from '../mail/dkim.ts';
import { UserError } from '../model/user-error.ts';
import type { Settings } from '../settings/schema.ts';
import { outboxWriter, removeMailsUntil } from '../store/data-folder.ts';
import { engineOf } from '../store/engine/engine.ts';
import { listLeavers } from '../store/leaver-list.ts';
import { hoursFrom, toMoment } from '../store/moments.ts';
import { openData } from '../store/open-data.ts';
import { keepFormVersion } from '../store/queries/form-versions.ts';
import type { Database } from '../store/schema.ts';
import { serviceErrors } from '../words/service-errors.ts';
import { condition } from './condition.ts';
import { limitSettings } from './limits.ts';
import type { Log } from './log.ts';
import { watchServer } from './mails/contact.ts';
import { createMailer } from './mails/mailer.ts';
import { fileTransport, smtpTransport, type TellOfMail } from './mails/transport.ts';
import { takePart } from './take-part.ts';
import { tidyUp } from './tidy.ts';
import { causeOf } from './trouble.ts';
import { createApp } from './web/app.ts';
import { clientNetwork, isLocal } from './web/client-address.ts';
import { builtAt, frameReader } from './web/frame-folder.ts';

/** The settings that the service itself works by. */
export const serviceSettings = [
  'SMTP_URL',
  'DKIM_SELECTOR',
  'DKIM_KEY',
  'DKIM_DOMAIN',
  'ABO_TRUSTED_PROXIES',
  ...limitSettings,
] as const;

export type ServiceSetting = (typeof serviceSettings)[number];

/** Where the service finds its things, and the world outside. */
export interface ServiceSurroundings {
  /** Database, key and outbox. */
  dataFolder: string;
  /** The PostgreSQL database in the place of the one in that folder. */
  databaseUrl?: string | undefined;
  /** The name of the machine, for people who look who is at work. */
  machine: string;
  /** Where the list of those who left is kept: beside the backups, or with the data. */
  listFolder: string;
  /** What the site's build left: facts and shell. */
  siteFolder: string;
  settings: Pick<Settings, ServiceSetting>;
  now: () => Temporal.Instant;
  /** The clock of the database's server; undefined where there is no server. */
  sharedClock: (db: Database) => Promise<Temporal.Instant | undefined>;
  newId: () => string;
  randomBytes: (count: number) => Uint8Array;
  log: Log;
  /** Told of each mail that became a file, while no mail server is set. */
  tellOfMail: TellOfMail;
}

export interface Service {
  listener: ReturnType<typeof getRequestListener>;
  stop: () => Promise<void>;
}

/**
 * Starts the service without listening: `listener` answers requests. Throws a UserError for what is wrong, also when
 * another service works with the same file of SQLite; on PostgreSQL there may be several.
 */
export async function startService(surroundings: ServiceSurroundings): Promise<Service> {
  const { dataFolder, listFolder, siteFolder, settings, now, newId, randomBytes, log, tellOfMail } = surroundings;
  const frame = frameReader(siteFolder);
  // Told at the start, not when the first reader signs up.
  signerFor(settings, frame().facts.sender.address);
  const { db, secret } = await openData({ folder: dataFolder, url: surroundings.databaseUrl }, randomBytes);
  const engine = engineOf(db);
  const name = `${surroundings.machine}/${newId().slice(0, 8)}`;
  const participation = await takePart(db, name, log).catch(async (error) => {
    await db.destroy();
    throw error;
  });
  if (!participation) {
    await db.destroy();
    const { kind, place } = engine;
    throw new UserError(kind === 'sqlite' ? serviceErrors.running(dataFolder) : serviceErrors.movingNow(place));
  }
  const transport = settings.SMTP_URL
    ? smtpTransport(settings.SMTP_URL, (raw, sender) => signerFor(settings, sender)?.sign(raw) ?? raw)
    : fileTransport(outboxWriter(dataFolder), tellOfMail);
  const mailer = createMailer({
    db,
    secret,
    facts: () => frame().facts,
    transport,
    now,
    newId,
    log,
    name,
    isAlone: participation.isAlone,
  });
  const contact = watchServer(transport, now, log);
  let listProblem: string | undefined;
  const noteLeavers = async () => {
    try {
      await listLeavers(db, listFolder, toMoment(now()));
      listProblem = undefined;
    } catch (error) {
      listProblem = causeOf(error);
      log('leavers-not-listed', { cause: listProblem });
    }
  };
  const howItIs = () =>
    condition({
      db,
      tryToWrite: engine.tryToWrite,
      sharedClock: surroundings.sharedClock,
      away: () => mailer.away() ?? contact.away(),
      serverReachedAt: contact.reachedAt,
      builtAt: () => builtAt(siteFolder),
      hasMailServer: settings.SMTP_URL !== undefined,
      listProblem: () => listProblem,
      now,
    });
  const app = createApp({
    db,
    secret,
    settings,
    frame,
    mailer,
    condition: howItIs,
    noteLeavers,
    takesUtf8: transport.takesUtf8,
    now,
    newId,
    log,
  });

  const tidy = async () => {
    try {
      const { periods } = frame().facts;
      const tidied = await tidyUp(db, periods, now());
      if (tidied.kind === 'clock') log('clock-jumped', { known: tidied.known });
      else removeMailsUntil(dataFolder, hoursFrom(now(), -24 * periods.unconfirmedKeptDays));
    } catch (error) {
      log('purge-failed', { cause: causeOf(error) });
    }
  };
  // Also when nobody signs up: a reader may open the page now and send the form after the next build.
  const noteForm = () =>
    keepFormVersion(db, frame().facts.form, toMoment(now())).catch((error: Error) =>
      log('form-not-noted', { cause: causeOf(error) }),
    );
  await tidy();
  await noteForm();
  await noteLeavers();
  const timers = [
    setInterval(tidy, 3_600_000),
    setInterval(noteForm, 60_000),
    setInterval(noteLeavers, 600_000),
    // Commands let mails wait too.
    setInterval(mailer.wake, 60_000),
  ];
  mailer.wake();
  return {
    listener: getRequestListener((request, { incoming }) =>
      // No HTTP/2 comes here: the listener is for a server of node:http.
      app.fetch(request, {
        network: clientNetwork(incoming as IncomingMessage, settings.ABO_TRUSTED_PROXIES),
        isLocal: isLocal(incoming as IncomingMessage),
      }),
    ),
    async stop() {
      for (const timer of timers) clearInterval(timer);
      contact.stop();
      await mailer.stop();
      transport.close();
      await participation.leave();
      await db.destroy();
    },
  };
}
