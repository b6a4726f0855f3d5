/**
 * Problems as the Redaktion tells them. The sentences in `problems/` are for whoever has the file and a terminal before
 * them; at the desk there are fields with names, boxes and buttons.
 */
import { inForm, type NamesInForm, withButtons, withValues } from './forms/rewording.ts';
import { editionWords } from './mail.ts';
import { houseFileWords } from './redaktion.ts';

interface Said {
  rule: string;
  found: string;
  expected: string;
  advice: string;
  canMend: boolean;
}

const idLine = 'löschen Sie unter „Als ganze Datei bearbeiten“ die Zeile „id“';

/** Of rules whose sentences are about how a file is written. */
const sentences: Readonly<Record<string, Partial<Pick<Said, 'found' | 'expected' | 'advice'>>>> = {
  idMissing: { advice: 'Drücken Sie „Beheben“; das trägt eine ein.' },
  duplicateId: { advice: `In der jüngeren der beiden Dateien ${idLine}, und drücken Sie danach „Beheben“.` },
  fieldMissing: { advice: 'Füllen Sie das Feld aus.' },
  unknownField: {
    expected: '',
    advice:
      'Das Feld steht nicht im Formular. Öffnen Sie „Als ganze Datei bearbeiten“, und löschen oder berichtigen Sie die Zeile.',
  },
  creditMissing: { advice: 'Ergänzen Sie zum Beispiel „AdobeStock/Name“.' },
  linkedFileMissing: {
    advice: 'Berichtigen Sie den Namen, oder ziehen Sie die Datei unter „Dateien zum Herunterladen“ in das Feld.',
  },
  empty: {
    advice:
      'Füllen Sie das Feld aus. Brauchen Sie es nicht, löschen Sie unter „Als ganze Datei bearbeiten“ seine Zeile.',
  },
  textCutOff: { advice: 'Schreiben Sie den ganzen Text noch einmal in das Feld.' },
  emptyByComment: { advice: 'Füllen Sie das Feld aus.', expected: 'einen Wert' },
  pictureWithoutRecord: {
    expected: 'einen Eintrag unter „Bilder im Text“ mit Datei, Alternativtext, Bildnachweis und Lizenz',
    advice:
      'Fügen Sie das Bild mit dem Knopf „Bild“ ein, oder legen Sie unter „Bilder im Text“ einen Eintrag mit dem Namen der Datei an.',
  },
  mailingWithoutTime: {
    expected: 'einen Termin mit Uhrzeit',
    advice:
      'Legen Sie in der Übersicht unter „Erscheinen und Versand“ Tag und Uhrzeit fest, oder nehmen Sie den Haken bei „Beim Erscheinen als E-Mail verschicken“ weg.',
  },
  imprintNoneRefused: { advice: 'Nehmen Sie dort den Haken weg, und ergänzen Sie die Angabe.' },
  subscriptionUndeclared: {
    found: 'ein Abo per E-Mail, von dem die Datenschutzhinweise nichts sagen',
    expected: 'die Angaben unter „Abo per E-Mail“ in den Datenschutzhinweisen (Art. 13 DSGVO)',
    advice:
      'Setzen Sie dort den Haken bei „Unser Haus versendet sie selbst“, oder nennen Sie das Unternehmen, das versendet.',
  },
  gapsMissing: {
    advice: 'Fügen Sie unter „Was nicht barrierefrei ist“ jeden solchen Inhalt hinzu, mit Art der Lücke und Grund.',
  },
  gapsToCome: {
    expected:
      'jeden Inhalt, der nicht barrierefrei ist, sobald unter „Ergebnis der Prüfung“ „teilweise vereinbar“ oder „nicht vereinbar“ steht',
    advice:
      'Fügen Sie ihn unter „Was nicht barrierefrei ist“ hinzu, mit Art der Lücke und Grund; nur wenn alles vereinbar ist, bleibt die Liste leer.',
  },
  notATagUri: {
    advice: `Stellen Sie die frühere Kennung wieder her. Ist noch nichts erschienen, ${idLine}; „Beheben“ vergibt dann eine neue.`,
  },
  exampleId: {
    advice: `Löschen Sie das Beispiel. Ist der Text von Ihnen und noch nicht erschienen, ${idLine}; „Beheben“ vergibt dann eine neue.`,
  },
  unusedFile: {
    expected: 'nur Bilder und Dateien, die ein Text nennt',
    advice:
      'Nennen Sie sie in ihrem Text unter „Bilder“ oder „Dateien zum Herunterladen“, wenn sie erscheinen soll. Sonst löschen Sie sie.',
  },
  licensedFileUnused: { expected: 'den Namen, der bei dem zurückgehaltenen Bild steht' },
  approvalMissing: { expected: 'eine Freigabe, weil Ihr Haus sie verlangt' },
  pastedFromWord: {
    advice:
      'Zwei Wege: Speichern Sie den Text als Word-Datei, und lesen Sie sie unter „Einlesen“ ein. Oder setzen Sie Leerzeilen zwischen die Absätze und die Zeichen vor Überschriften und Listenpunkte.',
  },
  eventOfOtherKind: {
    expected: 'die Art „Veranstaltung“',
    advice: 'Ändern Sie die Art, oder entfernen Sie den Termin.',
  },
  relatedNotAnArticle: {
    expected: 'einen Beitrag dieser Website, oder Titel und Adresse',
    advice: 'Nennen Sie für andere Seiten Titel und Adresse.',
  },
  unknownTerm: { expected: 'einen der Begriffe unter „Themen, Kommunen, Verfahren“ in der Übersicht' },
};

/** How a list or a record is written in a file says nothing at a form. */
const isAboutFile = (expected: string) => /eingerückt|beginnt mit einem Strich|Zeilen der Form/.test(expected);

/** Why there is no mail of an issue, or none that may be sent. */
export function deskMailSentence(sentence: string): string {
  if (sentence === editionWords.noSender) {
    return `Ohne Absender gibt es keine E-Mail. Tragen Sie ihn und den Namen der Liste in der Übersicht unter „${houseFileWords['content/site.md']}“ ein.`;
  }
  return sentence.replace(
    'schreiben Sie in content/site.md unter „mail“ die Zeile „articles: teaser“',
    `wählen Sie in der Übersicht unter „${houseFileWords['content/site.md']}“ als Umfang der E-Mail „Titel, Zusammenfassung und Link“`,
  );
}

/** Of a file that is edited as a whole: its words are those of the file, and its buttons those of the desk. */
export function wholeFileProblem({ found, expected, advice, canMend }: Omit<Said, 'rule'>) {
  return { found, expected, advice: withButtons(advice, canMend).replace(/„npm run check -- --fix“/g, '„Beheben“') };
}

/** A sentence about what is still to be done to a text. */
export function deskSentence(sentence: string, names: NamesInForm): string {
  return inForm(sentence, names, true);
}

/** What is quoted, of a text or as the value that is wrong, stays as it was written, were it the key of a field. */
function foundInForm({ rule, found }: Said, { field }: NamesInForm, told: (sentence: string) => string): string {
  if (rule === 'wrongType' || /^„[^“]*“$/.test(found)) return found;
  return field === undefined ? found.replace(/(?<=(?:unter|ohne) )„\w+“/g, told) : told(found);
}

/** A problem in the words of the form. */
export function deskProblem(said: Said, names: NamesInForm): Pick<Said, 'found' | 'expected' | 'advice'> {
  const told = (sentence: string) =>
    withValues(inForm(sentence, names, said.canMend), names)
      .replace('eine Liste (je Zeile ein Strich)', 'eine Liste')
      .replace('true oder false', 'einen Haken oder keinen')
      .replace(/(?<=“) in der Form JJJJ-MM-TT/, '')
      .trim();
  const found = foundInForm(said, names, told);
  // No form shows such a value: what it has to be is said in the words of the file.
  if (said.rule === 'wrongType') {
    return { found, expected: said.expected, advice: `Öffnen Sie „Als ganze Datei bearbeiten“. ${said.advice}` };
  }
  const expected = isAboutFile(said.expected) ? '' : told(said.expected);
  // Those that the desk has of its own speak of what is to be seen there.
  return { found, expected, advice: told(said.advice), ...sentences[said.rule] };
}
