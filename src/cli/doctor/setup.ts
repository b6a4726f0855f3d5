import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentHere, errorsIn, knownSite } from '../../build/known-site.ts';
import { databaseFindings, sharedListFinding } from '../../doctor/database-findings.ts';
import type { SetupFinding } from '../../doctor/finding.ts';
import { mailboxFindings } from '../../doctor/mailbox-findings.ts';
import { serverName } from '../../mail/mail-server.ts';
import { UserError } from '../../model/user-error.ts';
import { sendSettings } from '../../sending/send-settings.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { dataFiles } from '../../store/data-folder.ts';
import { engineOf } from '../../store/engine/engine.ts';
import { serverState } from '../../store/engine/server-state.ts';
import { missingInLists } from '../../store/leaver-list.ts';
import { hoursFrom, readableMoment, toMoment } from '../../store/moments.ts';
import { dataFolder, listFolder, withData } from '../../store/open-data.ts';
import { type Interrupted, interruptedMailings } from '../../store/queries/interrupted.ts';
import { lastTime } from '../../store/queries/last-times.ts';
import { unsentMails } from '../../store/queries/requests.ts';
import { statistics } from '../../store/queries/statistics.ts';
import type { Database } from '../../store/schema.ts';
import { builtAt, siteFolder } from '../../subscription/web/frame-folder.ts';
import { doctorWords as words } from '../../words/doctor.ts';
import { databaseWords } from '../../words/doctor-database.ts';
import { type HealthTrouble, healthWords } from '../../words/health.ts';
import { interruptedWords } from '../../words/sending.ts';
import { serviceErrors } from '../../words/service-errors.ts';
import { unitOr } from './units.ts';

/** The settings that say how a publication is set up. */
export const setupSettings = [
  'BUILD_DATE',
  'SITE_COMMIT',
  'ABO_SITE',
  'ABO_HOST',
  'ABO_PORT',
  'BACKUP_DIR',
  'OPERATOR_MAIL',
  'BOUNCE_MAILBOX',
  'ARRIVAL_MAILBOX',
  ...sendSettings,
] as const;

export type SetupSetting = (typeof setupSettings)[number];

const { topics } = words;
/** What is done every day is overdue after so many hours. */
const dailyHours = 26;

/** What is set up here, one finding each, in the order in which one sets it up. */
export async function checkSetup(
  surroundings: Surroundings<SetupSetting>,
): Promise<{ title: string; findings: SetupFinding[] }> {
  // First, while it is still the moment at which the command was called.
  const server = await serverFindings(surroundings);
  const site = knownSite(surroundings);
  const data = await dataFindings(surroundings);
  const findings = [
    ...contentFindings(surroundings),
    ...frameFindings(surroundings, site !== undefined),
    ...mailFindings(surroundings),
    ...server,
    ...data,
    ...restoreFindings(surroundings),
    await serviceFinding(surroundings, data),
    operatorFinding(surroundings),
  ];
  return { title: words.title(site?.title), findings };
}

function contentFindings(surroundings: Surroundings<SetupSetting>): SetupFinding[] {
  const topic = topics.content;
  const reading = contentHere(surroundings);
  if (!reading) return [{ state: 'note', topic, text: words.noContent }];
  const errors = errorsIn(reading).length;
  const { library } = reading;
  const built = statSync(join(surroundings.root, 'dist', 'index.html'), { throwIfNoEntry: false });
  const articles = library?.issues.flatMap((issue) => issue.articles).length ?? 0;
  return [
    errors > 0 || !library
      ? { state: 'wrong', topic, text: words.contentWrong(errors), remedy: 'npm run check' }
      : { state: 'ok', topic, text: words.contentRight(library.issues.length, articles) },
    ...(library?.site.example ? [{ state: 'missing', topic, text: words.example } as const] : []),
    built
      ? { state: 'ok', topic: topics.site, text: words.siteBuilt(fileTime(built.mtimeMs)) }
      : { state: 'missing', topic: topics.site, text: words.siteMissing, remedy: 'npm run build' },
    ...(library && !library.site.aboUrl
      ? [{ state: 'note', topic: topics.subscription, text: words.noAbo } as const]
      : []),
  ];
}

const fileTime = (mtimeMs: number) =>
  readableMoment(toMoment(Temporal.Instant.fromEpochMilliseconds(Math.floor(mtimeMs))));

function frameFindings(surroundings: Surroundings<SetupSetting>, isKnown: boolean): SetupFinding[] {
  const topic = topics.frame;
  const at = builtAt(siteFolder(surroundings));
  if (at === undefined)
    return isKnown ? [{ state: 'missing', topic, text: words.frameMissing, remedy: 'npm run build' }] : [];
  return at < hoursFrom(surroundings.now, -dailyHours)
    ? [
        {
          state: 'wrong',
          topic,
          text: words.frameOld(readableMoment(at)),
          remedy: startOr('kurrende-build', words.byHand.build),
        },
      ]
    : [{ state: 'ok', topic, text: words.frameRight(readableMoment(at)) }];
}

function mailFindings({ settings }: Surroundings<SetupSetting>): SetupFinding[] {
  const { SMTP_URL: url, DKIM, DKIM_KEY } = settings;
  const signature: SetupFinding = DKIM_KEY
    ? { state: 'ok', topic: topics.signature, text: words.signatureHere }
    : DKIM
      ? { state: 'ok', topic: topics.signature, text: words.signatureRelay }
      : { state: 'missing', topic: topics.signature, text: words.signatureMissing, remedy: 'DKIM=relay' };
  const server: SetupFinding =
    url === undefined
      ? {
          state: 'missing',
          topic: topics.mailServer,
          text: words.mailServerMissing,
          remedy: 'SMTP_URL=smtp://benutzer@mail.example:587',
        }
      : {
          state: 'ok',
          topic: topics.mailServer,
          text: words.mailServerSet(serverName(url)),
          remedy: 'npm run doctor -- --mail',
        };
  return [server, signature];
}

/** How the server of the database is set up, where it isn't a file. */
async function serverFindings({ settings, now }: Surroundings<SetupSetting>): Promise<SetupFinding[]> {
  if (settings.DATABASE_URL === undefined) return [];
  const state = await serverState(settings.DATABASE_URL);
  if (!('problem' in state)) return databaseFindings(state, now);
  const text = serviceErrors.databaseServer[state.problem](state.place);
  return [{ state: 'wrong', topic: databaseWords.topic, text }];
}

async function dataFindings(surroundings: Surroundings<SetupSetting>): Promise<SetupFinding[]> {
  const topic = topics.data;
  const { BOUNCE_MAILBOX: bounces, ARRIVAL_MAILBOX: arrival } = surroundings.settings;
  const mailboxes = { bounces, arrival };
  try {
    return await withData(surroundings, async ({ db }) => {
      const { active } = await statistics(db, hoursFrom(surroundings.now, -24));
      const { waiting } = await unsentMails(db);
      return [
        { state: 'ok', topic, text: words.dataRight(active, waiting) },
        ...(await interruptedMailings(db, surroundings.now)).map(mailingFinding),
        backupFinding(await lastTime(db, 'backup'), surroundings),
        ...(await listFindings(db, surroundings)),
        ...(await mailboxFindings(db, mailboxes, { now: surroundings.now, unitOr })),
      ];
    });
  } catch (error) {
    if (error instanceof UserError) return [{ state: 'missing', topic, text: error.message }];
    throw error;
  }
}

function mailingFinding({ kind, issueKey, number, ...counts }: Interrupted): SetupFinding {
  const topic = topics.mailing;
  const remedy = interruptedWords.goOn(issueKey);
  if (kind === 'put-off')
    return { state: 'note', topic, text: interruptedWords.putOff(issueKey, number, counts), remedy };
  if (kind === 'stopped')
    return { state: 'note', topic, text: interruptedWords.stopped(issueKey, number, counts), remedy };
  return { state: 'wrong', topic, text: interruptedWords.brokeOff(issueKey, number, counts), remedy };
}

/** What a restore that was killed has left: nothing reads it, but it holds every address and the key. */
function restoreFindings(surroundings: Surroundings<SetupSetting>): SetupFinding[] {
  const { restoring } = dataFiles(dataFolder(surroundings));
  if (!existsSync(restoring)) return [];
  return [{ state: 'wrong', topic: topics.data, text: words.restoreLeft(restoring), remedy: `rm -r ${restoring}` }];
}

async function listFindings(db: Database, surroundings: Surroundings<SetupSetting>): Promise<SetupFinding[]> {
  if (engineOf(db).kind === 'sqlite') return [];
  const missing = await missingInLists(db, [listFolder(surroundings)]);
  return [sharedListFinding(surroundings.settings.BACKUP_DIR, missing)];
}

function backupFinding(at: string | undefined, { now, settings }: Surroundings<SetupSetting>): SetupFinding {
  const topic = topics.backup;
  const remedy = startOr('kurrende-abo-backup', words.byHand.backup(settings.BACKUP_DIR));
  if (at === undefined) return { state: 'missing', topic, text: words.backupMissing, remedy };
  return at < hoursFrom(now, -dailyHours)
    ? { state: 'wrong', topic, text: words.backupOld(readableMoment(at)), remedy }
    : { state: 'ok', topic, text: words.backupRight(readableMoment(at)) };
}

const startOr = (unit: string, byHand: string) => unitOr(`${unit}.service`, words.unitStart(unit), byHand);

/** Asks the running service how it is; what `found` tells of the backup it needn't say again. */
async function serviceFinding(
  { settings }: Surroundings<SetupSetting>,
  found: readonly SetupFinding[],
): Promise<SetupFinding> {
  const topic = topics.service;
  const { ABO_HOST: host, ABO_PORT: port } = settings;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/abo/health`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    const { message, troubles = [] } = (await response.json()) as { message?: string; troubles?: HealthTrouble[] };
    const isBackupTold = found.some((one) => one.topic === topics.backup && one.state !== 'ok');
    const others = troubles.filter(({ kind }) => !(isBackupTold && kind === 'backup'));
    if (message !== undefined && others.length === troubles.length) {
      return { state: response.ok ? 'ok' : 'wrong', topic, text: message };
    }
    if (message !== undefined) {
      return others.length === 0
        ? { state: 'ok', topic, text: words.serviceElse }
        : { state: 'wrong', topic, text: healthWords(others) };
    }
  } catch {
    // Nobody there, or somebody else: the same to whoever sets it up.
  }
  return {
    state: 'missing',
    topic,
    text: words.serviceAway(address),
    remedy: startOr('kurrende-abo', words.byHand.service),
  };
}

function operatorFinding({ settings }: Surroundings<SetupSetting>): SetupFinding {
  return settings.OPERATOR_MAIL
    ? { state: 'ok', topic: topics.operator, text: words.operatorSet }
    : {
        state: 'missing',
        topic: topics.operator,
        text: words.operatorMissing,
        remedy: 'OPERATOR_MAIL=betrieb@kurrende.example',
      };
}
