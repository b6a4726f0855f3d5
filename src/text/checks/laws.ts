import type { Root } from 'mdast';
import { finding } from '../../words/problems.ts';
import { lawsOutOfDate } from '../law-reference.ts';
import { lineAt, type ReportLine } from '../line-finding.ts';
import { visit } from '../visit.ts';

/** Acts that no longer apply, in texts and targets. */
export function checkLaws(tree: Root, report: ReportLine): void {
  const passages: { text: string; line?: number }[] = [];
  visit(tree, (node) => {
    const line = node.position?.start.line;
    if (node.type === 'text') passages.push({ text: node.value, line });
    else if ('url' in node) passages.push({ text: node.url, line });
  });
  const whole = passages.map(({ text }) => text).join('\n');
  if (lawsOutOfDate(whole).length === 0) return;
  for (const { text, line } of passages) {
    for (const { old, current, index } of lawsOutOfDate(text, whole)) {
      report(lineAt(text, index, line), finding('lawOutOfDate', { old, current }));
    }
  }
}
