import type { Blockquote, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { speech } from '../../words/problems/style.ts';
import { finding } from '../../words/problems.ts';
import type { ReportLine } from '../line-finding.ts';
import { recognisePassages } from '../passages.ts';
import { visit } from '../visit.ts';
import type { Passage } from './sentences.ts';

/** Quotations that begin and don't end; one of several paragraphs begins anew in each and ends in the last. */
export function checkOpenQuotations(passages: readonly Passage[], report: ReportLine): void {
  for (const [index, { text, line }] of passages.entries()) {
    const begin = text.match(/„/g)?.length ?? 0;
    const end = text.match(/[“”]/g)?.length ?? 0;
    const straight = text.match(/"/g)?.length ?? 0;
    const guillemets = (text.match(/»/g)?.length ?? 0) - (text.match(/«/g)?.length ?? 0);
    // An opening sign of one kind and a closing one of the other make a pair.
    const isOpen = begin > end + straight || (begin === 0 && end === 0 && straight % 2 === 1 && !/\d"/.test(text));
    const from = text.search(/[„"»]/);
    const goesOn = (isOpen || guillemets > 0) && /^[„"»]/.test(passages[index + 1]?.text ?? '');
    if ((isOpen || guillemets !== 0) && !goesOn)
      report(line, finding('quotationOpen', { text: text.slice(Math.max(from, 0)) }));
  }
}

/** Quotations of which nobody knows whose words they are; boxes and voices say so themselves. */
export function checkSpeakers(tree: Root, report: ReportLine): void {
  const recognised = recognisePassages(structuredClone(tree), (text) => text);
  visit(recognised, (node, index, parent) => {
    if (node.type === 'voice' || node.type === 'box') return 'skip';
    if (node.type !== 'blockquote') return undefined;
    const before = index ? parent?.children[index - 1] : undefined;
    const leads = before?.type === 'paragraph' ? plainText(before) : '';
    if (!isQuotation(node) || speech.test(leads) || leads.trimEnd().endsWith(':')) return 'skip';
    report(node.position?.start.line ?? 1, finding('speakerUnnamed', { text: plainText(node) }));
    return 'skip';
  });
}

/** Whether a block that is set off has words that somebody says. */
function isQuotation(block: Blockquote): boolean {
  const [first] = block.children;
  return first?.type === 'paragraph' && !speech.test(plainText(block));
}
