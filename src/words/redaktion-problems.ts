/**
 * Problems as the Redaktion tells them. The sentences in `problems/` are for whoever has the file and a terminal before
 * them; at the desk there are fields with names, boxes and buttons.
 */
import { editionWords } from './mail.ts';
import { houseFileWords } from './redaktion.ts';

/** What the fields of a text are called, by their keys in the file. */
export interface NamesInForm {
  label(key: string): string | undefined;
  /** Whether a box is ticked for this value. */
  isBox(key: string, value: string): boolean;
  /** The box for a word in the place of all else. */
  instead(key: string, value: string): string | undefined;
  value(key: string, value: string): string;
  /** Key of the field that the problem is about. */
  field: string | undefined;
}

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
  wrongType: {
    advice: 'Öffnen Sie „Als ganze Datei bearbeiten“, und schreiben Sie den Wert dort in dieser Form.',
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

/** The files of the house by what they are called in the overview; `content/` may be left out of `site.md`. */
const withFiles = (sentence: string) =>
  sentence
    .replace(/content\/(?:legal\/)?[a-z-]+\.(?:md|yaml)/g, (file) =>
      houseFileWords[file] ? `„${houseFileWords[file]}“` : file,
    )
    .replace(' docs/einrichten.md nennt jedes Feld.', '')
    .replace('(style.words)', '(Wörter des Hauses)')
    .replace('(style)', '(Stil des Hauses)')
    .replace(/in site\.md(?= auf\b| stehen\b)/g, `unter „${houseFileWords['content/site.md']}“`)
    .replace(/(?:in|unter) („(?:Herausgeber, Farben, E-Mail|Themen, Kommunen, Verfahren)“)/g, 'unter $1');

/** Buttons in the place of commands. */
const withButtons = (sentence: string, canMend: boolean) =>
  sentence
    .replace(
      /[;,.] „npm run check -- --fix“ (tut es, wo es geht|tut es|richtet die ganze Zeile)\./g,
      (_, what: string) => (canMend ? `; „Beheben“ ${what.replace(', wo es geht', '')}.` : '.'),
    )
    .replace(/„npm run check -- --fix“ tut es\./g, canMend ? '„Beheben“ tut es.' : '')
    .replace(/, oder nennen Sie ihn mit --title/g, '')
    .replace(/ (?:im Kopf (?:der Datei|des Beitrags)|in den Kopf|unter dem Kopf)/g, '')
    .replace(/ und in seinem Kopf unter/g, ' und unter')
    .replace(/aus dem Kopf und/g, 'aus den Angaben und')
    .replace(/mit einer der Endungen aus docs\/redaktion\.md, zum Beispiel/g, 'mit einer Endung wie');

/** Fields and values by their names in the form. */
function withNames(sentence: string, names: NamesInForm): string {
  const quoted = (key: string) => (names.label(key) ? `„${names.label(key)}“` : undefined);
  const known = (list: string) => list.split(/, | und /).every((key) => names.label(key) !== undefined);
  const inList = (list: string) => list.replace(/\w+(?=, | und |$)/g, (key) => quoted(key) ?? key);
  return (
    sentence
      // What has to be written below a name is to be seen in the form.
      .replace(/ und darunter, eingerückt, [^.]*?(?=\.|, oder )/g, '')
      .replace(/: [\w, ]+?, eingerückt darunter\./g, '.')
      .replace(/ \((\w+)(?:: [\w-]+)?\)/g, (whole, key) => (names.label(key) ? '' : whole))
      .replace(/ (mit) from \(darunter name und address\) und listId/g, ' $1 „Absender“ und „Name der Liste“')
      .replace(/([Ss])chreiben Sie(?: statt „\w+“)? „(\w+): ([\w.-]+)“/g, (whole, s: string, key, value) => {
        const verb = (set: string) => (s === 'S' ? set : set.toLowerCase());
        const box = names.instead(key, value) ?? (names.isBox(key, value) ? names.label(key) : undefined);
        if (box) return `${verb('Setzen')} Sie den Haken bei „${box}“`;
        return names.label(key) ? `${verb('Wählen')} Sie bei ${quoted(key)} „${names.value(key, value)}“` : whole;
      })
      .replace(/„(\w+): ([\w.-]+)“/g, (whole, key, value) => {
        const box = names.instead(key, value) ?? (names.isBox(key, value) ? names.label(key) : undefined);
        if (box) return `den Haken bei „${box}“`;
        return names.label(key) ? `„${names.label(key)}: ${names.value(key, value)}“` : whole;
      })
      .replace(/([Ll])öschen Sie die Zeile „(\w+)“/g, (whole, l: string, key) =>
        names.isBox(key, 'true') && names.label(key)
          ? `${l === 'L' ? 'Nehmen' : 'nehmen'} Sie den Haken bei ${quoted(key)} weg`
          : names.label(key)
            ? `${l === 'L' ? 'Leeren' : 'leeren'} Sie ${quoted(key)}`
            : whole,
      )
      .replace(
        /([Ll])öschen Sie die Zeile(?=[.;,])/g,
        (_, l: string) => `${l === 'L' ? 'Leeren' : 'leeren'} Sie das Feld`,
      )
      .replace(/([Ll])öschen Sie „(\w+)“/g, (_, l: string, key) =>
        names.isBox(key, 'true')
          ? `${l === 'L' ? 'Nehmen' : 'nehmen'} Sie den Haken bei „${key}“ weg`
          : `${l === 'L' ? 'Leeren' : 'leeren'} Sie „${key}“`,
      )
      .replace(/(?<=\bmit )(\w+(?:, \w+)* und \w+|\w+(?=;|$))/g, (list) => (known(list) ? inList(list) : list))
      .replace(/(?<=\b(?:bei|unter) )(\w+)\b/g, (key) => (/^[a-z]/.test(key) && quoted(key)) || key)
      .replace(/„(\w+)“/g, (whole, key) => quoted(key) ?? whole)
      .replace('„none“ in der Angabe', 'keine Angabe')
      .replace(/^kein Feld (?=„)/, 'keine Angabe ')
      .replace(/, „none“ ist nicht möglich/g, '')
      .replace(/(?<= ist )(?:case-study|news)\b/g, (kind) => `„${names.value('kind', kind)}“`)
      .replace(/"(#[0-9a-f]{6})"/gi, '$1')
  );
}

/** The values of a field, and the one that was meant, by their names. */
function withValues(sentence: string, names: NamesInForm): string {
  const { field } = names;
  if (field === undefined) return sentence;
  return sentence
    .replace(/(?<=dieser Werte: )[\w., -]+$/, (list) =>
      list
        .split(', ')
        .map((value) => names.value(field, value))
        .join(', '),
    )
    .replace(/(?<=Meinten Sie „)[\w.-]+(?=“\?)/, (value) => names.value(field, value))
    .replace(/(?<=der Art „)[\w-]+(?=“)/, (kind) => names.value('kind', kind));
}

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
  return withNames(withFiles(withButtons(sentence, true)), names);
}

/** A problem in the words of the form. */
export function deskProblem(said: Said, names: NamesInForm): Pick<Said, 'found' | 'expected' | 'advice'> {
  const { found, expected, advice } = { ...said, ...sentences[said.rule] };
  const told = (sentence: string) =>
    withValues(withNames(withFiles(withButtons(sentence, said.canMend)), names), names)
      .replace('eine Liste (je Zeile ein Strich)', 'eine Liste')
      .replace('true oder false', 'einen Haken oder keinen')
      .replace(/(?<=“) in der Form JJJJ-MM-TT/, '')
      .trim();
  return { found: told(found), expected: isAboutFile(expected) ? '' : told(expected), advice: told(advice) };
}
