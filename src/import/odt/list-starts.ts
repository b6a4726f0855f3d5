import type { Element } from 'xast';
import { attribute } from '../xml.ts';

/** With which number each list begins: one may go on where another has ended. */
export class ListStarts {
  /** The last number given, by the list's id, and by style and level for the last list of that kind. */
  readonly #ends = new Map<string, number>();

  /** `kind` is the style and level of the list. */
  next(list: Element, kind: string, items: readonly Element[]): number {
    const continued = attribute(list, 'text:continue-list');
    const goesOn = continued !== undefined || attribute(list, 'text:continue-numbering') === 'true';
    const first = attribute(items[0], 'text:start-value');
    const before = this.#ends.get(continued ?? kind) ?? 0;
    const start = first === undefined ? (goesOn ? before + 1 : 1) : Number(first);
    for (const key of [attribute(list, 'xml:id'), kind]) {
      if (key !== undefined) this.#ends.set(key, start + items.length - 1);
    }
    return start;
  }
}
