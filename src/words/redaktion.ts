/** All that the Redaktion says: pages, buttons, answers, and what the terminal says of it. */
import { plural } from './phrases.ts';

export const redaktionCommand = {
  running: (address: string) => `Die Redaktion läuft: ${address}`,
  tokenInAddress: 'Die Adresse enthält den Schlüssel. Öffnen Sie sie in Ihrem Browser, und geben Sie sie nicht weiter.',
  behindProxy: (address: string) => `Die Redaktion läuft: ${address}\nWer schreibt, sagt der Webserver davor.`,
  proxyIncomplete:
    'REDAKTION_TRUSTED_PROXIES, REDAKTION_USER_HEADER und REDAKTION_URL gehören zusammen: der Webserver vor der Redaktion, die Kopfzeile, in der er den Namen nennt, und die Adresse, unter der man sie öffnet. Setzen Sie alle drei oder keine.',
};

export const historyErrors = {
  noGit:
    'Auf diesem Rechner fehlt Git, in dem die Redaktion jeden Stand aufhebt. Installieren Sie es (git-scm.com), und starten Sie die Redaktion noch einmal.',
  otherOwner: (root: string) =>
    `Der Ordner ${root} gehört einem anderen Konto, darum hebt Git hier nichts auf. Starten Sie die Redaktion mit dem Konto, dem der Ordner gehört.`,
  notBegun: (root: string, reason: string) => `In ${root} ließ sich kein Verlauf anlegen: ${reason}`,
  notAName: (name: string) =>
    `Unter dem Namen „${name}“ lässt sich nichts aufheben: Er besteht nur aus Satzzeichen. Nennen Sie Git einen anderen, mit git config user.name.`,
  noAnswer:
    'Git hat eine Minute lang nicht geantwortet. Sagen Sie dem Betrieb Bescheid: Auf dem Rechner der Redaktion ist etwas sehr langsam oder hängt.',
  notKept: (reason: string) => `Der Stand ließ sich nicht in den Verlauf aufnehmen: ${reason}`,
};

export const historyWords = {
  somebody: 'Redaktion',
  saved: (file: string) => `Gesichert: ${file}`,
  mended: (file: string) => `Behoben: ${file}`,
  created: (file: string) => `Angelegt: ${file}`,
  imported: (file: string) => `Eingelesen: ${file}`,
  picture: (file: string) => `Bild hinzugefügt: ${file}`,
  attachment: (file: string) => `Anhang hinzugefügt: ${file}`,
  fileGone: (file: string) => `Datei gelöscht: ${file}`,
  fileBack: (file: string) => `Datei zurückgeholt: ${file}`,
  attachmentGone: (file: string) => `Anhang weggenommen: ${file}`,
  attachmentBack: (file: string) => `Anhang zurückgeholt: ${file}`,
  restored: (file: string, at: string) => `Zurückgeholt: ${file}, Stand vom ${at}`,
  merged: (file: string) => `Zusammengeführt: ${file}`,
  beginning: (file: string) => `Anfangsstand: ${file}`,
  outside: (file: string) => `Außerhalb der Redaktion geändert: ${file}`,
};

export const deskFrame = {
  title: (page: string, site: string) => `${page} · Redaktion ${site}`,
  skip: 'Zum Inhalt springen',
  name: 'Redaktion',
  menu: 'Redaktion',
  overview: 'Übersicht',
  create: 'Neu',
  import: 'Einlesen',
  house: 'Haus',
  signedInAs: (name: string) => `Sie schreiben als ${name}`,
  needsScript: 'Zum Schreiben braucht diese Seite JavaScript. Es kommt von diesem Rechner und von keinem anderen.',
};

export const deskAnswers = {
  locked: {
    title: 'Die Redaktion ist verschlossen',
    text: 'Öffnen Sie die Adresse, die beim Start im Terminal steht. Sie enthält den Schlüssel.',
  },
  noName: {
    title: 'Die Redaktion weiß nicht, wer Sie sind',
    text: 'Der Webserver davor hat keinen Namen genannt oder einen, der nur aus Satzzeichen besteht. Melden Sie sich an, oder fragen Sie, wer ihn betreut.',
  },
  foreignHost: {
    title: 'Unter dieser Adresse gibt es keine Redaktion',
    text: 'Öffnen Sie die Adresse, die beim Start im Terminal steht.',
  },
  foreignOrigin: {
    title: 'Diese Anfrage kam von einer anderen Seite',
    text: 'Die Redaktion nimmt nur an, was auf ihren eigenen Seiten abgeschickt wurde. Es wurde nichts geändert.',
  },
  notFound: { title: 'Diese Seite gibt es nicht', text: 'In der Übersicht stehen alle Texte.' },
  tooLarge: {
    title: 'Das ist zu groß',
    text: 'Die Redaktion nimmt Texte bis 2 MB und Dateien bis 50 MB an. Es wurde nichts geändert.',
  },
  failed: {
    title: 'Das hat nicht geklappt',
    text: 'In der Redaktion ist ein Fehler aufgetreten. Ihr Text steht noch in diesem Fenster. Versuchen Sie es noch einmal, und kopieren Sie ihn sonst in eine Datei.',
  },
  badRequest: { title: 'Diese Anfrage war unvollständig', text: 'Laden Sie die Seite neu. Es wurde nichts geändert.' },
  back: 'Zur Übersicht',
};

/** While all texts are read that no earlier run remembers. */
export const aheadWords = {
  title: 'Die Texte werden gelesen',
  text: 'Viele Texte hat Kurrende hier noch nicht gelesen, wie beim ersten Start oder mit einer neuen Fassung. Jeder wird einmal ganz gelesen und geprüft: Bei 10.000 Texten dauert das etwa eine Viertelminute, später geht es in Sekunden. Diese Seite lädt sich von selbst neu.',
  later: {
    title: 'Die Texte werden gelesen',
    text: 'Die Redaktion liest gerade alle Texte; bei 10.000 dauert das etwa eine Viertelminute. Sichern geht schon, alles andere danach: Versuchen Sie es dann noch einmal. Es wurde nichts geändert.',
  },
  progress: (done: number, total: number) => `${done.toLocaleString('de')} von ${total.toLocaleString('de')} Texten`,
};

const stateWords = { draft: 'Entwurf', scheduled: 'geplant', published: 'erschienen' };
export type DeskState = keyof typeof stateWords;

export const overviewWords = {
  title: 'Übersicht',
  state: stateWords,
  pages: 'Eigene Seiten',
  house: 'Angaben des Hauses',
  rulerYear: (year: number) => `${year}`,
  rulerName: (year: number) => `Ausgaben ${year} nach Kalenderwochen`,
  article: 'Beitrag',
  editorial: 'Editorial und Angaben zur Ausgabe',
  editorialAlone: 'Editorial',
  appears: (day: string) => `erscheint am ${day}`,
  appeared: (day: string) => `erschienen am ${day}`,
  mail: (kilobytes: string) => `E-Mail ${kilobytes} kB`,
  mailTooHeavy: (kilobytes: string) => `E-Mail ${kilobytes} kB, zu groß`,
  noMail: 'keine E-Mail, weil unter „Herausgeber, Farben, E-Mail“ kein Absender steht',
  errors: (count: number) => plural(count, 'Fehler', 'Fehler'),
  unfinished: (count: number) => `noch ${count} zu tun`,
  warnings: (count: number) => plural(count, 'Hinweis', 'Hinweise'),
  nothingWrong: 'in Ordnung',
  missing: 'Bis zum Erscheinen fehlt',
  nothingMissing: 'Bis zum Erscheinen fehlt nichts. Den Termin legen Sie unter „Erscheinen und Versand“ fest.',
  more: (count: number) => `und ${count} weitere Stellen`,
  removeFile: (name: string) => `„${name}“ löschen`,
  newArticle: 'Beitrag hinzufügen',
  importHere: 'Datei einlesen',
  write: 'Schreiben',
  unreadable: 'Dieser Ordner lässt sich nicht lesen. Warum, steht unten.',
  otherProblems: 'Was sonst nicht stimmt',
  empty: 'Es gibt noch keine Ausgabe.',
  firstIssue: 'Die erste anlegen',
  year: (year: number) => `Jahr ${year}`,
  years: 'Jahre',
};

export const houseFileWords: Record<string, string> = {
  'content/site.md': 'Herausgeber, Farben, E-Mail',
  'content/legal/datenschutz.md': 'Datenschutzhinweise',
  'content/legal/barrierefreiheit.md': 'Erklärung zur Barrierefreiheit',
  'content/legal/leichte-sprache.md': 'Seite in Leichter Sprache',
  'content/terms.yaml': 'Themen, Kommunen, Verfahren',
};

/** Why nothing can be shown, by the files that have to be mended first. */
export const heldUpByHouse = (files: readonly string[]) =>
  `Das geht erst, wenn die Angaben des Hauses stimmen. Fehler stehen noch in: ${files.map((file) => houseFileWords[file] ?? file).join(', ')}. Die Übersicht führt hin.`;
