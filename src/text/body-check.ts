import type { Image, ImageReference, Node, Paragraph, Root } from 'mdast';
import { finding } from '../words/problems.ts';
import { checkForeignMarks } from './checks/foreign-marks.ts';
import { checkHeadings } from './checks/headings.ts';
import { checkHtml } from './checks/html.ts';
import { checkLaws } from './checks/laws.ts';
import { checkLeftMarks } from './checks/left-marks.ts';
import { checkLinkMarks } from './checks/link-marks.ts';
import { checkLinkTexts } from './checks/link-texts.ts';
import { checkListMarks } from './checks/list-marks.ts';
import { checkLostSigns } from './checks/lost-signs.ts';
import { checkNotes } from './checks/notes.ts';
import { checkPastedText, pastedStretches } from './checks/pasted-text.ts';
import { checkHeadingsAbove, checkLinesRunTogether, checkSwallowedLines } from './checks/run-together.ts';
import { checkTableMarks } from './checks/table-marks.ts';
import { writtenText } from './checks/written-text.ts';
import { holdsOnlyPictures } from './figures.ts';
import { collectFindings, type LineFinding, type ReportLine } from './line-finding.ts';
import { checkSpacesAfterMarks } from './meant/space-after-mark.ts';
import type { ReadText } from './parse.ts';
import { visit } from './visit.ts';

/**
 * What can be said of a text by itself: what was meant as a mark and what was not, headings, HTML, links, repealed acts.
 * `keepsLines` is for a text each of whose lines is one on the page.
 */
export function checkBody(read: ReadText, markdown: string, { keepsLines = false } = {}): LineFinding[] {
  const text = writtenText(read.tree, markdown);
  const { found, report } = collectFindings();
  checkHeadings(text, report);
  checkLinkMarks(text, report);
  checkForeignMarks(text, report);
  checkLostSigns(text, report);
  checkSpacesAfterMarks(text.prose, report);
  checkHtml(text, report);
  checkPictures(read.tree, report);
  checkLinkTexts(read.tree, report);
  checkLeftMarks(read.tree, markdown, report);
  checkLaws(read.tree, report);

  // Where text was pasted as it came, that is all there is to say about its lines.
  const pasted = pastedStretches(text);
  const { found: ofLines, report: reportLine } = collectFindings();
  checkListMarks(text, reportLine);
  checkTableMarks(text, reportLine);
  checkNotes(text, reportLine);
  if (!keepsLines) {
    checkLinesRunTogether(text, reportLine);
    checkHeadingsAbove(text, reportLine);
    checkSwallowedLines(text, reportLine);
  }
  checkPastedText(pasted, report);
  const isPasted = (line: number) => pasted.some(({ first, last }) => first <= line && line <= last);
  return [...found, ...[...read.findings, ...ofLines].filter(({ line }) => !isPasted(line))];
}

function checkPictures(tree: Root, report: ReportLine): void {
  visit(tree, ['image', 'imageReference'], (node, _index, parent) => {
    const isAlone = parent?.type === 'paragraph' && holdsOnlyPictures(parent as Paragraph);
    if (!isAlone) report(node.position?.start.line ?? 1, finding('pictureNotAlone', { picture: pictureName(node) }));
  });
}

/** What an author calls a picture in the text; without words for it that is its file. */
function pictureName(node: Node): string {
  const { alt, url, identifier } = node as Partial<Image & ImageReference>;
  return alt || url || identifier || '';
}
