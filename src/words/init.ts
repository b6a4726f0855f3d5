/** What `npm run init` asks, what it says of an answer that can't be, and what it leaves in the files. */
import type { LegalForm } from './terms.ts';

/** By the answer's name, which is the option's too: the question, and the form of the answer. */
export const initQuestions = {
  title: { ask: 'Wie heißt der Newsletter?', form: 'ein Name' },
  house: { ask: 'Wie heißt Ihr Haus mit vollem Namen?', form: 'ein Name' },
  form: { ask: 'Welche Rechtsform hat es?', form: 'eines der Kürzel aus der Liste' },
  state: { ask: 'In welchem Land sitzt es?', form: 'der Name eines Landes, zum Beispiel Niedersachsen' },
  street: { ask: 'Straße und Hausnummer?', form: 'eine Straße mit Hausnummer, kein Postfach' },
  'postal-code': { ask: 'Postleitzahl?', form: 'fünf Ziffern' },
  city: { ask: 'Ort?', form: 'ein Name' },
  email: { ask: 'E-Mail-Adresse des Hauses?', form: 'eine E-Mail-Adresse' },
  phone: { ask: 'Telefonnummer des Hauses?', form: 'eine Nummer mit Vorwahl' },
  url: {
    ask: 'Unter welcher Adresse wird die Website stehen?',
    form: 'eine Adresse mit https:// und ohne Pfad, zum Beispiel https://blatt.example',
  },
  representative: {
    ask: 'Wer vertritt das Haus nach außen?',
    form: 'Vor- und Nachname, Komma, Amt: „Erika Mustermann, Geschäftsführerin“',
  },
  responsible: {
    ask: 'Wer steht nach § 18 Abs. 2 MStV für den Inhalt ein?',
    form: 'Vor- und Nachname eines Menschen, kein Amt',
  },
  register: {
    ask: 'In welchem Register steht das Haus?',
    form: 'Art, Nummer und Gericht: „HRB 4711, Amtsgericht Musterstadt“, oder „keins“',
  },
  vat: { ask: 'Umsatzsteuer-Identifikationsnummer?', form: 'DE und neun Ziffern, oder „keine“' },
  supervision: { ask: 'Welche Behörde führt die Rechtsaufsicht?', form: 'der Name der Behörde' },
  chair: { ask: 'Wer sitzt dem Aufsichtsrat vor?', form: 'Vor- und Nachname, oder „keiner“, wenn es keinen gibt' },
  audit: { ask: 'Welcher Prüfungsverband ist zuständig?', form: 'der Name des Verbands' },
  'data-protection': {
    ask: 'E-Mail-Adresse für Fragen an die Datenschutzbeauftragte oder den Datenschutzbeauftragten?',
    form: 'eine E-Mail-Adresse; wo das Haus niemanden braucht, „niemand“',
  },
  editors: { ask: 'E-Mail-Adresse der Redaktion?', form: 'eine E-Mail-Adresse' },
  hosting: {
    ask: 'Wo läuft die Website?',
    form: '„eigen“ für einen Rechner Ihres Hauses, sonst Name und Ort des Dienstleisters: „Rechenzentrum Muster, Musterstadt“',
  },
  colour: { ask: 'Welche Farbe hat das Haus?', form: '# und sechs Zeichen von 0 bis 9 und a bis f: #0b5268' },
  logo: { ask: 'Wo liegt das Logo?', form: 'der Weg zu einer Datei: SVG, PNG oder JPEG' },
  abo: { ask: 'Soll man den Newsletter per E-Mail abonnieren können?', form: '„ja“ oder „nein“' },
} as const satisfies Record<string, { ask: string; form: string }>;

/** Answers that say that there is none. */
export const initNone = /^(?:keins?|keine[rs]?|niemand|none)$/i;
export const initYes = /^(?:ja|j|yes|y)$/i;
export const initNo = /^(?:nein|n|no)$/i;
export const initOwn = /^(?:eigen|eigener|own)$/i;

export const initWords = {
  welcome:
    'Eine neue Publikation: Die Beispielinhalte weichen den Angaben Ihres Hauses.\nWas Sie noch nicht wissen, lassen Sie leer; die Prüfung nennt es Ihnen am Ende.',
  /** A question as it stands at the terminal. */
  question: (ask: string, form: string, usual: string | undefined) =>
    `\n${ask}\n  ${form}${usual === undefined ? '' : `\n  [${usual}]`}\n> `,
  choice: (value: string, word: string) => `  ${value.padEnd(14)}${word}`,
  notUnderstood: (text: string, form: string) => `„${text}“ passt hier nicht. Erwartet: ${form}.`,
  oneOf: (known: readonly string[], nearest: string | undefined) =>
    `${known.join(', ')}${nearest ? ` (meinten Sie „${nearest}“?)` : ''}`,
  noSuchFile: 'der Weg zu einer Datei, die es gibt: SVG, PNG oder JPEG',
  needed: 'Ohne diese Angabe geht es nicht weiter.',
  agree: (files: readonly string[], removed: number) =>
    `\nGeschrieben werden:\n${files.map((file) => `  ${file}`).join('\n')}\nGelöscht werden ${removed === 1 ? 'eine Datei' : `${removed} Dateien`} des mitgelieferten Beispiels. Einverstanden? (ja/nein) `,
  written: (file: string) => `Geschrieben: ${file}`,
  removed: (count: number) =>
    count === 1 ? 'Gelöscht: eine Datei des Beispiels' : `Gelöscht: ${count} Dateien des Beispiels`,
  kept: (file: string) => `Geblieben: ${file} (nicht oder nicht mehr aus dem Beispiel)`,
  /** `readable` are the house's colours where its own can't be read. */
  assumed: (
    retentionDays: number,
    contact: string,
    sender: string | undefined,
    readable: { wanted: string; light: string; dark: string } | undefined,
  ) =>
    `\nAngenommen haben wir; bitte prüfen Sie es in den Dateien:\n${[
      `datenschutz.md: Der Server schreibt Zugriffe mit IP-Adresse in ein Protokoll und löscht es nach ${retentionDays} Tagen, wie es docs/betrieb.md einrichtet.`,
      ...(readable
        ? [
            `site.md: Die Farbe ${readable.wanted} ist als Schrift nicht überall zu lesen; auf hellem Grund gilt ${readable.light}, auf dunklem ${readable.dark}.`,
          ]
        : []),
      `site.md: Meldungen von Sicherheitslücken gehen ein Jahr lang an ${contact}.`,
      ...(sender ? [`site.md: Die E-Mails kommen von ${sender}; datenschutz.md: Ihr Haus verschickt sie selbst.`] : []),
    ]
      .map((line) => `  ${line}`)
      .join('\n')}`,
  left: '\nWas nur ein Mensch eintragen kann:\n',
  nothingLeft: '\nEs ist alles da, was eine Publikation braucht.',
  next: (hint: string) =>
    `\nWeiter: npm run new -- ${hint} legt die erste Ausgabe an, npm run dev zeigt sie; oder schreiben Sie im Browser: npm run redaktion.`,
};

export const initErrors = {
  alreadySetUp:
    'content/site.md gehört schon zu einer eingerichteten Publikation; init ersetzt nur das mitgelieferte Beispiel.\nErwartet: die Angaben in content/site.md selbst ändern; was jede bedeutet, steht in docs/einrichten.md.',
  siteChanged:
    'content/site.md ist nicht mehr das mitgelieferte Beispiel; init würde Ihre Änderungen überschreiben.\nErwartet: die Datei weiter von Hand ausfüllen, oder sie umbenennen und init noch einmal aufrufen.',
  /** `missing` are names of options. */
  missing: (missing: readonly string[]) =>
    `Es fehlen Angaben: ${missing.map((name) => `--${name}`).join(', ')}.\nErwartet: im Terminal aufrufen und die Fragen beantworten, oder jede Angabe als Option oder in einer Datei: npm run init -- --from angaben.yaml`,
  wrong: (option: string, text: string, form: string) => `--${option}: „${text}“ passt hier nicht.\nErwartet: ${form}.`,
  wrongInFile: (file: string, line: number, key: string, text: string, form: string) =>
    `${file}:${line}: ${key}: „${text}“ passt hier nicht.\nErwartet: ${form}.`,
  unknownInFile: (file: string, line: number, key: string, known: readonly string[]) =>
    `${file}:${line}: „${key}“ kennt init nicht.\nErwartet: ${known.join(', ')}.`,
  unreadable: (file: string) => `Die Datei „${file}“ lässt sich nicht lesen.\nErwartet: der Weg zu einer Datei.`,
  notYaml: (file: string, line: number) =>
    `${file}:${line}: Diese Zeile ist nicht zu verstehen.\nErwartet: je Zeile eine Angabe, zum Beispiel „title: Rathausblatt“.`,
  notAgreed: 'Es bleibt alles, wie es war.',
  answersKept: (file: string) =>
    `Es bleibt alles, wie es war. Ihre Antworten stehen in ${file}: Ändern Sie dort, was nicht stimmt, und rufen Sie npm run init -- --from ${file} auf.`,
};

/** What people call a legal form, besides its name in messages. */
export const formsInWords: Readonly<Record<LegalForm, readonly string[]>> = {
  zweckverband: ['Kommunaler Zweckverband', 'ZV'],
  kommune: ['Gebietskörperschaft', 'Gemeinde', 'Stadt', 'Landkreis', 'Kreis', 'Samtgemeinde'],
  aoer: ['Anstalt des öffentlichen Rechts', 'AöR', 'Anstalt'],
  koer: ['Körperschaft des öffentlichen Rechts', 'KöR', 'Körperschaft'],
  'stiftung-oer': ['Stiftung des öffentlichen Rechts', 'Stiftung'],
  gmbh: ['Gesellschaft mit beschränkter Haftung'],
  ggmbh: ['gemeinnützige Gesellschaft mit beschränkter Haftung', 'gemeinnützige GmbH'],
  ag: ['Aktiengesellschaft'],
  eg: ['eingetragene Genossenschaft', 'Genossenschaft', 'e. G.'],
  ev: ['eingetragener Verein', 'Verein', 'e. V.', 'e.V.'],
};

/** The legal form in words, for those that must say it. */
export const legalFormTexts: Partial<Record<LegalForm, string>> = {
  zweckverband: 'Zweckverband, Körperschaft des öffentlichen Rechts',
  kommune: 'Gebietskörperschaft des öffentlichen Rechts',
  aoer: 'Anstalt des öffentlichen Rechts',
  koer: 'Körperschaft des öffentlichen Rechts',
  'stiftung-oer': 'Stiftung des öffentlichen Rechts',
};

/** What stands in the fresh files. */
export const freshWords = {
  description: (house: string) => `Nachrichten, Praxisberichte und Termine: ${house}.`,
  editorsName: (title: string) => `Redaktion ${title}`,
  lead: (title: string, house: string, hasAbo: boolean) =>
    hasAbo
      ? `${title} ist der Newsletter unseres Hauses (${house}). Lesen Sie ihn hier, folgen Sie ihm [per RSS](/feeds/), ganz ohne Anmeldung, oder [abonnieren Sie ihn per E-Mail](/abo/).`
      : `${title} ist der Newsletter unseres Hauses (${house}). Lesen Sie ihn hier, oder folgen Sie ihm [per RSS](/feeds/), ganz ohne Anmeldung.`,
  siteComment: ' Was jede Angabe bedeutet, steht in docs/einrichten.md.',
  register: ' register: Register und Nummer, oder „none“, wenn das Haus in keinem steht',
  statementComment:
    ' Noch einzutragen: status (fully-compliant, partially-compliant oder not-compliant), gaps, assessment mit method und on,\n createdOn und reviewedOn. Das kann nur sagen, wer die Website geprüft hat; die Felder stehen in docs/einrichten.md.',
  privacyComment: ' Was der Server wirklich tut; ändern Sie, was bei Ihnen anders ist.',
  scope: (host: string) => [
    `die Website ${host} mit allen Ausgaben, Beiträgen und Anhängen`,
    'die Feeds dieser Website',
  ],
  feedbackUnit: (editors: string, house: string) => `${editors}, ${house}`,
  /** `.gitignore` */
  ignored: `# Was ein Befehl immer wieder neu macht
dist/
dist-mail/
server/
.astro/
.cache/
node_modules/
*.log

# Adressen der Abonnements und der Schlüssel dazu
data/

# Bilder, die gezeigt, aber nicht weitergegeben werden dürfen
content/licensed/
`,
  terms: `# Die Begriffe, unter denen Beiträge zu finden sind. „slug“ steht in der Adresse und bleibt, wie er ist.
# topics:
#   - name: Digitale Verwaltung
#     slug: digitale-verwaltung
#     description: Ein Satz, der auf der Seite des Themas steht.

topics: []
municipalities: []
software: []
`,
};
