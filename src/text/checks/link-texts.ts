import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { finding } from '../../words/problems.ts';
import { lineAt, type ReportLine } from '../line-finding.ts';
import { visit } from '../visit.ts';

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
const noBreakSpace = /[\u00a0\u2000-\u200a\u202f]/g;

/** Texts of links that do not say where they lead, addresses that stand in the text, and spaces in a target. */
export function checkLinkTexts(tree: Root, report: ReportLine): void {
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'link' || node.type === 'linkReference') {
      const text = plainText(node, { includeHtml: false }).trim();
      const url = node.type === 'link' ? node.url : '';
      const corrected = url.replace(noBreakSpace, '%20');
      if (corrected !== url) report(line, finding('linkSpaces', { text: url, corrected }));
      if (saysNothing(text)) report(line, finding('linkTextEmpty', { text }));
      else if (url && /^(?:https?:\/\/|www\.)\S+$/i.test(text)) report(line, finding('bareUrl', { url }));
      return 'skip';
    }
    if (node.type === 'text') {
      for (const { 0: url, index } of node.value.matchAll(bareAddress)) {
        report(lineAt(node.value, index, line), finding('bareUrl', { url }));
      }
    }
    return undefined;
  });
}

function saysNothing(linkText: string): boolean {
  const words = linkText.slice(0, 40).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 || sayNothing.has(words.join(' ').toLowerCase());
}
