import { knownSite } from '../../build/known-site.ts';
import { tellByMail, tellSettings } from '../../doctor/tell.ts';
import { type WatchedMailing, watchArrivals } from '../../incoming/arrival/arrival.ts';
import { arrivalAlarm } from '../../incoming/arrival/arrival-alarm.ts';
import { readMailbox } from '../../incoming/mailbox/open-mailbox.ts';
import { parseAddress } from '../../model/mail-address.ts';
import { UserError } from '../../model/user-error.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { hoursBetween, readableMoment, toMoment } from '../../store/moments.ts';
import { withData } from '../../store/open-data.ts';
import { keepArrival } from '../../store/queries/arrivals.ts';
import { currentAddress } from '../../store/queries/domain-renames.ts';
import { subscriberOf } from '../../store/queries/subscribers.ts';
import { aboHelp } from '../../words/abo-commands.ts';
import { arrivalErrors, arrivalWords as words } from '../../words/incoming.ts';
import { defineCommand } from '../door/command.ts';
import { noteGivenUp } from './mailbox-given-up.ts';

const used = [
  'DATA_DIR',
  'ARRIVAL_ADDRESS',
  'ARRIVAL_MAILBOX',
  'ARRIVAL_AUTHSERV',
  'BUILD_DATE',
  'SITE_COMMIT',
  'ABO_SITE',
  'OPERATOR_MAIL',
  ...tellSettings,
] as const;

type Used = (typeof used)[number];

/**
 * `abo arrival`: whether the last issues came to the mailbox that proves it, and what the receiver found; whoever runs it
 * all is told once of one that didn't come within the hour. Exit code 1 where nobody could be told.
 */
export const command = defineCommand({
  help: aboHelp.arrival,
  options: {},
  words: 0,
  settings: used,
  async run(_args, surroundings) {
    const { settings, now, print } = surroundings;
    const { ARRIVAL_ADDRESS: email, ARRIVAL_MAILBOX: place, ARRIVAL_AUTHSERV: trusted } = settings;
    const typed = email === undefined ? undefined : parseAddress(email);
    if (!typed || place === undefined) {
      await noteGivenUp('arrival', surroundings);
      throw new UserError(arrivalErrors.notSet);
    }
    return withData(surroundings, async ({ db }) => {
      const address = await currentAddress(db, typed);
      if ((await subscriberOf(db, address.key))?.status !== 'active') {
        throw new UserError(arrivalErrors.notSubscribed(address.email));
      }
      const watched = await readMailbox({ db, mailbox: 'arrival', place, now }, (mailbox) =>
        watchArrivals(mailbox, { db, addressKey: address.key, trusted, now }),
      );
      if (watched.length === 0) print(words.nothing);
      let untold = 0;
      for (const mailing of watched) {
        tell(mailing, trusted, print);
        if (mailing.state !== 'overdue' || mailing.arrival.alarmedAt) continue;
        if (await alarm(mailing, surroundings)) {
          await keepArrival(db, { ...mailing.arrival, alarmedAt: toMoment(now) });
          print(words.told);
        } else {
          surroundings.printError(words.notTold(mailing.delivery.issueKey));
          untold += 1;
        }
      }
      return untold > 0 ? 1 : 0;
    });
  },
});

function tell(
  { delivery, arrival, state, servers }: WatchedMailing,
  trusted: string | undefined,
  print: (text: string) => void,
): void {
  const { issueKey } = delivery;
  const { sentAt, arrivedAt, spf, dkim, dmarc } = arrival;
  if (arrivedAt === null) {
    print((state === 'overdue' ? words.overdue : words.waiting)(issueKey, readableMoment(sentAt)));
    return;
  }
  const minutes = Math.max(0, Math.round(hoursBetween(sentAt, Temporal.Instant.from(arrivedAt)) * 60));
  print(words.arrived(issueKey, readableMoment(arrivedAt), minutes));
  const isSaid = spf !== null || dkim !== null || dmarc !== null;
  if (trusted !== undefined && isSaid) print(words.verdict(spf, dkim, dmarc));
  else print(servers ? words.servers(servers, trusted) : words.gone);
}

/** Tells the operators; returns whether anybody was told. */
async function alarm(mailing: WatchedMailing, surroundings: Surroundings<Used>): Promise<boolean> {
  const { settings, now, uuid } = surroundings;
  const site = knownSite(surroundings);
  if (!site) return false;
  const mails = (settings.OPERATOR_MAIL ?? []).map((to) => ({
    message: arrivalAlarm(mailing, site, { to, date: now, newId: uuid }),
  }));
  let isTold = false;
  await tellByMail(mails, settings, (_mail, isTaken) => {
    isTold ||= isTaken;
  });
  return isTold;
}
