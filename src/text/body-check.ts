import type { Node, Paragraph, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { finding } from '../words/problems.ts';
import { checkForeignMarks } from './checks/foreign-marks.ts';
import { checkHeadings } from './checks/headings.ts';
import { checkLinkMarks } from './checks/link-marks.ts';
import { checkListMarks } from './checks/list-marks.ts';
import { checkLostSigns } from './checks/lost-signs.ts';
import { checkNotes } from './checks/notes.ts';
import { checkPastedText, pastedStretches } from './checks/pasted-text.ts';
import { checkHeadingsAbove, checkLinesRunTogether, checkSwallowedLines } from './checks/run-together.ts';
import { checkTableMarks } from './checks/table-marks.ts';
import { writtenText } from './checks/written-text.ts';
import { holdsOnlyPictures } from './figures.ts';
import { refusedHtml } from './inline-html.ts';
import { lawsOutOfDate } from './law-reference.ts';
import { collectFindings, type LineFinding, type ReportLine } from './line-finding.ts';
import { checkSpacesAfterMarks } from './meant/space-after-mark.ts';
import type { ReadText } from './parse.ts';

const sayNothing = new Set([
  'hier',
  'hier klicken',
  'klicken sie hier',
  'mehr',
  'mehr erfahren',
  'mehr lesen',
  'weiter',
  'weiterlesen',
  'link',
  'dieser link',
  'diesem link',
  'diesen link',
  'lesen sie mehr',
  'details',
  'download',
  'zum download',
  'pdf',
]);

const bareAddress = /(?:https?:\/\/|www\.)[^\s<>]+[^\s<>.,;:!?)]/gi;

/** Spaces that Markdown takes for letters of an address. */
const noBreakSpace = /[\u00a0\u2000-\u200a\u202f]/;

/** Where the parser has left it as text, there is no such footnote. */
const footnoteMark = /\[\^[^[\]\s]{1,200}\]/g;

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
  for (const { value, line } of refusedHtml(read.tree)) report(line, finding('rawHtml', { html: value }));
  checkPictures(read.tree, report);
  checkWords(read.tree, report);
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

/** Texts of links, and what is left in the text of marks that have no partner. */
function checkWords(tree: Root, report: ReportLine): void {
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'link' || node.type === 'linkReference') {
      const text = plainText(node, { includeHtml: false }).trim();
      const url = node.type === 'link' ? node.url : '';
      if (noBreakSpace.test(url))
        report(line, finding('linkSpaces', { text: url, corrected: url.replace(noBreakSpace, '%20') }));
      if (saysNothing(text)) report(line, finding('linkTextEmpty', { text }));
      else if (url && /^(?:https?:\/\/|www\.)\S+$/i.test(text)) report(line, finding('bareUrl', { url }));
      return 'skip';
    }
    if (node.type === 'text') checkPassage(node.value, line, report);
    return undefined;
  });
}

function checkPassage(text: string, line: number, report: ReportLine): void {
  for (const match of text.matchAll(footnoteMark)) {
    report(lineAt(text, match.index, line), finding('footnoteMissing', { mark: match[0] }));
  }
  const asterisks = text.indexOf('**');
  if (asterisks >= 0)
    report(lineAt(text, asterisks, line), finding('asterisksShown', { text: around(text, asterisks) }));
  const tildes = text.search(/(?<![~\d])~~(?!~)/);
  if (tildes >= 0) report(lineAt(text, tildes, line), finding('tildesShown', { text: around(text, tildes) }));
  for (const match of text.matchAll(bareAddress)) {
    report(lineAt(text, match.index, line), finding('bareUrl', { url: match[0] }));
  }
}

const around = (text: string, at: number) => text.slice(Math.max(0, at - 20)).slice(0, 50);

function checkLaws(tree: Root, report: ReportLine): void {
  const passages: { text: string; line?: number }[] = [];
  visit(tree, (node) => {
    const line = node.position?.start.line;
    if (node.type === 'text') passages.push({ text: node.value, line });
    else if ('url' in node) passages.push({ text: node.url, line });
  });
  const whole = passages.map(({ text }) => text).join('\n');
  for (const { text, line } of passages) {
    for (const { old, current, index } of lawsOutOfDate(text, whole)) {
      report(lineAt(text, index, line), finding('lawOutOfDate', { old, current }));
    }
  }
}

function pictureName(node: Node): string {
  return 'alt' in node && typeof node.alt === 'string' ? node.alt : '';
}

function saysNothing(linkText: string): boolean {
  const words = linkText.slice(0, 40).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 || sayNothing.has(words.join(' ').toLowerCase());
}

function lineAt(text: string, index: number, firstLine = 1): number {
  return firstLine + (text.slice(0, index).match(/\n/g)?.length ?? 0);
}
