import { type GenderForm, genderFormWords } from '../../words/problems/style.ts';
import { finding } from '../../words/problems.ts';
import { lineAt, type ReportLine } from '../line-finding.ts';
import type { Passage } from './sentences.ts';

/** How each form is written; pairs are always right. */
const forms: Record<Exclude<GenderForm, 'pairs'>, RegExp> = {
  star: /\p{L}+\*in(?:nen)?\b/gu,
  colon: /\p{L}+:in(?:nen)?\b/gu,
  underscore: /\p{L}+_in(?:nen)?\b/gu,
  // LinkedIn and others are names and English words.
  'inner-i': /(?!(?:Linked|Plug|Check|Log|Sign|Opt|Add|Built|Drop|Walk)In\b)(?<!\p{L})\p{Lu}\p{Ll}+In(?:nen)?\b/gu,
  // `am/in` is a choice between two words.
  slash: /(?<!\p{L})\p{Lu}\p{L}+\/-?in(?:nen)?\b/gu,
};

/** Words in another form than the house's, or, where it has set none, than the first of the text. */
export function checkGenderForms(
  passages: readonly Passage[],
  house: GenderForm | undefined,
  report: ReportLine,
): void {
  const found = passages.flatMap(({ text, line }) =>
    Object.entries(forms).flatMap(([form, pattern]) =>
      Array.from(text.matchAll(pattern), (match) => ({
        form: form as GenderForm,
        text: match[0],
        line: lineAt(text, match.index, line),
      })),
    ),
  );
  const [first] = found.toSorted((a, b) => a.line - b.line);
  for (const { form, text, line } of found) {
    if (house && form !== house) report(line, finding('genderForm', { text, form: genderFormWords[house] }));
    else if (!house && first && form !== first.form) report(line, finding('genderForms', { text, first: first.text }));
  }
}
