import { openIssue } from '../../build/open-issue.ts';
import { openProject } from '../../build/project.ts';
import { contentFolders } from '../../model/content-files.ts';
import type { Issue } from '../../model/library.ts';
import { timedMoment, type WorkingTime } from '../../model/release.ts';
import { PassingTrouble, UserError } from '../../model/user-error.ts';
import { contentOnDisk } from '../../reader/files/content-folder.ts';
import { lastMailing } from '../../sending/choose.ts';
import { restoredSince } from '../../sending/restored-since.ts';
import type { SendSetting } from '../../sending/send-settings.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { workingTime } from '../../settings/working-day.ts';
import { readableMoment } from '../../store/moments.ts';
import { withData } from '../../store/open-data.ts';
import { dueWords } from '../../words/due.ts';
import { onStop } from '../door/signals.ts';
import { CalledOff, sendMailing } from '../send/mailing.ts';

/** Behind its moment an issue is still mailed by itself: after a long weekend without power, but no archive ever. */
const patience = Temporal.Duration.from({ hours: 72 });

/** What kept issues from being mailed, by their keys. */
export interface NotMailed {
  /** Somebody has to look. */
  troubles: Map<string, string>;
  /**
   * The next run goes on by itself: another sender is at work, the mail server asked for a pause, the system ended this run, or
   * somebody still has to be told of a new address.
   */
  waiting: Map<string, string>;
}

/** Mails the issues whose moment has come and that say so, each once. One that can't be mailed doesn't stop the others. */
export async function mailDueIssues(surroundings: Surroundings<SendSetting | 'BUILD_DATE'>): Promise<NotMailed> {
  const troubles = new Map<string, string>();
  const waiting = new Map<string, string>();
  const stop = new AbortController();
  const stopListening = onStop(() => stop.abort());
  // A day that BUILD_DATE sets has no moment of its own: mails go by the clock.
  const at = { now: surroundings.now, ...workingTime(surroundings) };
  const { library } = openProject(surroundings)({ ...at, mode: 'publish' });
  for (const { key } of library?.issues.filter((issue) => isDue(issue, at)) ?? []) {
    if (stop.signal.aborted) break;
    try {
      // Read anew: what was called off while another issue went out stays here.
      const before = issueTexts(surroundings, key);
      const open = openIssue('send', key, surroundings);
      if (!open) troubles.set(key, dueWords.contentErrors);
      else if (isDue(open.issue, at) && (await isToBeMailed(open.issue, at, surroundings))) {
        const restoredAt = await withData(surroundings, ({ db }) => restoredSince(db, open.issue));
        if (restoredAt) throw new UserError(dueWords.restored(key, readableMoment(restoredAt)));
        const isStillMeant = () => issueTexts(surroundings, key) === before;
        const call = { wish: undefined, isAgreed: true, isPatient: false, isSiteSkipped: false, isStillMeant };
        const outcome = await sendMailing(open, call, surroundings);
        if (outcome === 'waiting') waiting.set(key, dueWords.putOff);
        if (outcome === 'stopped') waiting.set(key, dueWords.stopped);
        if (outcome !== 'unfinished') continue;
        const isOver = !(await isToBeMailed(open.issue, at, surroundings));
        troubles.set(key, isOver ? dueWords.unknown : dueWords.notFinished);
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (error instanceof CalledOff) {
        surroundings.print(error.message);
        continue;
      }
      surroundings.printError(dueWords.trouble(key, error.message));
      const kept = error instanceof PassingTrouble ? waiting : troubles;
      kept.set(key, withoutAddresses(error.message));
    }
  }
  stopListening();
  return { troubles, waiting };
}

/** What stands in the files of an issue now. */
function issueTexts({ root }: Pick<Surroundings, 'root'>, key: string): string {
  const content = contentOnDisk(root);
  const folder = `${contentFolders.issues}/${key}`;
  const texts = content.files(folder).filter((name) => name.endsWith('.md'));
  return texts.map((name) => `${name}\n${content.read(`${folder}/${name}`)?.toBase64()}`).join('\n');
}

function isDue(issue: Issue, { now }: WorkingTime): boolean {
  const moment = issue.mailing ? timedMoment(issue)?.toInstant() : undefined;
  return moment !== undefined && (now === undefined || Temporal.Instant.compare(moment, now) <= 0);
}

/** Whether its mailing has begun and has an end still to come, or has not begun and its moment is not long past. */
function isToBeMailed(issue: Issue, { now }: WorkingTime, surroundings: Surroundings<'DATA_DIR'>): Promise<boolean> {
  return withData(surroundings, async ({ db }) => {
    const last = await lastMailing(db, issue);
    if (last) return last.finishedAt === null;
    const moment = timedMoment(issue)?.toInstant();
    return moment !== undefined && (now === undefined || Temporal.Instant.compare(now, moment.add(patience)) <= 0);
  });
}

/** The Redaktion is told what is wrong, and of no address. */
function withoutAddresses(sentence: string): string {
  return sentence.replace(/[^\s<>„“"]+@[^\s<>„“"]+/g, '…');
}
