/** Characters that come along from Word, PDF, PowerPoint and web pages, and that nobody sees. */
import { readControls } from './windows-1252.ts';

/** Invisible in any text: soft hyphens, which disturb speech, spaces without width, joiners, signs of formulas. */
const invisible = /\u034f|[\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufffe\uffff]/g;

/** Joiners of letters of other scripts and of emoji; beside a Latin letter, a digit or a space they join nothing. */
const looseJoiner =
  /(?<=^|[\p{Script=Latin}\p{N}\p{P}\s])[\u200c\u200d]+|[\u200c\u200d]+(?=$|[\p{Script=Latin}\p{N}\p{P}\s])/gmu;

/** Marks of the direction of writing. */
const direction = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const writtenFromTheRight = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Letters in one sign, as PDF files have them: no search finds the word that one is in. */
const ligature = /[\ufb00-\ufb06]/g;

/** Controls that end no line. Between two letters one may stand for a sign that is lost: there they stay and are told. */
const control = /(?<![\p{L}\p{N}])[\p{Cc}--[\s\u{80}-\u{9f}]]+|[\p{Cc}--[\s\u{80}-\u{9f}]]+(?![\p{L}\p{N}\p{Cc}])/gv;

/** A text of nothing but these is clean. */
const clean = /^[\t\n -~äöüÄÖÜßáàâéèêëóôøåçñ§€°–—…„“”‚‘’»«]*$/;

/**
 * The text of a file as it was meant, where there is one answer: in normal form (NFC), with the line ends of Unix and
 * without what is invisible. Lines stay lines. What needs a decision stays, and `checkCharacters` tells of it.
 */
export function cleanText(text: string): string {
  if (clean.test(text)) return text;
  const cleaned = readControls(text.replace(/\r\n?/g, '\n'))
    // Two hyphens of Word: one at which no line ends, and one that shows only at the end of a line.
    .replaceAll('\u001e', '-')
    .replaceAll('\u001f', '')
    .replace(invisible, '')
    .replace(looseJoiner, '')
    .replace(control, '')
    .replace(ligature, (sign) => sign.normalize('NFKC'))
    .replace(/^---[ \t]*[\u00a0\u202f]+[ \t]*$/gm, '---')
    .normalize('NFC');
  return writtenFromTheRight.test(cleaned) ? cleaned : cleaned.replace(direction, '');
}
