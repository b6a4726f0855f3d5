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
  /** By the cells of a group, at the place that their key gives or after it: its index and one more; 0 where none is. */
  table: Uint32Array;
}

/** Places of the smallest table; each has twice as many as that before it, and is half empty at least. */
const smallestTable = 64;

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
  readonly #known: KnownGroups;
  /** Those that have come since. */
  readonly #new: Uint32Array[] = [];
  #table: Uint32Array;

  constructor(
    known: KnownGroups = { ends: new Uint32Array(), cells: new Uint32Array(), table: new Uint32Array(smallestTable) },
  ) {
    this.#known = known;
    this.#table = known.table;
  }

  get count(): number {
    return this.#known.ends.length + this.#new.length;
  }

  /** What is in a group: cells, and other groups. */
  at(index: number): Uint32Array {
    const { ends, cells } = this.#known;
    if (index >= ends.length) return this.#new[index - ends.length] ?? new Uint32Array();
    return cells.subarray(ends[index - 1] ?? 0, ends[index]);
  }

  /** The number of the group of these cells, which are in order. */
  numberOf(cells: Uint32Array): Cell {
    const place = this.#placeOf(cells);
    const before = this.#table[place] ?? 0;
    if (before > 0) return firstGroup + before - 1;
    const index = this.count;
    this.#new.push(cells);
    this.#table[place] = index + 1;
    if (2 * this.count > this.#table.length) this.#enlarge();
    return firstGroup + index;
  }

  /** Where a group stands in the table, or would. */
  #placeOf(cells: Uint32Array): number {
    const last = this.#table.length - 1;
    for (let place = keyOf(cells) & last; ; place = (place + 1) & last) {
      const before = this.#table[place] ?? 0;
      if (before === 0 || areSame(this.at(before - 1), cells)) return place;
    }
  }

  #enlarge(): void {
    this.#table = new Uint32Array(2 * this.#table.length);
    for (let index = 0; index < this.count; index += 1) this.#table[this.#placeOf(this.at(index))] = index + 1;
  }

  /** To be kept for the next build. */
  packed(): KnownGroups {
    if (this.#new.length === 0) return this.#known;
    const { ends, cells } = this.#known;
    const all = new Uint32Array(this.#new.reduce((sum, list) => sum + list.length, cells.length));
    all.set(cells);
    let end = cells.length;
    const added = this.#new.map((list) => {
      all.set(list, end);
      end += list.length;
      return end;
    });
    return { ends: Uint32Array.from([...ends, ...added]), cells: all, table: this.#table };
  }
}

/** Few other lists have the same: it is made of all cells. */
function keyOf(cells: Uint32Array): number {
  let key = cells.length;
  for (let index = 0; index < cells.length; index += 1) key = (Math.imul(key, 31) + (cells[index] ?? 0)) | 0;
  return key ^ (key >>> 15);
}

function areSame(one: Uint32Array, other: Uint32Array): boolean {
  return one.length === other.length && one.every((cell, index) => cell === other[index]);
}
