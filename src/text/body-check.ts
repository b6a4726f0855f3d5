import type { Node, Paragraph, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type Finding, finding } from '../words/problems.ts';
import { holdsOnlyPictures } from './figures.ts';
import { refusedHtml } from './inline-html.ts';
import { lawsOutOfDate } from './law-reference.ts';

/** A finding at a line of the text, counted from 1. */
export interface LineFinding {
  line: number;
  finding: Finding;
}

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

/** Where the parser has left it as text, there is no such footnote. */
const footnoteMark = /\[\^[^\]\s]+\]/g;

/** What can be said of a text by itself: heading order, HTML, link texts, what was meant as Markdown, repealed acts. */
export function checkBody(tree: Root): LineFinding[] {
  const found: LineFinding[] = [];
  const report = (line: number | undefined, problem: Finding) => found.push({ line: line ?? 1, finding: problem });

  for (const { value, line } of refusedHtml(tree)) report(line, finding('rawHtml', { html: value }));

  visit(tree, ['image', 'imageReference'], (node, _index, parent) => {
    const isAlone = parent?.type === 'paragraph' && holdsOnlyPictures(parent as Paragraph);
    if (!isAlone) report(node.position?.start.line, finding('pictureNotAlone', { picture: pictureName(node) }));
  });

  let level = 1;
  visit(tree, (node) => {
    const line = node.position?.start.line;
    if (node.type === 'heading') {
      if (plainText(node).trim() === '') report(line, finding('headingEmpty', {}));
      if (node.depth === 1) report(line, finding('headingOne', {}));
      else if (node.depth > level + 1) report(line, finding('headingSkipped', { from: level, to: node.depth }));
      level = node.depth;
    } else if (node.type === 'link' || node.type === 'linkReference') {
      const text = plainText(node, { includeHtml: false }).trim();
      const url = node.type === 'link' ? node.url : '';
      if (saysNothing(text)) report(line, finding('linkTextEmpty', { text }));
      else if (url && /^(?:https?:\/\/|www\.)\S+$/i.test(text)) report(line, finding('bareUrl', { url }));
      return 'skip';
    } else if (node.type === 'text') {
      for (const match of node.value.matchAll(footnoteMark)) {
        report(lineAt(node.value, match.index, line), finding('footnoteMissing', { mark: match[0] }));
      }
      const asterisks = node.value.indexOf('**');
      if (asterisks >= 0) {
        const text = node.value.slice(Math.max(0, asterisks - 20)).slice(0, 50);
        report(lineAt(node.value, asterisks, line), finding('asterisksShown', { text }));
      }
      for (const match of node.value.matchAll(bareAddress)) {
        report(lineAt(node.value, match.index, line), finding('bareUrl', { url: match[0] }));
      }
    }
    return undefined;
  });

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
  return found;
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
