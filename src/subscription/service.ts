import type { IncomingMessage } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { deliveriesKeptYears, type ServiceFacts } from '../model/service-facts.ts';
import { UserError } from '../model/user-error.ts';
import type { Settings } from '../settings/schema.ts';
import { dataFiles, outboxWriter } from '../store/data-folder.ts';
import { hoursFrom, toMoment, yearsBefore } from '../store/moments.ts';
import { openData } from '../store/open-data.ts';
import { takeLock } from '../store/process-lock.ts';
import { keepFormVersion } from '../store/queries/form-versions.ts';
import { type Purged, purge } from '../store/queries/purge.ts';
import type { Database } from '../store/schema.ts';
import { serviceErrors } from '../words/subscription.ts';
import { limitSettings, longestWindowHours } from './limits.ts';
import type { Log } from './log.ts';
import { createMailer } from './mails/mailer.ts';
import { fileTransport, smtpTransport, type TellOfMail } from './mails/transport.ts';
import { createApp } from './web/app.ts';
import { clientNetwork } from './web/client-address.ts';
import { frameReader } from './web/frame-folder.ts';

/** The settings that the service itself works by. */
export const serviceSettings = ['SMTP_URL', 'ABO_TRUSTED_PROXIES', ...limitSettings] as const;

export type ServiceSetting = (typeof serviceSettings)[number];

/** Where the service finds its things, and the world outside. */
export interface ServiceSurroundings {
  /** Database, key and outbox. */
  dataFolder: string;
  /** What the site's build left: facts and shell. */
  siteFolder: string;
  settings: Pick<Settings, ServiceSetting>;
  now: () => Temporal.Instant;
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
 * another service works with the same data: both would send the same mails.
 */
export async function startService(surroundings: ServiceSurroundings): Promise<Service> {
  const { dataFolder, siteFolder, settings, now, newId, randomBytes, log, tellOfMail } = surroundings;
  const frame = frameReader(siteFolder);
  frame();
  const { db, secret } = await openData(dataFolder, randomBytes);
  const release = takeLock(dataFiles(dataFolder).serviceLock);
  if (!release) {
    await db.destroy();
    throw new UserError(serviceErrors.running(dataFolder));
  }
  const transport = settings.SMTP_URL
    ? smtpTransport(settings.SMTP_URL)
    : fileTransport(outboxWriter(dataFolder), tellOfMail);
  const mailer = createMailer({ db, secret, facts: () => frame().facts, transport, now, newId, log });
  const app = createApp({ db, secret, settings, frame, mailer, now, newId, log });

  const tidy = () =>
    purgeData(db, frame().facts.periods, now()).catch((error: Error) => log('purge-failed', { error: error.name }));
  // Also when nobody signs up: a reader may open the page now and send the form after the next build.
  const noteForm = () =>
    keepFormVersion(db, frame().facts.form, toMoment(now())).catch((error: Error) =>
      log('form-not-noted', { error: error.name }),
    );
  await tidy();
  await noteForm();
  const timers = [setInterval(tidy, 3_600_000), setInterval(noteForm, 60_000)];
  mailer.wake();
  return {
    listener: getRequestListener((request, { incoming }) =>
      // No HTTP/2 comes here: the listener is for a server of node:http.
      app.fetch(request, { network: clientNetwork(incoming as IncomingMessage, settings.ABO_TRUSTED_PROXIES) }),
    ),
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await mailer.stop();
      transport.close();
      await db.destroy();
      release();
    },
  };
}

/** Deletes what the data protection notice gives no more time to. */
export function purgeData(
  db: Database,
  { unconfirmedKeptDays, proofKeptYears }: ServiceFacts['periods'],
  now: Temporal.Instant,
): Promise<Purged> {
  return purge(db, {
    requestedAt: hoursFrom(now, -24 * unconfirmedKeptDays),
    withdrawnAt: yearsBefore(now, proofKeptYears),
    limitHitAt: hoursFrom(now, -longestWindowHours),
    mailingStartedAt: yearsBefore(now, deliveriesKeptYears),
  });
}
