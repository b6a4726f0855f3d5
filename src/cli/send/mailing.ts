import { openEdition } from '../../build/open-edition.ts';
import type { OpenIssue } from '../../build/open-issue.ts';
import { serverName } from '../../mail/mail-server.ts';
import { PassingTrouble, UserError } from '../../model/user-error.ts';
import { asSender } from '../../sending/as-sender.ts';
import { type Agree, chooseMailing, type MailingWish } from '../../sending/choose.ts';
import { type EditionWriter, editionWriter } from '../../sending/edition-writer.ts';
import { mayGoOut } from '../../sending/permission.ts';
import { reachServer } from '../../sending/reach-server.ts';
import { restoredSince } from '../../sending/restored-since.ts';
import { type MailingEnd, runMailing } from '../../sending/run-mailing.ts';
import type { SendSetting } from '../../sending/send-settings.ts';
import { retryPauses } from '../../sending/settlement.ts';
import { connect } from '../../sending/smtp-connection.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { readableMoment, toMoment } from '../../store/moments.ts';
import { dropQueuedOfLeavers } from '../../store/queries/deliveries.ts';
import { countDeliveries, finishMailing, type Mailing } from '../../store/queries/mailings.ts';
import { untoldRenames } from '../../store/queries/notices.ts';
import type { Database } from '../../store/schema.ts';
import { dueWords } from '../../words/due.ts';
import { renameWords } from '../../words/incoming.ts';
import { haltWords, isYes, sendingErrors, sendingWords } from '../../words/sending.ts';
import { onStop } from '../door/signals.ts';
import { tellOfSite } from './before-sending.ts';
import { showProgress } from './progress.ts';
import { pauseAfterRefusals } from './refused.ts';
import { keepTelling } from './tell-figures.ts';

const now = () => Temporal.Now.instant();

/** How a mailing was called for. */
interface Call {
  wish: MailingWish;
  /** `--yes`. */
  isAgreed: boolean;
  /** `--wait`. */
  isPatient: boolean;
  /** `--skip-site`. */
  isSiteSkipped: boolean;
  /** Asked at the last moment before the first mail, where nobody sits at a terminal to say so. */
  isStillMeant?: () => boolean;
}

/** Thrown where a mailing was called off, or its texts changed, while it was prepared: nothing was noted or sent. */
export class CalledOff extends UserError {}

/**
 * What became of a mailing: done, with nothing in it unknown; waiting for the moment for which the mail server has put off those
 * who are left; stopped by a signal, with nothing in it unknown; or unfinished, so that somebody has to look.
 */
type Outcome = 'done' | 'waiting' | 'stopped' | 'unfinished';

/** So long the command stays open for those who were put off. */
const patience = Temporal.Duration.from({ minutes: 6 });

/**
 * Sends an issue, or goes on with it, when whoever calls it has agreed: at the terminal, or beforehand with `--yes`.
 * Before that, site and mail server have answered.
 */
export async function sendMailing(
  open: OpenIssue,
  { wish, isAgreed, isPatient, isSiteSkipped, isStillMeant = () => true }: Call,
  surroundings: Surroundings<SendSetting>,
): Promise<Outcome> {
  const { settings } = surroundings;
  if (open.unapproved.length > 0) throw new UserError(sendingErrors.unapproved(open.issue.key, open.unapproved));
  const way = mayGoOut(open.library.site, open.issue, settings);
  if (!isAgreed && !surroundings.ask) throw new UserError(sendingErrors.nobodyToAsk(open.issue.key, wish));
  const writer = editionWriter(await openEdition(open, surroundings), settings);
  const agree: Agree = async (recipients, mailing) => {
    if (!isSiteSkipped) await askSiteFirst(open, writer, surroundings);
    (await reachServer(way.smtpUrl)).close();
    if (!isStillMeant()) throw new CalledOff(dueWords.calledOff(open.issue.key));
    if (isAgreed) return;
    const { subject, from } = writer.edition;
    const isAgain = wish === 'again';
    const facts = { key: open.issue.key, mailing, isAgain, recipients, subject, from };
    const answer = await surroundings.ask?.(sendingWords.question(facts));
    if (!isYes(answer)) throw new UserError(sendingErrors.notAgreed);
  };
  return asSender(surroundings, async (sender) => {
    const { db, secret, name, lost } = sender;
    const untold = await untoldRenames(db);
    if (untold > 0) throw new PassingTrouble(renameWords.waiting(untold));
    const restoredAt = wish === undefined && (await restoredSince(db, open.issue));
    if (restoredAt) surroundings.print(sendingWords.restored(open.issue.key, readableMoment(restoredAt)));
    const mailing = await chooseMailing(sender, open.issue, writer.fingerprint, wish, agree, surroundings);
    await announce(db, mailing, surroundings);
    const tellLast = keepTelling(db, surroundings);

    const stop = new AbortController();
    const stopListening = onStop(() => {
      surroundings.print(sendingWords.stopping);
      stop.abort();
    });
    const progress = showProgress(await countDeliveries(db, mailing.id), surroundings);
    const end = await runMailing({
      db,
      mailing: mailing.id,
      messageFor: ({ id, email: address }) => {
        const token = secret.unsubscribeToken(id);
        return writer.write({ address, token }, { aboUrl: way.aboUrl, date: now(), mailing: mailing.number });
      },
      connect: () => connect(way.smtpUrl),
      sender: settings.BOUNCE_ADDRESS ?? writer.sender,
      isNamedInSender: settings.BOUNCE_VERP !== undefined,
      owner: name,
      server: serverName(way.smtpUrl),
      connections: settings.SEND_CONNECTIONS,
      perMinute: settings.SEND_PER_MINUTE,
      pauses: retryPauses,
      reconnectMs: 1000,
      patience: isPatient ? undefined : patience,
      now,
      signal: AbortSignal.any([stop.signal, lost]),
      onSettled: progress.settled,
      onLeftBehind: (unknown) => surroundings.print(sendingWords.newUnknown(unknown)),
      onRest: (pause, { code }) => surroundings.print(sendingWords.rest(pause.total('minutes'), code)),
    }).finally(() => {
      stopListening();
      progress.end();
    });
    try {
      return await report(db, mailing, end, surroundings);
    } finally {
      // Figures that can't be written don't make a mailing fail that is done.
      await tellLast().catch(() => {});
    }
  });
}

async function askSiteFirst(open: OpenIssue, { edition }: EditionWriter, { print }: Surroundings): Promise<void> {
  const told = await tellOfSite(open, edition);
  if (told?.isObstacle) throw new UserError(sendingErrors.siteNotReady(told.sentence, open.issue.key));
  if (told) print(told.sentence);
}

async function announce(db: Database, { id, issueKey, number }: Mailing, { print }: Surroundings): Promise<void> {
  const { queued, accepted, failed, unknown } = await countDeliveries(db, id);
  const isNew = accepted + failed + unknown === 0;
  print(isNew ? sendingWords.starts(issueKey, number, queued) : sendingWords.goesOn(issueKey, number, queued));
}

async function report(db: Database, mailing: Mailing, end: MailingEnd, surroundings: Surroundings): Promise<Outcome> {
  const { id, issueKey } = mailing;
  const { print, printError } = surroundings;
  let isDone = false;
  if (end.kind === 'finished') {
    await dropQueuedOfLeavers(db, id);
    isDone = await finishMailing(db, id, toMoment(now()));
  } else if (end.kind !== 'stopped' && end.kind !== 'put-off') {
    printError(haltWords[end.kind](end));
  }
  const counts = await countDeliveries(db, id);
  if (isDone) print(sendingWords.finished(issueKey, counts));
  else if (end.kind === 'finished') print(sendingWords.othersGoOn(issueKey, counts));
  else if (end.kind === 'put-off') print(sendingWords.putOff(issueKey, counts, readableMoment(end.dueAt)));
  else print(sendingWords.stopped(issueKey, counts));
  if (counts.failed > 0) print(sendingWords.lookFailed(issueKey));
  if (counts.unknown > 0) print(sendingWords.look(issueKey));
  if (isDone) await pauseAfterRefusals(db, mailing, false, surroundings);
  if (counts.unknown > 0) return 'unfinished';
  if (end.kind === 'finished') return 'done';
  if (end.kind === 'put-off') return 'waiting';
  return end.kind === 'stopped' ? 'stopped' : 'unfinished';
}
