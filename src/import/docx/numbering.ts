import type { Root } from 'xast';
import { attribute, child, elements } from '../xml.ts';

interface Level {
  start: number;
  format: string;
}

/** Counts the items of numbered lists as Word does when it shows them: the file only says which list each belongs to. */
export class ListNumbers {
  readonly #abstract = new Map<string, Map<string, Level>>();
  /** By `numId`: the abstract list, and where that list starts anew. */
  readonly #lists = new Map<string, { abstract: string; starts: Map<string, number> }>();
  /** By abstract list and level: the last number given. */
  readonly #counts = new Map<string, number>();
  readonly #begun = new Set<string>();

  constructor(root: Root | undefined) {
    const numbering = child(root, 'w:numbering');
    for (const list of elements(numbering, 'w:abstractNum')) {
      const levels = elements(list, 'w:lvl').map((level): [string, Level] => [
        attribute(level, 'w:ilvl') ?? '0',
        {
          start: Number(attribute(child(level, 'w:start'), 'w:val') ?? 1),
          format: attribute(child(level, 'w:numFmt'), 'w:val') ?? 'decimal',
        },
      ]);
      this.#abstract.set(attribute(list, 'w:abstractNumId') ?? '', new Map(levels));
    }
    for (const list of elements(numbering, 'w:num')) {
      const starts = elements(list, 'w:lvlOverride').flatMap((override): [string, number][] => {
        const start = attribute(child(override, 'w:startOverride'), 'w:val');
        return start === undefined ? [] : [[attribute(override, 'w:ilvl') ?? '0', Number(start)]];
      });
      const abstract = attribute(child(list, 'w:abstractNumId'), 'w:val') ?? '';
      this.#lists.set(attribute(list, 'w:numId') ?? '', { abstract, starts: new Map(starts) });
    }
  }

  /** The number of the next paragraph of a list, with the way it is written; undefined if it has a bullet or none. */
  next(numId: string, level: string): { number: number; format: string } | undefined {
    const list = this.#lists.get(numId);
    const found = list && this.#abstract.get(list.abstract)?.get(level);
    if (!found || found.format === 'bullet' || found.format === 'none') return undefined;
    const key = (at: string) => `${list.abstract} ${at}`;
    const override = list.starts.get(level);
    const begins = override !== undefined && !this.#begun.has(`${numId} ${level}`);
    this.#begun.add(`${numId} ${level}`);
    const before = begins ? undefined : this.#counts.get(key(level));
    const number = before === undefined ? (override ?? found.start) : before + 1;
    this.#counts.set(key(level), number);
    // A new item begins the lists below it anew.
    for (let below = Number(level) + 1; below < 9; below += 1) this.#counts.delete(key(String(below)));
    return { number, format: found.format };
  }
}
