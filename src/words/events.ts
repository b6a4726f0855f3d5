/** Events, on pages, in lists, feeds, mails and calendars. */
import { counted, NBSP } from './phrases.ts';

export const eventWords = {
  cancelled: 'Abgesagt',
  postponed: 'Verschoben',
  undecided: 'Der neue Termin steht noch nicht fest.',
  previously: 'Ursprünglich',
  originally: (date: string) => `ursprünglich ${date}`,
  online: 'Online',
  andOnline: (place: string) => `${place} und online`,
  moreDates: (first: string, count: number) => `${first} und ${counted(count, 'weiterer Termin', 'weitere Termine')}`,
  registration: 'Anmeldung',
  register: 'Zur Anmeldung',
  registerBy: (day: string) => `bis${NBSP}${day}`,
  registrationOver: (day: string) => `Die Anmeldung ist seit dem ${day} beendet.`,
  /** `title` as `Abgesagt`: before a reason or the name of an event. */
  told: (title: string, text: string) => `${title}: ${text}`,
};
