/** What the Redaktion says of coming out, of mailing and of figures. */
import { plural } from './phrases.ts';

const number = (count: number) => count.toLocaleString('de-DE');

export const publishingWords = {
  title: (label: string) => `Erscheinen und Versand: ${label}`,
  link: 'Erscheinen und Versand',
  toText: 'Editorial und Angaben zur Ausgabe',
  standing: 'Stand',
  draft: 'Die Ausgabe ist ein Entwurf. Ein Termin ist noch nicht festgelegt.',
  scheduled: (when: string, isMailed: boolean) =>
    `Die Ausgabe erscheint am ${when}${isMailed ? ' auf der Website und geht dann als E-Mail an alle Abonnenten' : ' auf der Website. Eine E-Mail geht nicht hinaus'}.`,
  waiting: (when: string) =>
    `Der Termin (${when}) ist erreicht. Beim nächsten Lauf des Zeitplans erscheint die Ausgabe; bis dahin lässt der Termin sich noch ändern.`,
  published: (when: string) => `Die Ausgabe ist am ${when} erschienen.`,
  missing: 'Bis zum Einplanen ist noch zu tun',
  missingElsewhere: 'Außerhalb der Ausgabe ist noch zu beheben, vorher erscheint auf der Website nichts',
  more: (count: number) => `und ${plural(count, 'weiterer Fehler', 'weitere Fehler')}.`,
  unapproved: 'Noch nicht von einer zweiten Person freigegeben:',
  nothingMissing: 'Es fehlt nichts.',
  plan: 'Termin',
  day: 'Tag',
  time: 'Uhrzeit',
  timeHelp: 'Deutsche Zeit. Der Zeitplan sieht alle paar Minuten nach.',
  mailing: 'Auch als E-Mail an alle Abonnenten verschicken',
  together: 'Entwürfe, die mit erscheinen',
  togetherHelp: 'Ohne Haken bleibt ein Beitrag Entwurf und erscheint später.',
  submit: 'Termin festlegen',
  move: 'Termin ändern',
  cancel: 'Termin absagen',
  cancelHelp:
    'Der Termin wird gestrichen, und die Ausgabe wird wieder Entwurf. Nichts erscheint, nichts geht hinaus. Die Texte bleiben, wie sie sind.',
  closed: 'Die Ausgabe ist erschienen; der Termin lässt sich nicht mehr ändern.',
  mailed: 'Der Versand hat begonnen; was hinaus ist, lässt sich nicht zurückrufen.',
  planned: (when: string) => `Der Termin steht: ${when}.`,
  cancelled: 'Der Termin ist abgesagt. Die Ausgabe ist wieder ein Entwurf.',
  test: 'Probe per E-Mail',
  testIntro: 'Eine echte E-Mail, im Betreff mit [Probe] bezeichnet. An die Abonnenten geht nichts.',
  myAddress: 'Ihre E-Mail-Adresse',
  testToMe: 'Probe an mich',
  testToList: (addresses: readonly string[]) =>
    `Probe an die feste Liste (${plural(addresses.length, 'Adresse', 'Adressen')})`,
  noList:
    'Eine feste Liste legen Sie in der Übersicht unter „Herausgeber, Farben, E-Mail“ an, in der Gruppe „E-Mail“ unter „Proben gehen an“.',
  listIs: (addresses: readonly string[]) => `Auf der Liste stehen: ${addresses.join(', ')}.`,
  noServer: 'Für Proben fehlt der Redaktion ein Mailserver. Der Betrieb setzt SMTP_URL (docs/betrieb.md).',
  mailings: 'Versand',
  noMailing: 'Von dieser Ausgabe ist noch keine E-Mail hinausgegangen.',
  running: 'Der Versand läuft',
  halted: 'Der Versand ist unterbrochen; der Zeitplan setzt ihn fort',
  finished: (when: string) => `Verschickt, zu Ende am ${when}`,
  correction: (mailing: number) => `Korrektur ${mailing - 1}`,
  progress: (done: number, all: number) => `${number(done)} von ${plural(all, 'E-Mail', 'E-Mails')}`,
  counts: { accepted: 'angenommen', failed: 'abgelehnt', unknown: 'ungeklärt', queued: 'wartet' },
  trouble: 'Was den Versand aufhält:',
  reload: 'Stand neu laden',
};

export const planErrors = {
  day: (text: string) => `„${text}“ ist kein Tag. Wählen Sie einen aus.`,
  time: (text: string) => `„${text}“ ist keine Uhrzeit. Schreiben Sie zum Beispiel 10:00.`,
  noSuchTime: (time: string) =>
    `Um ${time} Uhr werden an diesem Tag die Uhren vorgestellt. Wählen Sie eine andere Uhrzeit.`,
  past: (when: string) => `Der Termin (${when}) liegt in der Vergangenheit. Wählen Sie einen, der noch kommt.`,
  unfinished: (title: string) => `„${title}“ hat noch Fehler. Beheben Sie sie, oder lassen Sie den Beitrag Entwurf.`,
  siteBroken:
    'Noch kann nichts erscheinen: Außerhalb dieser Ausgabe stehen Fehler, mit denen die Website nicht entsteht. Sie sind unten genannt.',
  unapproved: (title: string) =>
    `„${title}“ ist noch nicht von einer zweiten Person freigegeben. Die Freigabe gibt man auf der Seite des Textes.`,
  tooManyTests: (most: number) =>
    `In einer Stunde gehen höchstens ${most} Proben hinaus, von allen zusammen. Versuchen Sie es später noch einmal.`,
  noIssue: 'Diese Ausgabe gibt es nicht.',
  noText: 'Diesen Beitrag gibt es in der Ausgabe nicht.',
  overtaken:
    'Jemand hat einen Text der Ausgabe in diesem Augenblick geändert. Der Termin steht noch nicht. Versuchen Sie es noch einmal.',
  address: (text: string) => `„${text}“ ist keine E-Mail-Adresse.`,
  noAddress: 'Tragen Sie Ihre E-Mail-Adresse ein.',
  notYet: 'Die Ausgabe lässt sich noch nicht als E-Mail zeigen. Beheben Sie zuerst die Fehler in ihrem Kopf.',
};

/** What stands in the history. */
export const planHistory = {
  planned: (file: string, when: string) => `Termin festgelegt (${when}): ${file}`,
  included: (file: string) => `Zum Erscheinen vorgesehen: ${file}`,
  cancelled: (file: string, when: string) => `Termin abgesagt (${when}): ${file}`,
};

/** What the log says of tests; whose address they go to is nobody's business there. */
export const testLog = (by: string, key: string, count: number) =>
  `${by} verschickt ${plural(count, 'Probe', 'Proben')} von ${key}.`;

export const figureWords = {
  title: 'Zahlen',
  intro: 'Zahlen ohne Personen. Wer das Newsletter-Abo hat, sieht die Redaktion nicht.',
  none: 'Vom Abo gibt es noch keine Zahlen; sie entstehen mit dem ersten Versand, oder sobald der Zeitplan zum ersten Mal nachsieht.',
  asOf: (when: string) => `Stand: ${when}`,
  looked: {
    site: (when: string) => `Die Website wurde zuletzt am ${when} auf den Stand gebracht oder war es schon.`,
    mail: (when: string) => `Ob eine Ausgabe zu verschicken ist, wurde zuletzt am ${when} nachgesehen.`,
  },
  silent: {
    site: (when: string) =>
      `Seit dem ${when} sieht niemand mehr nach, ob auf der Website etwas zu erscheinen hat. Geplante Ausgaben erscheinen erst, wenn der Zeitplan wieder läuft. Sagen Sie dem Betrieb Bescheid.`,
    mail: (when: string) =>
      `Seit dem ${when} sieht niemand mehr nach, ob eine Ausgabe zu verschicken ist. Geplante E-Mails gehen erst hinaus, wenn der Zeitplan wieder läuft. Sagen Sie dem Betrieb Bescheid.`,
  },
  neverLooked:
    'Der Zeitplan hat noch nie nachgesehen. Geplante Ausgaben erscheinen erst, wenn der Betrieb ihn einrichtet.',
  subscriptions: 'Abonnements',
  names: {
    active: 'aktiv',
    paused: 'angehalten, weil ihr Mailserver ablehnt',
    confirmed: 'in den letzten 30 Tagen angemeldet und bestätigt',
    requests: 'angefragt und noch nicht bestätigt',
    left: 'in den letzten 30 Tagen abgemeldet',
  },
  mailings: 'Versand nach Ausgaben',
  table: 'Tabelle des Versands, lässt sich zur Seite schieben',
  issue: 'Ausgabe',
  when: 'Begonnen am',
  recipients: 'Empfänger',
  earlier: 'Frühere stehen auf der Seite ihrer Ausgabe unter „Erscheinen und Versand“.',
  noMailings: 'Es ist noch keine Ausgabe verschickt worden.',
  number,
};
