import type { ServerTrouble } from '../../mail/server-trouble.ts';
import { hoursFrom, toMoment } from '../../store/moments.ts';
import { nextNoticeAt, takeDueNotices } from '../../store/queries/notices.ts';
import { hurryMails, nextMailAt, takeRequestsToMail } from '../../store/queries/requests.ts';
import { giveBackMails, giveBackMailsOfTheGone } from '../../store/queries/taken-mails.ts';
import type { Moment } from '../../store/schema.ts';
import { type LimitKind, mayAlarm } from '../limits.ts';
import { causeOf } from '../trouble.ts';
import type { MailerParts } from './mailer-parts.ts';
import { deliverNotice } from './notices.ts';
import { deliverRequest, isTooLate } from './requests.ts';
import { farOffHours, pauseForServer } from './retry.ts';
import { limitAlarm, messageIdFor } from './service-mails.ts';
import type { Transport } from './transport.ts';

/** Sends what requests are waiting for, and alarms. */
export interface Mailer {
  /** Sends what is due; returns at once. */
  wake: () => void;
  /** Tells the editors that a limit is full, at most once in six hours for each kind; returns at once. */
  alarm: (kind: Exclude<LimitKind, 'address'>, most: number) => void;
  /** Since when the mail server takes nothing, and why; undefined while it does, or nothing was sent yet. */
  away: () => ServerAbsence | undefined;
  /** Waits for the mail on its way, and sends no more. */
  stop: () => Promise<void>;
}

export interface ServerAbsence {
  since: Moment;
  trouble: ServerTrouble;
}

const longestNapMs = 60_000;
/** Until it is tried again whether the others see this service. */
const lostNapMs = 2_000;

/**
 * The service's mails wait in the database, so that none is lost when the service dies. One that dies between the
 * server's answer and its own note sends that mail again: the same mail with the same name and the same link.
 */
export function createMailer(parts: MailerParts): Mailer {
  const { db, now, log } = parts;
  let stopped = false;
  let isAwake = false;
  let wokenAgain = false;
  let running = Promise.resolve();
  let alarms = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let away: (ServerAbsence & { tries: number }) | undefined;

  const run = async () => {
    if (parts.isAlone()) return napFor(lostNapMs);
    await giveBackMailsOfTheGone(db, parts.name);
    try {
      await sendDue();
    } finally {
      await giveBackMails(db, parts.name);
    }
  };

  const sendDue = async () => {
    for (;;) {
      wokenAgain = false;
      const most = { taker: parts.name, now: toMoment(now()), farOff: hoursFrom(now(), farOffHours), most: 20 };
      const due = [
        ...(await takeRequestsToMail(db, most)).map(
          (request) => async (tries: number) =>
            (await isTooLate(request, parts)) ? 'skipped' : deliverRequest(request, tries, parts),
        ),
        ...(await takeDueNotices(db, most)).map((notice) => (tries: number) => deliverNotice(notice, tries, parts)),
      ];
      if (due.length === 0) break;
      for (const handOver of due) {
        if (stopped || parts.isAlone()) return;
        const trouble = await handOver((away?.tries ?? 0) + 1);
        if (trouble === 'skipped') continue;
        if (trouble === undefined) {
          if (away) await hurryMails(db, toMoment(now()));
          away = undefined;
          continue;
        }
        away = { since: away?.since ?? toMoment(now()), trouble, tries: (away?.tries ?? 0) + 1 };
        // Others would only wait for the same: one at a time finds out when it is back.
        wokenAgain = false;
        return napFor(Temporal.Duration.from(pauseForServer(away.tries)).total('milliseconds'));
      }
      await giveBackMails(db, parts.name);
    }
    const [next] = [await nextMailAt(db), await nextNoticeAt(db)].filter((at) => at !== undefined).sort();
    if (!next) return;
    const wait = Temporal.Instant.from(next).epochMilliseconds - now().epochMilliseconds;
    napFor(Math.min(Math.max(wait, 1000), longestNapMs));
  };

  const napFor = (milliseconds: number) => {
    clearTimeout(timer);
    timer = undefined;
    if (stopped) return;
    timer = setTimeout(() => {
      timer = undefined;
      wake();
    }, milliseconds);
  };

  const wake = () => {
    wokenAgain = true;
    if (isAwake || stopped || (away && timer)) return;
    isAwake = true;
    clearTimeout(timer);
    running = run()
      .catch((error: Error) => {
        log('mailer-failed', { cause: causeOf(error) });
        wokenAgain = false;
        napFor(longestNapMs);
      })
      .finally(() => {
        isAwake = false;
        if (wokenAgain) wake();
      });
  };

  return {
    wake,
    alarm(kind, most) {
      alarms = alarms
        .then(async () => {
          if (stopped || !(await mayAlarm(db, kind, now()))) return;
          const facts = parts.facts();
          await sendAlarm(limitAlarm({ kind, most }, messageIdFor(parts.newId(), facts), facts, now()), parts);
        })
        .catch((error: Error) => log('alarm-failed', { cause: causeOf(error) }));
    },
    away: () => away && { since: away.since, trouble: away.trouble },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.all([running, alarms]);
    },
  };
}

async function sendAlarm(message: Parameters<Transport['send']>[0], { transport, log }: MailerParts) {
  try {
    await transport.send(message);
    log('alarm-sent');
  } catch (error) {
    log('alarm-failed', { cause: causeOf(error) });
  }
}
