/** What the e-mail edition says by itself; what it shares with the web site is in the other files. */
import { NBSP, plural } from './phrases.ts';

const bytes = (count: number) => `${count.toLocaleString('de-DE')}${NBSP}Byte`;

export const mailWords = {
  /** BCP 47 tag of everything in a mail. */
  language: 'de',
  /** `issue` as `33. KW 2025` or `Sonderausgabe 33. KW 2025`. */
  subject: (site: string, issue: string, title: string) => `${site} ${issue}: ${title}`,
  readOnSite: 'Im Browser lesen',
  contents: 'In dieser Ausgabe',
  editorial: 'Editorial',
  readArticle: (title: string) => `Weiterlesen: ${title}`,
  readOn: 'Weiterlesen',
  about: 'Zu dieser E-Mail',
  why: (site: string) => `Sie erhalten diese E-Mail, weil Sie „${site}“ abonniert und das Abo bestätigt haben.`,
  noTracking: 'Wir messen weder, ob Sie sie öffnen, noch, worauf Sie klicken.',
  unsubscribe: 'Abo beenden',
  /** Subject of the mail by which a mail program ends a subscription. */
  unsubscribeSubject: (address: string) => `Abmelden: ${address}`,
  /** In plain text. */
  addressed: (text: string, address: string) => `${text}: ${address}`,
};

/** What is said about the edition to those who make it. */
export const editionWords = {
  written: (folder: string) => `Geschrieben: ${folder}/`,
  subject: (subject: string) => `Betreff: ${subject}`,
  file: (name: string, size: number) => `  ${name.padEnd(13)}${bytes(size).padStart(15)}`,
  htmlPart: (encoded: number, limit: number) => `HTML in der E-Mail: ${bytes(encoded)} von höchstens ${bytes(limit)}`,
  tooHeavy: (encoded: number, limit: number, heaviest: readonly { title: string; bytes: number }[]) =>
    [
      `Die E-Mail ist zu lang: ${bytes(encoded)}, erlaubt sind ${bytes(limit)}. Manche Postfächer schneiden den Rest ab, auch das Impressum.`,
      heaviest.length === 1 ? 'Am schwersten ist:' : 'Am schwersten sind:',
      ...heaviest.map(({ title, bytes: size }) => `  ${bytes(size)}  ${title}`),
      'Kürzen Sie dort, oder schreiben Sie in content/site.md unter „mail“ die Zeile „articles: teaser“.',
    ].join('\n'),
  noSender:
    'content/site.md nennt keinen Absender. Ergänzen Sie „mail“ mit „from“ (name und address) und „listId“; ein Muster steht in docs/redaktion.md.',
  /** `keys` begin with the newest. */
  noIssue: (key: string, nearest: string | undefined, keys: readonly string[]) => {
    const wrong = `Die Ausgabe „${key}“ gibt es nicht.`;
    if (keys.length === 0) return `${wrong} Noch ist keine angelegt.`;
    const listed = keys.slice(0, 10);
    const more = keys.length > listed.length ? ` und ${keys.length - listed.length} ältere` : '';
    return `${wrong}${nearest ? ` Meinten Sie ${nearest}?` : ''}\nEs gibt: ${listed.join(', ')}${more}.`;
  },
  contentErrors: 'Solange die Inhalte Fehler enthalten, entsteht keine E-Mail. „npm run check“ zeigt, welche.',
  unfinished: (key: string, places: readonly { file: string; line: number; field?: string; found: string }[]) =>
    [
      `In ${key} ist noch zu tun: ${plural(places.length, 'Stelle', 'Stellen')}.`,
      ...places.map(
        ({ file, line, field, found }) => `  ${file}:${line}${field ? `  ${field}` : ''}  Gefunden: ${found}`,
      ),
    ].join('\n'),
  notOutYet: 'Die Ausgabe ist noch nicht erschienen; die E-Mail ist nur zum Ansehen.',
};

/** The page that shows an edition before it is sent; in the preview only. */
export const mailPreviewWords = {
  title: (subject: string) => `E-Mail: ${subject}`,
  link: 'So kommt die Ausgabe als E-Mail an',
  subject: 'Betreff',
  from: 'Absender',
  size: 'Umfang',
  html: 'HTML',
  text: 'Reiner Text',
  back: 'Zurück zur Ausgabe',
};
