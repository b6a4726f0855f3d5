import type { Root } from 'mdast';
import type { GenderForm } from '../../words/problems/style.ts';
import { collectFindings, type LineFinding } from '../line-finding.ts';
import { checkAbbreviations } from './abbreviations.ts';
import { checkGenderForms } from './gender-forms.ts';
import { checkOpenQuotations, checkSpeakers } from './quotations.ts';
import { checkSentences } from './sentence-style.ts';
import { passagesOf } from './sentences.ts';
import { checkSpelling, type Misspelt, spelledWords } from './spelling.ts';
import { checkWeekdays } from './weekdays.ts';

/** What a house has decided about its style. */
export interface HouseStyle {
  gender?: GenderForm | undefined;
  /** Words and abbreviations that its readers know. */
  words: readonly string[];
}

/** Where a text has no dictionary to be looked up in, nothing is misspelt. */
const noneMisspelt: Misspelt = new Map();

/** Hints about the style of a German text; `year` is the one that dates without a year are of. Lines count from 1. */
export function checkStyle(
  tree: Root,
  { gender, words }: HouseStyle,
  year: number,
  misspelt = noneMisspelt,
): LineFinding[] {
  const { found, report } = collectFindings();
  const passages = passagesOf(tree);
  checkSentences(passages, report);
  checkGenderForms(passages, gender, report);
  checkWeekdays(passages, year, report);
  checkAbbreviations(tree, passages, words, report);
  checkOpenQuotations(passages, report);
  checkSpeakers(tree, report);
  checkSpelling(spelledWords(tree), misspelt, words, report);
  return found.sort((a, b) => a.line - b.line);
}
