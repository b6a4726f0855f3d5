/** Sentences about how a file is written, reworded for its form: fields by their labels, values by their names, buttons. */
import { houseFileWords } from '../redaktion.ts';

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

/** What is left out of a file is left empty in a form, where nobody writes lists and days by hand. */
export const helpInForm = (help: string) =>
  help
    .replace(/lassen Sie das Feld (nur )?weg/g, 'lassen Sie das Feld $1leer')
    .replace(/lassen das Feld weg/g, 'lassen das Feld leer')
    .replace(/ohne das Feld/g, 'ohne Angabe')
    .replace(/, eine Liste(?=[;.,])/g, '')
    .replace(/,? in der Form JJJJ-MM-TT(?!T)/g, '');

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

const command = '„npm run check -- --fix“';

/** Buttons in the place of commands. */
export const withButtons = (sentence: string, canMend: boolean) =>
  sentence
    .replace(
      /[;,.] „npm run check -- --fix“ (tut es, wo es geht|tut es|richtet die ganze Zeile)\./g,
      (_, what: string) => (canMend ? `; „Beheben“ ${what.replace(', wo es geht', '')}.` : '.'),
    )
    .replace(/(?: Sonst schreibt|;) „npm run check -- --fix“ [^.]*\./g, (whole) =>
      canMend ? whole.replace(command, '„Beheben“') : whole.startsWith(';') ? '.' : '',
    )
    .replace(/„npm run check -- --fix“ tut es\./g, canMend ? '„Beheben“ tut es.' : '')
    .replace(/, oder nennen Sie ihn mit --title/g, '')
    .replace(/ (?:im Kopf (?:der Datei|des Beitrags)|in den Kopf|(?<=den Text )unter dem Kopf)/g, '')
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
      // In the text itself a line is a line.
      .replace(/([Ll])öschen Sie die Zeile(?=[.;,])/g, (whole, l: string) =>
        names.field === undefined ? whole : `${l === 'L' ? 'Leeren' : 'leeren'} Sie das Feld`,
      )
      .replace(/([Ll])öschen Sie „(\w+)“/g, (whole, l: string, key) =>
        names.isBox(key, 'true')
          ? `${l === 'L' ? 'Nehmen' : 'nehmen'} Sie den Haken bei „${key}“ weg`
          : names.label(key)
            ? `${l === 'L' ? 'Leeren' : 'leeren'} Sie „${key}“`
            : whole,
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
export function withValues(sentence: string, names: NamesInForm): string {
  const { field } = names;
  if (field === undefined) return sentence;
  return sentence
    .replace(/(?<=dieser Werte: )[\w., -]+$/, (list) =>
      list
        .split(', ')
        .map((value) => `„${names.value(field, value)}“`)
        .join(', '),
    )
    .replace(/(?<=Meinten Sie „)[\w.-]+(?=“\?)/, (value) => names.value(field, value))
    .replace(/(?<=der Art „)[\w-]+(?=“)/, (kind) => names.value('kind', kind));
}

/** A sentence about a file in the words of its form; `canMend`: there is a button that mends what it is about. */
export function inForm(sentence: string, names: NamesInForm, canMend: boolean): string {
  return withNames(withFiles(withButtons(sentence, canMend)), names);
}
