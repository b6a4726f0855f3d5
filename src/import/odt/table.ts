import type { Element as HtmlElement } from 'hast';
import { h } from 'hastscript';
import type { Element } from 'xast';
import { attribute, child, elements } from '../xml.ts';

/** Empty columns up to the right edge are written as one cell that repeats; more than these are none. */
const mostRepeated = 20;

/** A table with its head and the cells that stretch; `blocksOf` gives what stands in a cell. */
export function tableOf(table: Element, blocksOf: (cell: Element) => HtmlElement[]): HtmlElement {
  const cells = (row: Element, tag: 'th' | 'td') =>
    elements(row, 'table:table-cell').flatMap((cell) => {
      const spans = {
        colSpan: attribute(cell, 'table:number-columns-spanned'),
        rowSpan: attribute(cell, 'table:number-rows-spanned'),
      };
      const times = Math.min(mostRepeated, Number(attribute(cell, 'table:number-columns-repeated') ?? 1));
      return Array.from({ length: times }, () => h(tag, spans, blocksOf(cell)));
    });
  const head = elements(child(table, 'table:table-header-rows'), 'table:table-row');
  const body = elements(table).flatMap((part) =>
    part.name === 'table:table-row'
      ? [part]
      : part.name === 'table:table-rows'
        ? elements(part, 'table:table-row')
        : [],
  );
  return h(
    'table',
    head.length > 0
      ? h(
          'thead',
          head.map((row) => h('tr', cells(row, 'th'))),
        )
      : [],
    h(
      'tbody',
      body.map((row) => h('tr', cells(row, 'td'))),
    ),
  );
}
