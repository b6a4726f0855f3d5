import type { Element, ElementContent, Root } from 'hast';
import { toString as plainText } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { importNotes } from '../../words/import.ts';
import type { ImportNotes } from '../imported.ts';

/** More cells than that are a mistake or an attack: a cell may state how many it stretches over. */
const mostColumns = 60;
const mostRows = 2000;

/**
 * Tables as Markdown can hold them: one head row, cells that stretch written out, in each cell one line of text whose
 * paragraphs are divided by `br`. Tables that only arrange what is in them are taken apart.
 */
export function simplifyTables(tree: Root, notes: ImportNotes): void {
  visit(tree, { tagName: 'table' }, (table: Element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const rows = rowsOf(table);
    if (isLayout(table, rows)) {
      const contents = rows.flatMap(cellsOf).map((cell) => h('div', cell.children));
      parent.children.splice(index, 1, ...contents);
      // What was in it may hold tables again.
      return index;
    }
    parent.children.splice(index, 1, ...dataTable(table, rows, notes));
    return [SKIP, index + 1];
  });
}

/** Rows of the table itself, not of tables in its cells. */
function rowsOf(table: Element): Element[] {
  return table.children.flatMap((part) => {
    if (part.type !== 'element') return [];
    if (part.tagName === 'tr') return [part];
    return ['thead', 'tbody', 'tfoot'].includes(part.tagName) ? rowsOf(part) : [];
  });
}

const isCell = (node: ElementContent): node is Element =>
  node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');
const cellsOf = (row: Element) => row.children.filter(isCell);

/** For arranging: marked as that, one row or one column, or with parts of a text in its cells. */
function isLayout(table: Element, rows: readonly Element[]): boolean {
  if (/^(?:presentation|none)$/.test(String(table.properties.role ?? ''))) return true;
  const filled = rows.map((row) => cellsOf(row).filter((cell) => plainText(cell).trim() !== '').length);
  if (filled.every((count) => count <= 1) || rows.filter((_, at) => filled[at]).length === 1) return true;
  let holdsParts = false;
  visit(table, 'element', (inner) => {
    if (inner !== table && /^(?:table|h[1-6]|blockquote)$/.test(inner.tagName)) holdsParts = true;
  });
  return holdsParts;
}

function dataTable(table: Element, rows: readonly Element[], notes: ImportNotes): ElementContent[] {
  const pictures: Element[] = [];
  const grid: Element[][] = [];
  let isMerged = false;
  let holdsBlocks = false;
  for (const [at, row] of rows.slice(0, mostRows).entries()) {
    const line = rowAt(grid, at);
    for (const cell of cellsOf(row)) {
      const { content, paragraphs } = lineOfCell(cell, pictures);
      holdsBlocks ||= paragraphs > 1;
      let column = 0;
      while (line[column]) column += 1;
      const columns = span(cell.properties.colSpan, mostColumns - column);
      const height = span(cell.properties.rowSpan, rows.length - at);
      isMerged ||= columns > 1 || height > 1;
      for (let down = 0; down < height; down += 1) {
        const below = rowAt(grid, at + down);
        for (let right = 0; right < columns; right += 1) {
          // What stretches downwards belongs to every row; to the right it stands once.
          below[column + right] ??= h(cell.tagName, right === 0 ? structuredClone(content) : []);
        }
      }
    }
  }
  const [first = [], ...others] = withoutEmpty(grid);
  const hasHead = first.some(({ tagName }) => tagName === 'th') || Boolean(table.children.find(isHead));
  const name = first.map((cell) => plainText(cell).trim()).join(' · ');
  if (!hasHead) notes.leftToDo.push(importNotes.tableWithoutHead(name));
  if (isMerged) notes.leftToDo.push(importNotes.mergedCells(name));
  if (holdsBlocks) notes.leftToDo.push(importNotes.paragraphsInCells(name));
  const width = Math.max(first.length, ...others.map((cells) => cells.length));
  const rowWith = (tag: string, cells: readonly Element[]) =>
    h(
      'tr',
      Array.from({ length: width }, (_, at) => h(tag, cells[at]?.children ?? [])),
    );
  const caption = table.children.find((part) => part.type === 'element' && part.tagName === 'caption');
  return [
    ...(caption?.type === 'element' && plainText(caption).trim() ? [h('p', caption.children)] : []),
    h(
      'table',
      h('thead', rowWith('th', first.map(withoutBold))),
      h(
        'tbody',
        others.map((cells) => rowWith('td', cells)),
      ),
    ),
    ...pictures.map((picture) => h('p', picture)),
  ];
}

/** A head is bold by itself. */
function withoutBold(cell: Element): Element {
  const children = cell.children.flatMap((node) =>
    node.type === 'element' && /^(?:b|strong)$/.test(node.tagName) ? node.children : [node],
  );
  return { ...cell, children };
}

/** Rows and columns without a word in them hold a table's place on paper. */
function withoutEmpty(grid: readonly Element[][]): Element[][] {
  const isFilled = (cell: Element | undefined) => cell !== undefined && plainText(cell).trim() !== '';
  const width = Math.max(...grid.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => at).filter((at) => grid.some((row) => isFilled(row[at])));
  return grid.filter((row) => row.some(isFilled)).map((row) => columns.map((at) => row[at] ?? h('td')));
}

function rowAt(grid: Element[][], at: number): Element[] {
  grid[at] ??= [];
  return grid[at];
}

const isHead = (part: ElementContent) => part.type === 'element' && part.tagName === 'thead';

function span(value: unknown, most: number): number {
  const number = Number(value ?? 1);
  return Number.isInteger(number) ? Math.max(1, Math.min(number, most)) : 1;
}

/** What a cell holds as one line; pictures are taken out of it. */
function lineOfCell(cell: Element, pictures: Element[]): { content: ElementContent[]; paragraphs: number } {
  const lines: ElementContent[][] = [[]];
  const take = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') lines.at(-1)?.push(node);
      else if (node.tagName === 'img') pictures.push(node);
      else if (node.tagName === 'br') lines.push([]);
      else if (blocks.test(node.tagName)) {
        lines.push([]);
        take(node.children);
        lines.push([]);
      } else lines.at(-1)?.push(node);
    }
  };
  take(cell.children);
  const filled = lines.filter((parts) => plainText(h('div', parts)).trim() !== '');
  const content = filled.flatMap((parts, at) => (at === 0 ? parts : [h('br'), ...parts]));
  return { content, paragraphs: filled.length };
}

const blocks = /^(?:p|div|ul|ol|li|dl|dt|dd|section|address|pre|center)$/;
