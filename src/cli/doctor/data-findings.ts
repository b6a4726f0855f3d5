import { existsSync, statSync } from 'node:fs';
import { sharedListFinding } from '../../doctor/database-findings.ts';
import type { SetupFinding } from '../../doctor/finding.ts';
import { mailboxFindings } from '../../doctor/mailbox-findings.ts';
import { UserError } from '../../model/user-error.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { dataFiles } from '../../store/data-folder.ts';
import { engineOf } from '../../store/engine/engine.ts';
import { missingInLists } from '../../store/leaver-list.ts';
import { dailyHours, hoursFrom, readableMoment } from '../../store/moments.ts';
import { dataFolder, listFolder, withData } from '../../store/open-data.ts';
import { type Interrupted, interruptedMailings } from '../../store/queries/interrupted.ts';
import { lastTime } from '../../store/queries/last-times.ts';
import { unsentMails } from '../../store/queries/requests.ts';
import { statistics } from '../../store/queries/statistics.ts';
import type { Database } from '../../store/schema.ts';
import { doctorWords as words } from '../../words/doctor.ts';
import { interruptedWords } from '../../words/sending.ts';
import type { SetupSetting } from './setup-settings.ts';
import { startOr, unitOr } from './units.ts';

const { topics } = words;

/** What the data of the Abo tell: subscriptions, mailings that wait, backup, lists, mailboxes. */
export async function dataFindings(surroundings: Surroundings<SetupSetting>): Promise<SetupFinding[]> {
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
export function restoreFindings(surroundings: Surroundings<SetupSetting>): SetupFinding[] {
  const { restoring } = dataFiles(dataFolder(surroundings));
  if (!existsSync(restoring)) return [];
  const remedy = `rm -r ${inShell(restoring)}`;
  return [{ state: 'wrong', topic: topics.data, text: words.restoreLeft(restoring), remedy }];
}

/** Files with every address, or with the key, that other accounts of this machine may open. */
export function rightsFindings(surroundings: Surroundings<SetupSetting>): SetupFinding[] {
  const folder = dataFolder(surroundings);
  const { database, key } = dataFiles(folder);
  // On Windows these bits say nothing.
  if (process.platform === 'win32' || !isOpen(folder, 0o011)) return [];
  const open = [database, `${database}-wal`, key].filter((file) => isOpen(file, 0o066));
  if (open.length === 0) return [];
  return [
    {
      state: 'wrong',
      topic: topics.data,
      text: words.openToOthers(open),
      remedy: words.closeToOthers(inShell(folder), open.map(inShell)),
    },
  ];
}

function isOpen(path: string, rights: number): boolean {
  return ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & rights) !== 0;
}

/** A path as one word of a command: with a space in it, `rm` would take away two others. */
const inShell = (path: string) => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

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
