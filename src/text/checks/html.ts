import { finding, type LineEdit } from '../../words/problems.ts';
import { refusedHtml } from '../inline-html.ts';
import type { ReportLine } from '../line-finding.ts';
import type { WrittenText } from './written-text.ts';

/** Elements that Markdown has a sign for. */
const signs: Record<string, string> = { b: '**', strong: '**', i: '*', em: '*', s: '~~', del: '~~', strike: '~~' };

/** HTML that is refused; what Markdown has a sign for is mended. */
export function checkHtml({ tree, lines }: WrittenText, report: ReportLine): void {
  for (const { value, line } of refusedHtml(tree)) {
    report(line, finding('rawHtml', { html: value }), inMarkdown(value, lines[line - 1] ?? ''));
  }
}

function inMarkdown(tag: string, line: string): LineEdit[] {
  if (/^<br\s*\/?>$/i.test(tag)) return [{ from: tag, to: line.trimEnd().endsWith(tag) ? '\\' : '\\\n' }];
  const sign = signs[/^<(\w+)>$/.exec(tag)?.[1]?.toLowerCase() ?? ''];
  if (!sign) return [];
  const start = line.indexOf(tag);
  const end = line.toLowerCase().indexOf(`</${tag.slice(1).toLowerCase()}`, start);
  const inside = line.slice(start + tag.length, end);
  // Signs hold only around words: no spaces at the inner side, no letter at the outer one, no other element within.
  const isPlain = start >= 0 && end > start && inside.trim() === inside && inside !== '' && !/[<*~]/.test(inside);
  const isApart =
    !/[\p{L}\p{N}]$/u.test(line.slice(0, start)) && !/^[\p{L}\p{N}]/u.test(line.slice(end + tag.length + 1));
  const from = line.slice(start, end + tag.length + 1);
  return isPlain && isApart ? [{ from, to: sign + inside + sign }] : [];
}
