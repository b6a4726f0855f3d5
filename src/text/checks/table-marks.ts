import type { Table } from 'mdast';
import { finding, type LineEdit } from '../../words/problems.ts';
import type { ReportLine } from '../line-finding.ts';
import { visit } from '../visit.ts';
import { markWithTab } from './pasted-text.ts';
import type { ParagraphLine, WrittenText } from './written-text.ts';

/** The line below the head of a table, also with the dashes that Word makes. */
const delimiter = /^\|?[ \t]*[:–—-][ \t:–—-]*(?:\|[ \t:–—-]*)+$/;

/** Tables that are none to Markdown, and rows that do not fit. */
export function checkTableMarks({ tree, lines, paragraphs }: WrittenText, report: ReportLine): void {
  visit(tree, 'table', (table) => checkRows(table, lines, report));
  const below = new Set(tree.children.filter((_, index) => tree.children[index - 1]?.type === 'table'));
  for (const { node, lines: own } of paragraphs) {
    const [only, ...others] = own;
    const isRowApart = only && others.length === 0 && below.has(node) && /^\|.*\|$/.test(only.text);
    if (isRowApart) report(only.number, finding('tableRowApart', { text: only.written }));
  }
  for (const { lines: own, within } of paragraphs) {
    // Within a point of a list or a quotation it is not sure where a table would have to begin.
    const say: ReportLine = (line, found, edits) => report(line, found, within === 'root' ? edits : []);
    if (own.length < 2) continue;
    const first = own.findIndex((line, index) => isRow(line) && own[index + 1] && isRow(own[index + 1]));
    const head = own[first];
    const next = own[first + 1];
    if (head && next && !delimiter.test(head.text)) reportTable(own, first, head, next, say);
    else checkColumns(own, say);
  }
}

/** A head alone, cells that are lost because the head has fewer, and a line below that has become the last row. */
function checkRows({ children: [head, ...rows], position }: Table, lines: readonly string[], report: ReportLine): void {
  if (rows.length === 0) report(position?.start.line ?? 1, finding('tableEmpty', {}));
  const columns = head?.children.length ?? 0;
  for (const row of rows) {
    const line = row.position?.start.line ?? 1;
    const text = (lines[line - 1] ?? '').trim();
    if (row.children.length > columns) {
      report(line, finding('tableRowLong', { cells: row.children.length, columns }));
    } else if (columns > 1 && row.children.length === 1 && !text.includes('|')) {
      report(line, finding('tableGoesOn', { text }), [{ from: text, to: `\n${text}` }]);
    }
  }
}

function isRow(line: ParagraphLine | undefined): boolean {
  return line !== undefined && (/^\|.*\|$/.test(line.text) || / \| /.test(line.text) || delimiter.test(line.text));
}

/** The cells of a row; a bar behind a backslash is text. */
function cellsIn(row: string): number {
  return row.replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/).length;
}

function reportTable(
  own: readonly ParagraphLine[],
  first: number,
  head: ParagraphLine,
  next: ParagraphLine,
  report: ReportLine,
): void {
  const columns = cellsIn(head.written);
  const row = `| ${Array(columns).fill('---').join(' | ')} |`;
  if (delimiter.test(next.text)) {
    report(next.number, finding('tableLineWrong', { row }), [{ from: next.written, to: row }]);
    return;
  }
  const isSure = head.text.startsWith('|') && next.text.startsWith('|');
  if (!isSure && cellsIn(next.written) !== columns) return;
  const blank: LineEdit[] = first > 0 && own[first - 1] ? [{ from: '', to: '\n', below: -1 }] : [];
  const edits = isSure ? [...blank, { from: head.written, to: `${head.written}\n${row}` }] : [];
  report(head.number, finding(isSure ? 'tableLineMissing' : 'tableMaybe', { row, text: head.written }), edits);
}

/** Columns made of tabulators or of many spaces, as Word, Excel and mails have them. */
function checkColumns(own: readonly ParagraphLine[], report: ReportLine): void {
  const gap = /(?<=\S)(?:\t+| {3,})(?=\S)/g;
  // A short sign and a tabulator are the mark of a list.
  const cells = own.map(({ written }) => (markWithTab.test(written) ? [written] : written.split(gap)));
  const first = cells.findIndex((row, index) => row.length > 1 && (cells[index + 1]?.length ?? 0) > 1);
  const head = own[first];
  if (!head) return;
  const last = own.findLast((_, index) => (cells[index]?.length ?? 0) > 1) ?? head;
  const rows = cells.slice(first, first + last.number - head.number + 1);
  const isRegular = rows.every((row) => row.length === rows[0]?.length && !row.join('').includes('|'));
  report(
    head.number,
    finding('tableByTabs', { last: last.number, first: head.number }),
    isRegular ? asTable(own, first, rows) : [],
  );
}

function asTable(own: readonly ParagraphLine[], first: number, rows: readonly string[][]): LineEdit[] {
  const edits = rows.map((row, index): LineEdit => {
    const text = `| ${row.map((cell) => cell.trim()).join(' | ')} |`;
    const line = index === 0 ? `\n| ${row.map(() => '---').join(' | ')} |` : '';
    return {
      from: own[first + index]?.written ?? '',
      to: `${index === 0 && first > 0 ? '\n' : ''}${text}${line}`,
      below: index,
    };
  });
  return own[first + rows.length] ? [...edits, { from: '', to: '\n', below: rows.length - 1 }] : edits;
}
