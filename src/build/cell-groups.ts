/**
 * Cells that are looked at together: those of a view that very many pages show. A page holds the number of the group and
 * not its hundred cells. The same cells are the same group; groups stay for good, as cells do: also those that no page
 * holds any more. A build that begins with none ends that: one of another version of the product, or with `--full`. It would
 * matter where one version sees very many edits of what such a view shows: `.cache/site-state`, which every build reads,
 * grows by one list of cells with each of them.
 */
import type { Cell } from './cells.ts';

/** All groups, as they are kept: where each ends, one behind the other. */
export interface KnownGroups {
  ends: Uint32Array;
  cells: Uint32Array;
}

/** From here on a number is that of a group. */
const firstGroup = 2 ** 31;

export function isGroup(number: Cell): boolean {
  return number >= firstGroup;
}

/** Which group it is: they count from 0. */
export function indexOfGroup(number: Cell): number {
  return number - firstGroup;
}

export class CellGroups {
  readonly #lists: Uint32Array[] = [];
  /** By a number that the same cells have; made when a group is asked for. */
  #known: Map<number, number[]> | undefined;

  constructor({ ends, cells }: KnownGroups = { ends: new Uint32Array(), cells: new Uint32Array() }) {
    let begin = 0;
    for (const end of ends) {
      this.#lists.push(cells.subarray(begin, end));
      begin = end;
    }
  }

  get count(): number {
    return this.#lists.length;
  }

  /** What is in a group: cells, and other groups. */
  at(index: number): Uint32Array {
    return this.#lists[index] ?? new Uint32Array();
  }

  /** The number of the group of these cells, which are in order. */
  numberOf(cells: Uint32Array): Cell {
    this.#known ??= this.#byKey();
    const key = keyOf(cells);
    const alike = this.#known.get(key) ?? [];
    const before = alike.find((index) => areSame(this.at(index), cells));
    if (before !== undefined) return firstGroup + before;
    const index = this.#lists.push(cells) - 1;
    this.#known.set(key, [...alike, index]);
    return firstGroup + index;
  }

  #byKey(): Map<number, number[]> {
    const known = new Map<number, number[]>();
    for (const [index, list] of this.#lists.entries()) {
      const key = keyOf(list);
      const alike = known.get(key);
      if (alike) alike.push(index);
      else known.set(key, [index]);
    }
    return known;
  }

  /** To be kept for the next build. */
  packed(): KnownGroups {
    const cells = new Uint32Array(this.#lists.reduce((sum, list) => sum + list.length, 0));
    let end = 0;
    const ends = Uint32Array.from(this.#lists, (list) => {
      cells.set(list, end);
      end += list.length;
      return end;
    });
    return { ends, cells };
  }
}

/** Few other lists have the same: it is made of all cells. */
function keyOf(cells: Uint32Array): number {
  let key = cells.length;
  for (const cell of cells) key = (Math.imul(key, 31) + cell) | 0;
  return key;
}

function areSame(one: Uint32Array, other: Uint32Array): boolean {
  return one.length === other.length && one.every((cell, index) => cell === other[index]);
}
