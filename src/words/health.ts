/** What is wrong with the Abo service, in a sentence each, for those who run it. */
import { mailboxAway } from './incoming.ts';
import { plural } from './phrases.ts';
import { interruptedWords } from './sending.ts';

export type HealthTrouble =
  | { kind: 'store'; cause: string }
  | { kind: 'mail-server'; cause: string }
  | { kind: 'leavers'; cause: string }
  | { kind: 'clock'; known: string }
  | { kind: 'shared-clock'; seconds: number }
  | { kind: 'no-mail-server' }
  | { kind: 'queue'; since: string; waiting: number }
  | { kind: 'given-up'; count: number }
  | { kind: 'mailing'; issueKey: string; number: number; waiting: number; unknown: number }
  | { kind: 'backup'; since: string | undefined }
  | { kind: 'build'; since: string }
  | { kind: 'mailbox'; mailbox: 'bounces' | 'arrival'; since: string; cause: string }
  | { kind: 'bounces'; since: string }
  | { kind: 'arrival'; since: string };

/** Causes as the log names them. */
const causes: Record<string, string> = {
  crowded:
    'ihr Server nimmt keine Verbindung mehr an, weil seine Grenze (max_connections) oder die dieses Namens (CONNECTION LIMIT) erreicht ist; jeder Dienst und jeder Versand braucht bis zu elf',
  full: 'die Platte ist voll',
  'read-only': 'die Platte lässt sich nur lesen',
  'no-access': 'das Konto darf nicht',
  busy: 'ein anderes Programm hält sie besetzt',
  damaged: 'sie ist beschädigt',
  unreachable: 'ihr Server antwortet nicht',
  'no-tls': 'ihr Server bietet keine Verschlüsselung an',
  'not-admitted': 'ihr Server lässt unseren Namen von hier nicht zu',
  'no-database': 'auf dem Server gibt es sie nicht',
  moved: 'die Daten sind umgezogen',
  newer: 'sie stammt von einer neueren Fassung',
  'disk-full': 'die Platte ist voll',
  'disk-read-only': 'die Platte lässt sich nur lesen',
  'database-away': 'der Datenbankserver antwortet nicht',
  'database-moved': 'die Daten sind umgezogen',
  refused: 'niemand nimmt dort Verbindungen an',
  'not-found': 'den Namen kennt der Nameserver nicht',
  timeout: 'keine Antwort',
  certificate: 'dem Zertifikat wird nicht vertraut',
  tls: 'keine verschlüsselte Verbindung',
  login: 'Name oder Kennwort ist falsch',
  rejected: 'er weist den Rechner ab',
  broken: 'die Verbindung bricht ab',
};

const moment = (iso: string) => {
  const zoned = Temporal.Instant.from(iso).toZonedDateTimeISO('Europe/Berlin');
  return `${zoned.toLocaleString('de-DE', { dateStyle: 'medium' })}, ${zoned.toLocaleString('de-DE', { timeStyle: 'short' })} Uhr`;
};

const because = (cause: string) => causes[cause] ?? cause;

const sentences: { [Kind in HealthTrouble['kind']]: (trouble: Extract<HealthTrouble, { kind: Kind }>) => string } = {
  store: ({ cause }) => `In die Datenbank lässt sich nicht schreiben: ${because(cause)}.`,
  'mail-server': ({ cause }) => `Der Mailserver nimmt nichts an: ${because(cause)}.`,
  leavers: ({ cause }) => `Abmeldungen lassen sich neben den Sicherungen nicht vermerken: ${because(cause)}.`,
  clock: ({ known }) => `Die Uhr steht mehr als dreißig Tage neben dem ${moment(known)}.`,
  'shared-clock': ({ seconds }) =>
    `Die Uhr dieses Rechners geht ${plural(Math.abs(seconds), 'Sekunde', 'Sekunden')} ${seconds > 0 ? 'vor' : 'nach'}, verglichen mit der des Datenbankservers.`,
  'no-mail-server': () => 'SMTP_URL fehlt: E-Mails werden Dateien.',
  queue: ({ since, waiting }) =>
    `${plural(waiting, 'E-Mail wartet', 'E-Mails warten')}, die älteste seit ${moment(since)}.`,
  'given-up': ({ count }) => `${plural(count, 'E-Mail wurde', 'E-Mails wurden')} aufgegeben.`,
  mailing: ({ issueKey, number, ...counts }) =>
    `${interruptedWords.brokeOff(issueKey, number, counts)} Weiter geht es mit „npm run send -- ${issueKey}“.`,
  backup: ({ since }) => (since ? `Die letzte Sicherung ist vom ${moment(since)}.` : 'Es wurde noch nie gesichert.'),
  build: ({ since }) => `Die Website wurde zuletzt am ${moment(since)} gebaut.`,
  mailbox: ({ mailbox, since, cause }) => mailboxAway(mailbox, moment(since), cause),
  bounces: ({ since }) => `Das Postfach der Rückläufer wurde zuletzt am ${moment(since)} gelesen.`,
  arrival: ({ since }) =>
    `Die Ausgabe, die der Mailserver am ${moment(since)} annahm, ist im Postfach zur Ankunft nicht angekommen.`,
};

/** The state in one line. */
export function healthWords(troubles: readonly HealthTrouble[]): string {
  if (troubles.length === 0) return 'Alles in Ordnung.';
  return troubles.map((trouble) => (sentences[trouble.kind] as (trouble: HealthTrouble) => string)(trouble)).join(' ');
}
