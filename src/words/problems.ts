import type { Licence } from '../model/licence.ts';
import { licenceWords } from './pictures.ts';
import { dayForm, fieldWords, legalFormWords, momentForm, oneOf } from './terms.ts';
import { otherYamlMistake, yamlMistakes } from './yaml.ts';

/** What an editor is told about a problem, apart from its place. */
export interface Finding {
  severity: 'error' | 'warning';
  rule: RuleName;
  found: string;
  expected: string;
  advice: string;
  /** What `check --fix` puts in the place of `from` in the line, where that needs no thought. */
  correction?: { from: string; to: string };
}

type Sentences = Omit<Finding, 'rule' | 'severity'>;

interface Rule<Facts> {
  severity: Finding['severity'];
  say: (facts: Facts) => Sentences;
}

const error = <Facts>(say: Rule<Facts>['say']): Rule<Facts> => ({ severity: 'error', say });
const warning = <Facts>(say: Rule<Facts>['say']): Rule<Facts> => ({ severity: 'warning', say });

/** On one line and not too long, since an editor may have pasted a whole paragraph. */
const quoted = (text: string) => {
  const line = text.replace(/\s+/g, ' ');
  return line === '' ? 'nichts' : `„${line.length > 80 ? `${line.slice(0, 79)}…` : line}“`;
};
/** A guess at what was meant, if there is one, and what to do otherwise: `advice` begins with a small letter. */
const similar = (nearest: string | undefined, advice: string) =>
  nearest ? `Meinten Sie „${nearest}“? Sonst ${advice}` : advice.charAt(0).toUpperCase() + advice.slice(1);
const given = (input: unknown) => {
  if (Array.isArray(input)) return 'eine Liste';
  if (typeof input === 'object') return 'mehrere Felder';
  return typeof input === 'number' ? `die Zahl ${input}` : `den Wert ${quoted(String(input))}`;
};
const pictureFormats = 'ein Bild als JPEG, PNG, WebP, AVIF, TIFF oder GIF';
/** Rounded down, so that a value just below a limit is never shown as the limit itself. */
const inGerman = (number: number) =>
  (Math.floor(number * 10) / 10).toLocaleString('de-DE', { minimumFractionDigits: 1 });
const imprintField = (field: string) => fieldWords[field] ?? field;
const legalForm = (form: string) => `bei der Rechtsform „${legalFormWords[form] ?? form}“`;

interface TooLarge {
  file: string;
  width: number;
  height: number;
  mostOnOneSide: number;
  mostMegapixels: number;
}

/** Every mistake that a user can make, in one place. A rule's name is stable: tests and tools refer to it. */
const rules = {
  // Files and front matter
  notUtf8: error(() => ({
    found: 'Zeichen, die nicht in UTF-8 gespeichert sind',
    expected: 'eine Textdatei in UTF-8',
    advice: 'Speichern Sie die Datei in Ihrem Editor mit der Kodierung UTF-8.',
  })),
  frontMatterMissing: error(() => ({
    found: 'keinen Kopf',
    expected: 'einen Kopf zwischen zwei Zeilen aus „---“ am Anfang der Datei',
    advice: 'Beginnen Sie die Datei mit „---“, den Feldern und noch einmal „---“.',
  })),
  frontMatterLanguage: error(({ language }: { language: string }) => ({
    found: `einen Kopf in der Sprache ${quoted(language)}`,
    expected: 'einen Kopf in YAML',
    advice: `Löschen Sie ${quoted(language)} hinter „---“. Der Kopf wurde nicht ausgeführt.`,
  })),
  frontMatterOpen: error(() => ({
    found: 'einen Kopf ohne Ende',
    expected: 'eine Zeile aus „---“ zwischen den Feldern und dem Text',
    advice: 'Ergänzen Sie die Zeile „---“ nach dem letzten Feld.',
  })),
  yamlBroken: error(({ code }: { code: string }) => yamlMistakes[code] ?? otherYamlMistake),
  unknownField: error(({ name, nearest, known }: { name: string; nearest?: string; known: readonly string[] }) => ({
    found: `das unbekannte Feld ${quoted(name)}`,
    expected: `eines dieser Felder: ${known.join(', ')}`,
    advice: similar(nearest, 'löschen Sie die Zeile oder wählen Sie ein bekanntes Feld.'),
  })),
  fieldMissing: error(({ name, type }: { name: string; type: string }) => ({
    found: `kein Feld ${quoted(name)}`,
    expected: type,
    advice: `Ergänzen Sie „${name}: …“.`,
  })),
  wrongType: error(({ input, type, quotable }: { input: unknown; type: string; quotable?: boolean }) => ({
    found: given(input),
    expected: type,
    advice: quotable ? 'Setzen Sie den Wert in Anführungszeichen.' : 'Schreiben Sie den Wert in dieser Form.',
  })),
  notAllowed: error(({ value, allowed, nearest }: { value: string; allowed: readonly string[]; nearest?: string }) => ({
    found: quoted(value),
    expected: oneOf(allowed),
    advice: similar(nearest, 'wählen Sie einen der Werte.'),
  })),
  tooLong: error(({ length, most }: { length: number; most: number }) => ({
    found: `${length} Zeichen`,
    expected: `höchstens ${most} Zeichen`,
    advice: 'Kürzen Sie den Text; Einzelheiten gehören in den Beitrag.',
  })),
  tooFew: error(({ least }: { least: number }) => ({
    found: 'zu wenige Einträge',
    expected: least === 1 ? 'mindestens einen Eintrag' : `mindestens ${least} Einträge`,
    advice: 'Ergänzen Sie, was fehlt.',
  })),
  notTheForm: error(({ value, example }: { value: string; example: string }) => ({
    found: quoted(value),
    expected: `einen Wert wie „${example}“`,
    advice: 'Schreiben Sie den Wert in dieser Form.',
  })),
  empty: error(() => ({
    found: 'ein leeres Feld',
    expected: 'einen Wert',
    advice: 'Füllen Sie das Feld aus; wenn es hier nicht gebraucht wird, löschen Sie die Zeile.',
  })),
  germanDate: error(({ text, corrected }: { text: string; corrected: string }) => ({
    found: `das deutsche Datum ${quoted(text)}`,
    expected: dayForm,
    advice: `Schreiben Sie ${corrected}.`,
    correction: { from: text, to: corrected },
  })),
  notADay: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'einen Tag, den es gibt, in der Form JJJJ-MM-TT',
    advice: 'Schreiben Sie zum Beispiel 2025-08-14.',
  })),
  notAMoment: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: momentForm,
    advice: 'Schreiben Sie den Zeitpunkt in einer der beiden Formen.',
  })),
  notATagUri: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'eine Kennung wie tag:verlag.example,2025-08-14:…',
    advice:
      'Stellen Sie die frühere Kennung wieder her. Ist noch nichts erschienen, löschen Sie die Zeile; „npm run check -- --fix“ vergibt eine neue.',
  })),
  notAnEmail: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'eine E-Mail-Adresse',
    advice: 'Schreiben Sie die Adresse ohne „mailto:“, Namen und Leerzeichen.',
  })),
  notAWebAddress: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'eine vollständige Adresse, die mit https:// beginnt',
    advice: 'Kopieren Sie die Adresse aus der Adresszeile des Browsers.',
  })),
  notAnOrigin: error(({ text, corrected }: { text: string; corrected?: string }) => ({
    found: quoted(text),
    expected: 'die Adresse der Website ohne Pfad, zum Beispiel https://kurrende.example',
    advice: corrected ? `Schreiben Sie ${corrected}.` : 'Kopieren Sie die Adresse aus der Adresszeile des Browsers.',
  })),
  notHttps: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'eine Adresse mit https: (RFC 8058)',
    advice: `Schreiben Sie ${text.replace('http:', 'https:')}, und richten Sie dort ein Zertifikat ein.`,
  })),
  notADomain: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'einen Rechnernamen in Kleinbuchstaben wie verlag.example',
    advice: 'Lassen Sie https:// und alles nach dem Namen weg.',
  })),
  notASlug: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel landkreis-wesermarsch',
    advice: 'Schreiben Sie ä als ae, ß als ss und statt Leerzeichen Bindestriche.',
  })),
  notAFileName: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'den Namen einer Datei, die im Ordner der Ausgabe liegt',
    advice: 'Legen Sie die Datei in den Ordner der Ausgabe und nennen Sie nur ihren Namen.',
  })),
  notAFormerAddress: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'einen Pfad, der mit / beginnt und endet, zum Beispiel /news/33-kw/',
    advice: 'Schreiben Sie den Pfad ohne Rechnernamen.',
  })),

  notAColour: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'eine Farbe aus # und sechs Ziffern von 0 bis f, zum Beispiel "#0b5268"',
    advice: 'Setzen Sie den Wert in Anführungszeichen: Ohne sie hält YAML alles nach # für einen Kommentar.',
  })),
  contrastTooLow: error(
    ({ colour, contrast, least, scheme }: { colour: string; contrast: number; least: number; scheme: string }) => ({
      found: `die Farbe ${quoted(colour)} mit einem Kontrast von ${inGerman(contrast)} : 1 auf ${scheme === 'light' ? 'hellem' : 'dunklem'} Grund`,
      expected: `einen Kontrast von mindestens ${inGerman(least)} : 1, damit alle den Text lesen können (WCAG 1.4.3)`,
      advice: `Wählen Sie einen ${scheme === 'light' ? 'dunkleren' : 'helleren'} Ton derselben Farbe.`,
    }),
  ),

  // Issues and articles
  unknownFile: error(({ name, form }: { name: string; form: string }) => ({
    found: quoted(name),
    expected: form,
    advice: 'Benennen Sie um, was zur Ausgabe gehört; löschen Sie, was nicht hierher gehört.',
  })),
  indexMissing: error(() => ({
    found: 'einen Ordner ohne index.md',
    expected: 'die Datei index.md mit Titel und Vorspann der Ausgabe',
    advice: 'Legen Sie index.md an oder entfernen Sie den Ordner.',
  })),
  impossibleWeek: error(({ key, weeks, year }: { key: string; weeks: number; year: number }) => ({
    found: quoted(key),
    expected: `eine Kalenderwoche, die es gibt: ${year} hat ${weeks} Wochen; die zweite Woche einer Doppelausgabe folgt auf die erste`,
    advice: 'Benennen Sie den Ordner nach der richtigen Woche.',
  })),
  siteMissing: error(({ name }: { name: string }) => ({
    found: `keine Datei ${name}`,
    expected: `die Datei content/${name}`,
    advice: 'Legen Sie die Datei an; eine Vorlage steht in den Beispielinhalten des Produkts.',
  })),
  idMissing: error(() => ({
    found: 'keine Kennung (id)',
    expected: 'eine Kennung, an der Feed-Programme den Beitrag wiedererkennen',
    advice: 'Rufen Sie „npm run check -- --fix“ auf; das trägt eine ein.',
  })),
  duplicateId: error(({ other }: { other: string }) => ({
    found: `dieselbe Kennung wie in ${other}`,
    expected: 'je Ausgabe und Beitrag eine eigene Kennung',
    advice: 'Löschen Sie die Zeile „id“ in der jüngeren Datei und rufen Sie „npm run check -- --fix“ auf.',
  })),
  duplicateAddress: error(({ address, other }: { address: string; other: string }) => ({
    found: `die Adresse ${address}, die schon ${other} hat`,
    expected: 'je Seite eine eigene Adresse',
    advice: 'Ändern Sie den Dateinamen, das Kürzel oder die frühere Adresse.',
  })),
  duplicateNumber: warning(({ number, other }: { number: number; other: string }) => ({
    found: `die Nummer ${number}, die auch ${other} hat`,
    expected: 'je Beitrag einer Ausgabe eine eigene Nummer',
    advice: 'Geben Sie einem der Beiträge eine andere Nummer, damit die Reihenfolge feststeht.',
  })),
  dayOutsideWeek: warning(({ day, first, last }: { day: string; first: string; last: string }) => ({
    found: `den Tag ${day}`,
    expected: `einen Tag nahe der Woche der Ausgabe (${first} bis ${last})`,
    advice: 'Prüfen Sie „publishedOn“ und den Namen des Ordners.',
  })),
  dayMissing: warning(({ day }: { day: string }) => ({
    found: 'keinen Tag der Veröffentlichung',
    expected: '„publishedOn“ mit dem Tag, an dem die Ausgabe erschienen ist',
    advice: `Ergänzen Sie den Tag. Bis dahin gilt der Donnerstag der Woche, ${day}.`,
  })),
  releaseMissing: warning(() => ({
    found: 'keine Freigabe durch die vorgestellte Verwaltung',
    expected: '„releasedBy“ mit name und on',
    advice: 'Tragen Sie ein, wer den Praxisbericht wann freigegeben hat.',
  })),
  correctionMissing: error(() => ({
    found: 'ein Änderungsdatum ohne Erklärung',
    expected: '„correction“ mit einem Satz, was geändert wurde',
    advice: 'Ergänzen Sie „correction“; der Satz steht auf der Seite.',
  })),
  updatedOnMissing: error(() => ({
    found: 'eine Berichtigung ohne Datum',
    expected: '„updatedOn“ mit dem Tag der Änderung',
    advice: 'Ergänzen Sie „updatedOn“.',
  })),
  updatedEarly: error(({ updated, published }: { updated: string; published: string }) => ({
    found: `eine Änderung am ${updated}, vor der Veröffentlichung am ${published}`,
    expected: 'einen Tag am Erscheinungstag oder danach',
    advice: 'Korrigieren Sie „updatedOn“ oder „publishedOn“.',
  })),
  eventMissing: error(() => ({
    found: 'eine Veranstaltung ohne Termin',
    expected: '„event“ mit start und place',
    advice: 'Ergänzen Sie den Termin oder wählen Sie eine andere Art (kind).',
  })),
  eventOfOtherKind: error(({ kind }: { kind: string }) => ({
    found: `einen Termin in einem Beitrag der Art „${kind}“`,
    expected: '„kind: event“',
    advice: 'Ändern Sie die Art (kind) auf event oder entfernen Sie den Termin.',
  })),
  eventEndsEarly: error(({ start, end }: { start: string; end: string }) => ({
    found: `Beginn ${start}, Ende ${end}`,
    expected: 'ein Ende nach dem Beginn, beide mit oder beide ohne Uhrzeit',
    advice: 'Korrigieren Sie „start“ oder „end“.',
  })),
  unknownTerm: error(({ text, nearest, list }: { text: string; nearest?: string; list: string }) => ({
    found: `${quoted(text)}; das steht nicht in content/terms.yaml`,
    expected: `ein Kürzel (slug) aus der Liste „${list}“`,
    advice: similar(nearest, 'tragen Sie den Begriff in content/terms.yaml ein.'),
  })),

  // Pictures and attachments
  altMissing: error(() => ({
    found: 'ein Bild ohne Alternativtext',
    expected: '„alt“ mit dem, was das Bild zeigt, oder „decorative: true“',
    advice: 'Beschreiben Sie in einem Satz, was jemand wissen muss, der das Bild nicht sieht.',
  })),
  altAndDecorative: error(() => ({
    found: 'ein schmückendes Bild mit Alternativtext',
    expected: 'entweder „alt“ oder „decorative: true“',
    advice: 'Löschen Sie eines von beiden.',
  })),
  creditMissing: error(({ demandedBy }: { demandedBy?: Licence }) => ({
    found: 'ein Bild ohne Nachweis',
    expected: demandedBy
      ? `„credit“ mit dem Nachweis, den die Lizenz „${licenceWords[demandedBy]}“ verlangt`
      : '„credit“ mit dem Nachweis, wie ihn der Urheber verlangt',
    advice: 'Ergänzen Sie zum Beispiel „credit: AdobeStock/Name“.',
  })),
  licenceMissing: error(({ licences }: { licences: readonly string[] }) => ({
    found: 'ein Bild ohne Lizenz',
    expected: `„licence“ mit einem dieser Werte: ${licences.join(', ')}`,
    advice: 'Ergänzen Sie die Lizenz, bei einem selbst gemachten Bild „licence: own“.',
  })),
  licenceExpired: error(({ day }: { day: string }) => ({
    found: `ein Bild, das nur bis ${day} gezeigt werden durfte`,
    expected: 'eine Lizenz, die noch gilt',
    advice: 'Verlängern Sie die Lizenz und setzen Sie „expiresOn“ neu, oder ersetzen Sie das Bild.',
  })),
  licenceEndsSoon: warning(({ day, days }: { day: string; days: number }) => ({
    found: `ein Bild, das nur noch bis ${day} gezeigt werden darf`,
    expected: 'eine Lizenz, die noch länger als 60 Tage gilt',
    advice: `Verlängern oder ersetzen Sie es ${days === 0 ? 'heute' : days === 1 ? 'bis morgen' : `in den nächsten ${days} Tagen`}; danach wird die Website nicht mehr gebaut.`,
  })),
  editingForbidden: error(() => ({
    found: 'ein bearbeitetes Bild unter einer Lizenz, die keine Bearbeitung erlaubt',
    expected: 'das Bild, wie es veröffentlicht wurde',
    advice: 'Nehmen Sie das unbearbeitete Bild und löschen Sie „edited“, oder wählen Sie ein anderes Bild.',
  })),
  editorialEdited: warning(() => ({
    found: 'ein bearbeitetes Bild, das nur redaktionell genutzt werden darf',
    expected: 'ein Bild, dessen Aussage die Bearbeitung nicht verändert',
    advice: 'Prüfen Sie die Bearbeitung; im Zweifel nehmen Sie das Original.',
  })),
  aiContradiction: error(() => ({
    found: '„licence: ai“ und zugleich „ai: none“',
    expected: '„ai: generated“ bei einem Bild, das eine KI erzeugt hat',
    advice: 'Schreiben Sie „ai: generated“ oder nennen Sie die Lizenz, unter der das Bild steht.',
  })),
  consentPending: error(() => ({
    found: 'ein Bild mit Personen, deren Einwilligung aussteht',
    expected: '„consent: given“, sobald alle eingewilligt haben (§ 22 KunstUrhG)',
    advice: 'Holen Sie die Einwilligung ein oder nehmen Sie das Bild bis dahin heraus.',
  })),
  consentUnknown: warning(() => ({
    found: 'ein eigenes Bild ohne Angabe zur Einwilligung der gezeigten Personen',
    expected: '„consent: given“ oder, wenn niemand zu erkennen ist, „consent: not-needed“',
    advice: 'Sehen Sie das Bild daraufhin an und ergänzen Sie „consent“.',
  })),
  pictureSourceUnknown: warning(() => ({
    found: 'ein Bild unter freier Lizenz ohne Angabe, woher es stammt',
    expected: '„sourceUrl“ mit der Seite, auf der das Bild steht',
    advice: 'Ergänzen Sie die Adresse; die Lizenz verlangt sie, wenn sie bekannt ist.',
  })),
  imageFileMissing: error(() => ({
    found: 'ein Bild ohne Datei',
    expected: '„file“ mit dem Dateinamen oder „withheld“ mit dem Grund, warum es hier nicht gezeigt wird',
    advice: 'Ergänzen Sie eines von beiden.',
  })),
  withheldLicenceUnknown: warning(() => ({
    found: 'ein zurückgehaltenes Bild, dessen Lizenz nicht bekannt ist',
    expected: '„licence“ mit der Lizenz des Originals',
    advice: 'Klären Sie die Lizenz; bis dahin bleibt das Original unveröffentlicht.',
  })),
  withheldFilePresent: error(({ file, place }: { file: string; place: string }) => ({
    found: `die Datei ${quoted(file)} eines zurückgehaltenen Bildes im Ordner der Ausgabe`,
    expected: `die Datei unter ${place}, wo sie nicht weitergegeben wird`,
    advice: 'Verschieben Sie die Datei dorthin oder löschen Sie sie.',
  })),
  licensedFileUnused: warning(({ nearest }: { nearest?: string }) => ({
    found: 'ein Original, zu dem kein zurückgehaltenes Bild gehört',
    expected: 'den Namen, den „npm run check“ bei dem zurückgehaltenen Bild nennt',
    advice: similar(nearest, 'benennen Sie die Datei um oder löschen Sie sie.'),
  })),
  pictureNotAlone: error(({ picture }: { picture: string }) => ({
    found: `das Bild ${quoted(picture)} mitten im Text`,
    expected: 'ein Bild in einem eigenen Absatz, wo sein Nachweis Platz hat',
    advice: 'Setzen Sie vor und nach dem Bild eine leere Zeile.',
  })),
  pictureFileEmpty: error(({ file }: { file: string }) => ({
    found: `die Bilddatei ${quoted(file)}, die leer ist`,
    expected: pictureFormats,
    advice: 'Kopieren Sie das Bild noch einmal in den Ordner.',
  })),
  pictureFileBroken: error(({ file }: { file: string }) => ({
    found: `die Bilddatei ${quoted(file)}, die beschädigt oder unvollständig ist`,
    expected: pictureFormats,
    advice:
      'Kopieren Sie das Bild noch einmal in den Ordner; lässt es sich auch dann nicht öffnen, besorgen Sie es neu.',
  })),
  pictureFileTooLarge: error(({ file, width, height, mostOnOneSide, mostMegapixels }: TooLarge) => ({
    found: `die Bilddatei ${quoted(file)} mit ${width} × ${height} Pixeln`,
    expected: `höchstens ${mostMegapixels} Millionen Pixel und ${mostOnOneSide} Pixel an einer Seite`,
    advice: 'Verkleinern Sie das Bild; für die Website genügen 1600 Pixel Breite.',
  })),
  pictureFileAnimated: error(({ file }: { file: string }) => ({
    found: `die Bilddatei ${quoted(file)}, die sich bewegt`,
    expected: 'ein Bild, das stillsteht (WCAG 2.2.2)',
    advice: 'Speichern Sie ein einzelnes Bild daraus.',
  })),
  pictureFileSvg: error(({ file }: { file: string }) => ({
    found: `die Bilddatei ${quoted(file)} im Format SVG, das Programme enthalten kann`,
    expected: pictureFormats,
    advice: 'Speichern Sie die Grafik als PNG, mindestens 1600 Pixel breit.',
  })),
  pictureFileHeic: error(({ file }: { file: string }) => ({
    found: `die Bilddatei ${quoted(file)} im Format HEIC, wie es Telefone speichern`,
    expected: pictureFormats,
    advice: 'Speichern Sie das Bild als JPEG.',
  })),
  pictureFileOther: error(({ file }: { file: string }) => ({
    found: `die Datei ${quoted(file)}, die kein Bild in einem bekannten Format ist`,
    expected: pictureFormats,
    advice: 'Speichern Sie das Bild als JPEG oder PNG.',
  })),
  pictureWithoutRecord: error(({ file }: { file: string }) => ({
    found: `das Bild ${quoted(file)} im Text ohne Nachweis`,
    expected: 'einen Eintrag unter „pictures“ mit file, alt, credit und licence',
    advice: 'Ergänzen Sie den Eintrag im Kopf der Datei.',
  })),
  pictureUnused: warning(({ file }: { file: string }) => ({
    found: `einen Eintrag für das Bild ${quoted(file)}, das im Text nicht vorkommt`,
    expected: 'nur Bilder, die im Text stehen',
    advice: 'Löschen Sie den Eintrag oder setzen Sie das Bild in den Text.',
  })),
  pictureFromElsewhere: error(({ url }: { url: string }) => ({
    found: `ein Bild von einem anderen Rechner: ${quoted(url)}`,
    expected: 'ein Bild, das im Ordner der Ausgabe liegt',
    advice: 'Legen Sie das Bild in den Ordner der Ausgabe, wenn Sie es verwenden dürfen.',
  })),
  pictureOutsideIssue: error(({ url }: { url: string }) => ({
    found: `das Bild ${quoted(url)}`,
    expected: 'einen Text ohne Bilder; sie gehören in Ausgaben und Beiträge, wo ihr Nachweis steht',
    advice: 'Löschen Sie das Bild oder setzen Sie es in einen Beitrag.',
  })),
  fileNotFound: error(({ file, nearest }: { file: string; nearest?: string }) => ({
    found: `den Dateinamen ${quoted(file)}; diese Datei gibt es im Ordner der Ausgabe nicht`,
    expected: 'eine Datei, die neben diesem Text liegt',
    advice: similar(nearest, 'legen Sie die Datei in den Ordner oder korrigieren Sie den Namen.'),
  })),

  attachmentNotListed: error(({ file }: { file: string }) => ({
    found: `einen Link auf die Datei ${quoted(file)}, die nicht unter „attachments“ steht`,
    expected: 'einen Eintrag unter „attachments“ mit file und title',
    advice: 'Ergänzen Sie den Eintrag im Kopf des Beitrags.',
  })),

  // Text
  headingOne: error(() => ({
    found: 'eine Überschrift der ersten Ebene (#)',
    expected: 'Überschriften ab der zweiten Ebene (##); die erste ist der Titel',
    advice: 'Schreiben Sie ## statt #.',
  })),
  headingSkipped: error(({ from, to }: { from: number; to: number }) => ({
    found: `einen Sprung von Ebene ${from} auf Ebene ${to}`,
    expected: `eine Überschrift der Ebene ${from + 1}`,
    advice: `Schreiben Sie ${'#'.repeat(from + 1)} statt ${'#'.repeat(to)}.`,
  })),
  headingEmpty: error(() => ({
    found: 'eine Überschrift ohne Text',
    expected: 'eine Überschrift, die sagt, worum es geht',
    advice: 'Ergänzen Sie den Text oder löschen Sie die Zeile.',
  })),
  rawHtml: error(({ html }: { html: string }) => ({
    found: `HTML: ${quoted(html)}`,
    expected: 'Markdown; erlaubt sind nur <span lang="…"> und <abbr title="…">, jeweils mit Ende im selben Absatz',
    advice: 'Schreiben Sie den Inhalt in Markdown, löschen Sie das HTML oder ergänzen Sie das fehlende Ende.',
  })),
  anchorNotFound: error(({ url, nearest }: { url: string; nearest?: string }) => ({
    found: `den Link ${quoted(url)}; eine solche Überschrift gibt es in diesem Text nicht`,
    expected:
      'einen Link wie #anlass auf eine Überschrift dieses Textes: kleingeschrieben, Bindestriche statt Leerzeichen',
    advice: similar(nearest && `#${nearest}`, 'korrigieren Sie den Link oder löschen Sie ihn.'),
  })),
  linkNotFound: error(({ url, nearest }: { url: string; nearest?: string }) => ({
    found: url === '' ? 'einen Link ohne Ziel' : `einen Link auf ${quoted(url)}; diese Seite gibt es nicht`,
    expected: 'eine Seite dieser Website oder eine vollständige Adresse mit https://',
    advice: similar(nearest, 'korrigieren Sie den Link.'),
  })),
  linkToHidden: error(({ url }: { url: string }) => ({
    found: `einen Link auf ${quoted(url)}; diese Seite ist noch nicht veröffentlicht`,
    expected: 'einen Link auf eine veröffentlichte Seite',
    advice: 'Veröffentlichen Sie die Seite vorher oder nehmen Sie den Link heraus.',
  })),
  linkScheme: error(({ url }: { url: string }) => ({
    found: `einen Link auf ${quoted(url)}`,
    expected: 'einen Link mit https:, http:, mailto: oder tel:',
    advice: 'Korrigieren Sie die Adresse.',
  })),
  linkTextEmpty: warning(({ text }: { text: string }) => ({
    found: text === '' ? 'einen Link ohne Text' : `den Linktext ${quoted(text)}`,
    expected: 'einen Linktext, der auch allein sagt, wohin er führt',
    advice: 'Nennen Sie das Ziel, zum Beispiel „Satzung des Zweckverbands“.',
  })),
  bareUrl: warning(({ url }: { url: string }) => ({
    found: `die nackte Adresse ${quoted(url)}`,
    expected: 'einen Linktext in Worten',
    advice: `Schreiben Sie [Worte](${url.replace(/^www\./i, 'https://www.')}).`,
  })),
  lawOutOfDate: warning(({ old, current }: { old: string; current: string }) => ({
    found: `${quoted(old)}; das gilt nicht mehr`,
    expected: current,
    advice: 'Prüfen Sie die Stelle und bringen Sie sie auf den heutigen Stand.',
  })),

  // Publisher
  postBox: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'Straße und Hausnummer, unter denen zugestellt werden kann (§ 5 Abs. 1 Nr. 1 DDG)',
    advice: 'Nennen Sie statt des Postfachs die Anschrift des Hauses.',
  })),
  imprintFieldMissing: error(({ field, form }: { field: string; form: string }) => ({
    found: `ein Impressum ohne die Angabe „${imprintField(field)}“`,
    expected: `diese Angabe; sie ist ${legalForm(form)} Pflicht`,
    advice: `Ergänzen Sie „${field}“ beim Herausgeber.`,
  })),
  imprintAnswerMissing: error(({ field, form }: { field: string; form: string }) => ({
    found: `ein Impressum ohne die Angabe „${imprintField(field)}“`,
    expected: `diese Angabe; sie ist ${legalForm(form)} Pflicht, wenn es sie gibt`,
    advice: `Ergänzen Sie „${field}“ oder schreiben Sie „${field}: none“, wenn es sie nicht gibt.`,
  })),
  imprintFieldAdvised: warning(({ field, form }: { field: string; form: string }) => ({
    found: `ein Impressum ohne die Angabe „${imprintField(field)}“`,
    expected: `diese Angabe; sie ist ${legalForm(form)} üblich, aber freiwillig`,
    advice: `Ergänzen Sie „${field}“, wenn Sie es nennen möchten.`,
  })),
  imprintFieldUnusual: warning(({ field, form }: { field: string; form: string }) => ({
    found: `ein Impressum mit der Angabe „${imprintField(field)}“`,
    expected: `ein Impressum ohne sie; ${legalForm(form)} gibt es das in der Regel nicht`,
    advice: `Prüfen Sie „${field}“ und „legalForm“.`,
  })),

  // Accessibility statement, privacy notice, Leichte Sprache
  stateFactMissing: error(({ field, state }: { field: string; state: string }) => ({
    found: `keine Angabe „${fieldWords[field] ?? field}“, und für ${state} ist sie in der Kurrende nicht hinterlegt`,
    expected: 'diese Angabe; sie richtet sich nach dem Recht des Landes',
    advice: `Sehen Sie im Landesrecht nach und ergänzen Sie „${field}“.`,
  })),
  subscriptionUndeclared: error(() => ({
    found: 'ein Abo per E-Mail (aboUrl), von dem die Datenschutzhinweise nichts sagen',
    expected: '„subscription“ in content/legal/datenschutz.md (Art. 13 DSGVO)',
    advice: 'Ergänzen Sie „subscription: {}“; dann gelten die üblichen Fristen.',
  })),
  assessorMissing: error(() => ({
    found: 'eine Prüfung durch Dritte, ohne zu sagen, durch wen',
    expected: '„assessor“ mit dem Namen der Prüfstelle',
    advice: 'Ergänzen Sie „assessor“, oder schreiben Sie „method: self-assessment“, wenn Sie selbst geprüft haben.',
  })),
  fullyCompliantUnproven: error(() => ({
    found: 'die Aussage „vollständig vereinbar“ ohne Nachweis',
    expected: 'unter „assessment“ die Prüfstelle (assessor) oder einen Bericht (report)',
    advice:
      'Ergänzen Sie, worauf sich die Aussage stützt; sonst schreiben Sie „status: partially-compliant“ und nennen die Lücken.',
  })),
  fullyCompliantWithGaps: error(({ gaps }: { gaps: number }) => ({
    found: `die Aussage „vollständig vereinbar“ und ${gaps === 1 ? 'einen Inhalt, der' : `${gaps} Inhalte, die`} nicht barrierefrei ${gaps === 1 ? 'ist' : 'sind'}`,
    expected: 'eine Aussage, die zu den Lücken (gaps) passt',
    advice: 'Schreiben Sie „status: partially-compliant“, oder löschen Sie die Lücken, die behoben sind.',
  })),
  gapsMissing: error(() => ({
    found: 'eine Website, die nicht ganz barrierefrei ist, und keinen Inhalt, an dem das liegt',
    expected: 'unter „gaps“ jeden solchen Inhalt mit Grund und Ausweg',
    advice: 'Ergänzen Sie „gaps“ mit part, kind und reason.',
  })),
  reviewedEarly: error(({ created, reviewed }: { created: string; reviewed: string }) => ({
    found: `eine Überprüfung am ${reviewed}, bevor die Erklärung am ${created} erstellt wurde`,
    expected: 'einen Tag am Tag der Erstellung oder danach',
    advice: 'Korrigieren Sie „reviewedOn“ oder „createdOn“.',
  })),
  reviewAhead: warning(({ day }: { day: string }) => ({
    found: `eine Überprüfung am ${day}, der noch kommt`,
    expected: 'den Tag, an dem die Erklärung zuletzt überprüft worden ist',
    advice: 'Korrigieren Sie „reviewedOn“.',
  })),
  reviewDue: warning(({ day, age }: { day: string; age: number }) => ({
    found: `eine Erklärung zur Barrierefreiheit, die zuletzt am ${day} überprüft wurde, vor ${age} Tagen`,
    expected: 'eine Überprüfung in jedem Jahr und nach jeder größeren Änderung',
    advice: 'Prüfen Sie die Website, bringen Sie die Angaben auf den Stand und setzen Sie „reviewedOn“ neu.',
  })),
  publicTaskActMissing: error(({ form, state }: { form: string; state: string }) => ({
    found: `keine Vorschrift, auf die sich die Verarbeitung von Daten in ${state} ${legalForm(form)} stützt`,
    expected: '„publicTaskAct“ mit der Vorschrift im Datenschutzgesetz des Landes (zu Art. 6 Abs. 1 Buchst. e DSGVO)',
    advice:
      'Fragen Sie Ihre Datenschutzbeauftragte oder Ihren Datenschutzbeauftragten und ergänzen Sie „publicTaskAct“.',
  })),
  severalSentences: warning(({ text }: { text: string }) => ({
    found: `mehrere Sätze in einer Zeile: ${quoted(text)}`,
    expected: 'in Leichter Sprache je Satz eine eigene Zeile',
    advice: 'Beginnen Sie nach jedem Satz eine neue Zeile.',
  })),
  securityExpired: warning(({ day }: { day: string }) => ({
    found: `das Ablaufdatum ${day} der security.txt, das vorüber ist`,
    expected: 'einen Tag in der Zukunft, höchstens ein Jahr voraus (RFC 9116)',
    advice: 'Prüfen Sie die Kontaktadresse und setzen Sie „expires“ neu.',
  })),
  exampleData: warning(() => ({
    found: 'Beispieldaten (example: true)',
    expected: 'die Angaben des wirklichen Herausgebers, bevor veröffentlicht wird',
    advice: 'Ersetzen Sie die Angaben in content/site.md und löschen Sie die Zeile „example“.',
  })),
  exampleRelease: error(() => ({
    found: 'Beispieldaten (example: true)',
    expected: 'die Angaben des wirklichen Herausgebers',
    advice:
      'Ersetzen Sie die Angaben in content/site.md und löschen Sie die Zeile „example“. So wird nicht veröffentlicht.',
  })),
} as const;

export type RuleName = keyof typeof rules;
type FactsOf<Name extends RuleName> = Parameters<(typeof rules)[Name]['say']>[0];

/** The finding of a rule about the given facts, in the words that the editor reads. */
export function finding<Name extends RuleName>(rule: Name, facts: FactsOf<Name>): Finding {
  const { severity, say } = rules[rule] as Rule<FactsOf<Name>>;
  return { rule, severity, ...say(facts) };
}

export const ruleNames = Object.keys(rules) as RuleName[];
