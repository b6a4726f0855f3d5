/** What an import says: what it recognised, dropped and left to do, and why it can't read a file. */
import { listed, plural } from './phrases.ts';

const cut = (text: string, most = 160) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 2).trimEnd()} …` : line;
};
const quote = (text: string, most?: number) => `„${cut(text, most)}“`;
const list = (texts: readonly string[]) => texts.map((text) => quote(text, 60)).join(', ');

/** Sentences for {@link import('../import/imported.ts').ImportNotes}. */
export const importNotes = {
  title: (title: string) => `Titel: ${quote(title)}`,
  titleReplaced: (title: string) => `Der Titel in der Datei war ${quote(title)}.`,
  titleGuessed: (from: 'document' | 'name' | 'subject') =>
    ({
      document: 'Der Titel steht in den Eigenschaften der Datei, nicht im Text. Prüfen Sie ihn.',
      name: 'Im Text steht kein Titel. Eingesetzt ist der Name der Datei.',
      subject: 'Der Titel ist der Betreff der E-Mail. Prüfen Sie ihn.',
    })[from],
  titleMissing: 'Im Text steht kein Titel. Tragen Sie ihn ein, oder nennen Sie ihn mit --title.',
  lead: (text: string) => `Vorspann der Ausgabe: ${quote(text)}`,
  subtitle: (text: string) => `Unterzeile: ${quote(text)}`,
  summaryGuessed: 'Die Zusammenfassung (summary) ist der Anfang des Textes. Schreiben Sie eine eigene.',
  summaryMissing: 'Die Zusammenfassung (summary) fehlt noch.',
  parts: (parts: { headings: number; lists: number; tables: number; links: number; footnotes: number }) =>
    `Im Text: ${[
      ...(parts.headings > 0 ? [plural(parts.headings, 'Zwischenüberschrift', 'Zwischenüberschriften')] : []),
      ...(parts.lists > 0 ? [plural(parts.lists, 'Liste', 'Listen')] : []),
      ...(parts.tables > 0 ? [plural(parts.tables, 'Tabelle', 'Tabellen')] : []),
      ...(parts.links > 0 ? [plural(parts.links, 'Link', 'Links')] : []),
      ...(parts.footnotes > 0 ? [plural(parts.footnotes, 'Fußnote', 'Fußnoten')] : []),
    ].join(', ')}`,
  boldHeadings: (lines: readonly string[]) =>
    `Fette Zeilen, als ${lines.length === 1 ? 'Überschrift' : 'Überschriften'} gelesen: ${list(lines)}`,
  plainHeadings: (lines: readonly string[]) =>
    `Kurze Zeilen, als ${lines.length === 1 ? 'Überschrift' : 'Überschriften'} gelesen: ${list(lines)}`,
  voices: (names: readonly string[]) => `Zitate mit Namen: ${names.join(', ')}`,
  people: (names: readonly string[]) =>
    `Im Text kommen zu Wort: ${names.join(', ')}. Prüfen Sie Namen und Funktion unter people.`,
  footerLine: (lines: readonly string[]) => `Schlusszeile: ${list(lines)}`,
  issue: (key: string) => `Ausgabe: ${key}`,
  credit: (credit: string) => `Bildnachweis: ${quote(credit)}`,
  creditBelow: (name: string, credit: string) => `Bild ${name}: Darunter steht der Nachweis ${quote(credit)}.`,
  creditsDiffer: (footer: string, nearer: readonly { file: string; credit: string }[]) =>
    `Die Schlusszeile nennt den Nachweis ${quote(footer)}, ${nearer.map(({ file, credit }) => `unter dem Bild ${file} steht ${quote(credit)}`).join(', ')}. Eingetragen ist, was beim Bild steht. Prüfen Sie, was stimmt.`,
  creditOfMany: (credit: string) =>
    `Zu welchem Bild der Nachweis ${quote(credit)} gehört, ist nicht zu erkennen. Tragen Sie ihn dort unter credit ein.`,
  creditWithoutPicture: (credit: string) =>
    `Zum Nachweis ${quote(credit)} gibt es in der Datei kein Bild. Bis Sie es hinzufügen, steht an seiner Stelle eine Zeichnung.`,
  withheldReason: 'Das Bild war in der eingelesenen Datei nicht enthalten.',
  municipality: (name: string) => `Kommune: ${name}`,
  software: (names: readonly string[]) => `Verfahren: ${names.join(', ')}`,
  caseStudy:
    'Die Art (kind) ist case-study, weil eine Kommune zu Wort kommt. Holen Sie ihre Freigabe ein (releasedBy).',
  kind: 'Die Art (kind) ist news. Ändern Sie sie, wenn es ein Praxisbericht, eine Veranstaltung oder ein Hinweis ist.',
  picture: (
    name: string,
    said: { creator?: string; credit?: string; copyright?: string; description?: string; hasPlace: boolean },
  ) => {
    const facts = [
      ...(said.creator ? [`Urheber ${quote(said.creator)}`] : []),
      ...(said.credit ? [`Nachweis ${quote(said.credit)}`] : []),
      ...(said.copyright ? [`Rechte ${quote(said.copyright)}`] : []),
      ...(said.description ? [`Beschreibung ${quote(said.description)}`] : []),
      ...(said.hasPlace ? ['der Ort der Aufnahme (die Website veröffentlicht ihn nicht)'] : []),
    ];
    return `Bild ${name}: ${facts.length > 0 ? `In der Datei steht ${facts.join(', ')}.` : 'Die Datei sagt nichts über Urheber und Rechte.'}`;
  },
  pictureToDo: (names: readonly string[], missing: readonly ('credit' | 'licence' | 'alt')[]) => {
    const words = {
      credit: 'der Nachweis (credit)',
      licence: 'die Lizenz (licence)',
      alt: 'eine Beschreibung (alt)',
    };
    return `Zu ${names.length === 1 ? 'dem Bild' : 'den Bildern'} ${names.join(', ')} ${missing.length === 1 ? 'fehlt' : 'fehlen'} noch ${listed(missing.map((field) => words[field]))}.`;
  },
  linkedPicture: 'Ein Bild, das im Dokument nur verknüpft ist. Fügen Sie es selbst hinzu.',
  pictureElsewhere: (address: string) =>
    `Ein Bild, das nicht in der Datei steckt: ${quote(address, 90)}. Es wurde nicht geladen; fügen Sie es selbst hinzu.`,
  pictureFormat: (format: string, alt: string) =>
    `Ein Bild im Format ${format}${alt ? ` (${quote(alt, 60)})` : ''}, das Browser nicht zeigen. Speichern Sie es als PNG oder JPEG, und fügen Sie es hinzu.`,
  pictureInText: (alt: string) =>
    `Ein Bild in einer Liste, Überschrift oder Fußnote${alt ? ` (${quote(alt, 60)})` : ''}. Fügen Sie es an einer eigenen Stelle hinzu.`,
  tinyPicture: 'Ein Bild von wenigen Punkten, das nur zählt oder Platz füllt.',
  attachedPicture: (name: string) =>
    `Das angehängte Bild ${quote(name)} steht am Ende des Textes. Setzen Sie es an seine Stelle.`,
  attachedText: (name: string) =>
    `Im Anhang liegt ${quote(name)}. Steht der Text dort, speichern Sie den Anhang, und lesen Sie ihn ein.`,
  attachment: (name: string) =>
    `Der Anhang ${quote(name)}. Soll er erscheinen, legen Sie ihn in den Ordner, und nennen Sie ihn unter attachments.`,
  onlyPlainText:
    'Die Nachricht ist sehr groß; gelesen wurde ihre Fassung ohne Formatierung. Vergleichen Sie den Text mit dem Original.',
  winmail:
    'Der Anhang winmail.dat: Outlook hat den Text darin verpackt. Bitten Sie, die Nachricht als HTML oder Nur-Text zu senden.',
  signedMail: (name: string) => `Die Signatur der E-Mail (${name}).`,
  coverNote: (text: string) => `Die Nachricht über dem weitergeleiteten Text: ${quote(text)}`,
  quotedMail: (text: string) => `Die zitierte ältere Nachricht: ${quote(text)}`,
  forwardedFrom: (from: string) =>
    from ? `Weitergeleitet, ursprünglich von ${cut(from)}` : 'Eine weitergeleitete E-Mail',
  signature: (text: string) => `Gruß und Signatur: ${quote(text)}`,
  margins: (lines: readonly string[]) => `Kopf- und Fußzeilen der Seiten: ${list(lines)}`,
  trackedChanges: (inserted: number, deleted: number) =>
    `Überarbeitungen: ${plural(inserted, 'Einfügung gilt', 'Einfügungen gelten')}, ${plural(deleted, 'Streichung ist', 'Streichungen sind')} entfernt.`,
  comment: (author: string, text: string) => `Kommentar${author ? ` von ${author}` : ''}: ${quote(text)}`,
  hiddenText: (text: string) => `Ausgeblendeter Text: ${quote(text)}`,
  tableOfContents: 'Das Inhaltsverzeichnis.',
  formulas: (count: number) =>
    `${plural(count, 'Formel', 'Formeln')}. Schreiben Sie sie in Worten, oder fügen Sie ein Bild ein.`,
  charts: (count: number) =>
    `${plural(count, 'Diagramm', 'Diagramme')}. Fügen Sie ein Bild davon ein, und nennen Sie die Zahlen im Text.`,
  players: (count: number) =>
    `${plural(count, 'eingebettetes Medium', 'eingebettete Medien')} (Video, Karte, Formular).`,
  textBoxes: 'Textfelder stehen jetzt hinter dem Absatz, an dem sie hingen. Prüfen Sie die Stelle.',
  letteredList: 'Eine Aufzählung mit Buchstaben oder römischen Zahlen hat jetzt arabische. Prüfen Sie Verweise darauf.',
  tableWithoutHead: (text: string) =>
    `In der Tabelle ${quote(text)} gilt die erste Zeile als Kopf. Prüfen Sie, ob das stimmt.`,
  mergedCells: (text: string) =>
    `In der Tabelle ${quote(text)} waren Zellen verbunden. Prüfen Sie, ob jede Zeile für sich verständlich ist.`,
  paragraphsInCells: (text: string) =>
    `In der Tabelle ${quote(text)} standen mehrere Absätze in einer Zelle; sie sind jetzt Zeilen.`,
  softHyphens: (count: number) => plural(count, 'weiches Trennzeichen', 'weiche Trennzeichen'),
  invisible: (count: number) => plural(count, 'unsichtbares Zeichen', 'unsichtbare Zeichen'),
  unreadable: (count: number) =>
    `${plural(count, 'Zeichen war', 'Zeichen waren')} in der Datei nicht lesbar. Vergleichen Sie den Text mit dem Original.`,
  trackingDropped: (count: number) =>
    `In ${plural(count, 'Link', 'Links')} die Teile, die Leserinnen und Leser verfolgen.`,
  linkDropped: (text: string, url: string) =>
    `Der Link hinter ${quote(text, 60)}: ${quote(url, 90)} führt nicht ins Web.`,
  linkOfPicture: (url: string) => `Der Link hinter einem Bild: ${quote(url, 90)}`,
  found: (found: string, advice: string) => `Im Text: ${found}. ${advice}`,
} as const;

/** What a file that can't be read is answered with; `name` is the file's. */
export const importErrors = {
  tooLarge: (name: string, megabytes: number) =>
    `„${name}“ ist größer als ${megabytes} MB. Verkleinern Sie die Bilder darin, oder kopieren Sie den Text in eine neue Datei.`,
  inflatesTooFar: (name: string) =>
    `„${name}“ wird beim Entpacken zu groß. Das ist kein gewöhnliches Dokument; es wurde nichts gelesen.`,
  tooDeep: (name: string) => `„${name}“ ist zu tief verschachtelt. Kopieren Sie den Text in eine neue Datei.`,
  tooLong: (name: string, most: number) =>
    `„${name}“ ist länger, als ein Beitrag sein kann (${most.toLocaleString('de')} Zeichen). Teilen Sie den Text auf.`,
  brackets: (name: string) =>
    `In „${name}“ stehen mehr Links, Fußnoten und eckige Klammern, als ein Beitrag haben kann. Teilen Sie den Text auf.`,
  damaged: (name: string) =>
    `„${name}“ ist beschädigt oder keine solche Datei. Öffnen Sie sie in dem Programm, aus dem sie kommt, und speichern Sie sie neu.`,
  empty: (name: string) => `„${name}“ ist leer.`,
  noText: (name: string, dropped: readonly string[]) =>
    `In „${name}“ steht kein Text.${dropped.length > 0 ? ` Darin war nur:\n${dropped.map((line) => `  ${line}`).join('\n')}` : ''}`,
  encrypted: (name: string) => `„${name}“ ist mit einem Kennwort geschützt. Speichern Sie die Datei ohne Kennwort.`,
  encryptedMail: (name: string) =>
    `„${name}“ ist verschlüsselt. Öffnen Sie die E-Mail, und speichern Sie den Text in einer Word- oder Textdatei.`,
  oldFormat: (name: string, format: string) =>
    `„${name}“ hat das Format ${format}. Öffnen Sie die Datei in Word, und speichern Sie sie als .docx.`,
  pdf: (name: string) =>
    `„${name}“ ist ein PDF. Darin sind Absätze und Überschriften nicht mehr zu erkennen; lassen Sie sich das Dokument geben, aus dem es entstand.`,
  picture: (name: string) =>
    `„${name}“ ist ein Bild. Legen Sie es in den Ordner der Ausgabe, und nennen Sie es im Beitrag.`,
  otherOffice: (name: string) =>
    `„${name}“ ist eine Tabelle oder Präsentation. Kopieren Sie, was erscheinen soll, in ein Textdokument.`,
  archive: (name: string) => `„${name}“ ist ein Archiv. Entpacken Sie es, und nennen Sie die Dateien darin.`,
  markupFormat: (name: string) =>
    `„${name}“ ist eine XML-Datei und kein Text. Gelesen werden .docx, .odt, .msg, .eml, .html und .txt.`,
  unknownFormat: (name: string) =>
    `„${name}“ hat ein unbekanntes Format. Gelesen werden .docx, .odt, .msg, .eml, .html und .txt.`,
};

/** Comments in the front matter of an imported article, each above its field. */
export const importComments = {
  kind: 'Art: case-study (Praxisbericht), news (Nachricht), event (Veranstaltung), notice (Hinweis)',
  summary: 'Vorschlag; ein oder zwei Sätze für Übersicht, Feed und Suchmaschine.',
  people: 'Wessen Aussagen im Text stehen; Vorschlag.',
  draft: 'Löschen Sie die nächste Zeile, wenn der Beitrag erscheinen soll.',
  draftIssue: 'Löschen Sie die nächste Zeile, wenn die Ausgabe erscheinen soll.',
  publishedOn: 'Tag der Veröffentlichung; vorgeschlagen ist der Donnerstag der Woche.',
  missing: {
    alt: 'alt: was zu sehen ist, in einem Satz',
    credit: 'credit: wem das Bild gehört, ohne ©',
    licence: 'licence: own, commissioned, stock-standard, cc-by-4.0 …',
  },
};

export const importCommand = {
  reading: (name: string) => `Gelesen: ${name}`,
  recognised: 'Erkannt:',
  dropped: 'Weggelassen:',
  leftToDo: 'Noch zu tun:',
  otherIssue: (named: string, taken: string) =>
    `Im Text steht Ausgabe ${named}; abgelegt ist der Beitrag in ${taken}, wie Sie es wollten.`,
  created: (file: string) => `Angelegt: ${file}`,
  next: 'Ansehen: npm run dev · Prüfen: npm run check',
  paste: 'Fügen Sie den Text ein. Zum Abschließen drücken Sie Strg+D, unter Windows Strg+Z und die Eingabetaste.',
  pasted: 'Eingabe',
};

export const importCommandErrors = {
  fileMissing: 'Nennen Sie eine Datei: npm run import -- beitrag.docx\nOder fügen Sie Text ein: npm run import -- -',
  notFound: (file: string) => `Die Datei „${file}“ gibt es nicht.`,
  notAFile: (file: string) => `„${file}“ ist keine gewöhnliche Datei.`,
  issueUnknown: (name: string, example: string) =>
    `In „${name}“ steht nicht, zu welcher Ausgabe der Text gehört. Nennen Sie sie: --issue ${example}`,
  titleForMany: '--title gilt für eine Datei. Lesen Sie die Dateien einzeln ein.',
  standardInputTwice: 'Das Zeichen „-“ für die Eingabe darf nur einmal vorkommen.',
  fileExists: (file: string) =>
    `Die Datei ${file} gibt es schon. Es wurde nichts verändert. Geben Sie dem Beitrag mit --title einen anderen Titel.`,
};
