import { finding } from '../../words/problems.ts';
import type { ReportLine } from '../line-finding.ts';
import { countWordsIn, type Passage, sentencesOf } from './sentences.ts';

/** More words than this, and a sentence is read twice. */
const mostWords = 30;

/** So many nouns for what somebody does, and nobody does anything. */
const mostNouns = 4;

const nounOfAction = /\b\p{Lu}\p{L}*(?:ung|ungen|heit|heiten|keit|keiten|ierung|ierungen)\b/gu;

/** Sentences that are too long, and those without verbs. */
export function checkSentences(passages: readonly Passage[], report: ReportLine): void {
  for (const sentence of passages.flatMap(sentencesOf)) {
    const words = countWordsIn(sentence.text);
    if (words > mostWords) report(sentence.line, finding('longSentence', { words, text: sentence.text }));
    const nouns = [...new Set(sentence.text.match(nounOfAction))];
    if (nouns.length >= mostNouns) report(sentence.line, finding('nominalStyle', { nouns, text: sentence.text }));
  }
}
