import { type FieldNames, type LegalForm, legalFormWords, namesOf } from '../terms.ts';

/** A change of one line of the file. */
export interface LineEdit {
  /** What goes: a part of the line, in the place where it first stands; empty for the end of the line. */
  from: string;
  /** What comes; may hold line ends. */
  to: string;
  /** How many lines the edit is below the line of the problem; that line itself if it is left out. */
  below?: number;
}

/** What an editor is told about a problem, apart from its place and the name of the rule. */
export interface Sentences {
  found: string;
  expected: string;
  advice: string;
  /** What mends the problem, where that needs no thought: all of it or nothing. */
  edits?: readonly LineEdit[];
}

/**
 * How much it matters: an error stops the build, a warning doesn't, and a hint is about style and told only to those who
 * ask for it.
 */
export type Severity = 'error' | 'warning' | 'hint';

/** A mistake that a user can make, told from the facts of the case. */
export interface Rule<Facts> {
  severity: Severity;
  say: (facts: Facts) => Sentences;
}

export const error = <Facts>(say: Rule<Facts>['say']): Rule<Facts> => ({ severity: 'error', say });
export const warning = <Facts>(say: Rule<Facts>['say']): Rule<Facts> => ({ severity: 'warning', say });
export const hint = <Facts>(say: Rule<Facts>['say']): Rule<Facts> => ({ severity: 'hint', say });

/** On one line and not too long, since an editor may have pasted a whole paragraph. */
export const quoted = (text: string) => {
  const line = text.replace(/\s+/g, ' ');
  return line === '' ? 'nichts' : `„${line.length > 80 ? `${line.slice(0, 79)}…` : line}“`;
};

/** A guess at what was meant, if there is one, and what to do otherwise: `advice` begins with a small letter. */
export const similar = (nearest: string | undefined, advice: string) =>
  nearest ? `Meinten Sie „${nearest}“? Sonst ${advice}` : advice.charAt(0).toUpperCase() + advice.slice(1);

/** A value of the wrong kind; `source` is a number as it is written. */
export const given = (input: unknown, source?: string) => {
  if (Array.isArray(input)) return 'eine Liste';
  if (typeof input === 'object') return 'mehrere Felder';
  return typeof input === 'number' ? `die Zahl ${source ?? input}` : `den Wert ${quoted(String(input))}`;
};

/** A text as YAML takes it for one, whatever signs it has. */
export const inYamlQuotes = (text: string) => (/["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`);

export const legalForm = (form: LegalForm) => `bei der Rechtsform „${legalFormWords[form]}“`;

/** What is to be written below a name, if there is something. */
export const withFields = (fields: FieldNames | undefined) =>
  fields ? ` und darunter, eingerückt, ${namesOf(fields)}` : '';
