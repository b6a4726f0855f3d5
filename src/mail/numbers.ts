/** Numbers in tables of data. */
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';

/** Digits with what stands between them in amounts, days, times and telephone numbers, and the signs around. */
const number = /[+\-−–(]?\d(?:[\d.,:/'’()\u00A0\u202F−–-]*\d)?(?:[\u00A0\u202F]?[%€])?/;
const whole = new RegExp(`^\\s*(?:${number.source})\\s*$`);
const parts = new RegExp(`(${number.source})`);

/**
 * Keeps the numbers of a table in one piece: the column around a table breaks words wherever it is too narrow (Outlook
 * needs that), and 123 over 45 is another number. A cell that is one number says so itself, in others each has a span.
 */
export function keepNumbersWhole(table: Element): void {
  visit(table, 'element', (cell) => {
    if (cell.tagName !== 'td' && cell.tagName !== 'th') return;
    if (whole.test(textOf(cell))) {
      cell.properties.className = [...[cell.properties.className ?? []].flat().map(String), 'whole'];
      // Outlook on Windows knows no white-space: the old attribute alone keeps 0532/31234-678 on its line there.
      cell.properties.noWrap = true;
      return;
    }
    visit(cell, 'text', (text, index, parent) => {
      if (!parent || index === undefined || !/\d\D*\d/.test(text.value)) return undefined;
      const pieces = text.value.split(parts).flatMap((value, at): ElementContent[] => {
        if (value === '') return [];
        // What `split` catches stands at the odd places.
        return at % 2 === 1 && value.length > 1
          ? [h('span', { className: ['whole'] }, value)]
          : [{ type: 'text', value }];
      });
      parent.children.splice(index, 1, ...pieces);
      return index + pieces.length;
    });
  });
}
