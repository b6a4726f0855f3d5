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
  readonly #known: KnownGroups;
  /** Those that have come since. */
  readonly #new: Uint32Array[] = [];
  /** All by a number that the same cells have; made when a group is asked for. */
  #byKey: Map<number, number[]> | undefined;

  constructor(known: KnownGroups = { ends: new Uint32Array(), cells: new Uint32Array() }) {
    this.#known = known;
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
    this.#byKey ??= this.#keys();
    const key = keyOf(cells, 0, cells.length);
    const alike = this.#byKey.get(key) ?? [];
    const before = alike.find((index) => areSame(this.at(index), cells));
    if (before !== undefined) return firstGroup + before;
    const index = this.count;
    this.#new.push(cells);
    this.#byKey.set(key, [...alike, index]);
    return firstGroup + index;
  }

  #keys(): Map<number, number[]> {
    const { ends, cells } = this.#known;
    const byKey = new Map<number, number[]>();
    let begin = 0;
    for (const [index, end] of ends.entries()) {
      const key = keyOf(cells, begin, end);
      const alike = byKey.get(key);
      if (alike) alike.push(index);
      else byKey.set(key, [index]);
      begin = end;
    }
    return byKey;
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
    return { ends: Uint32Array.from([...ends, ...added]), cells: all };
  }
}

/** Few other lists have the same: it is made of all cells, from `begin` to before `end`. */
function keyOf(cells: Uint32Array, begin: number, end: number): number {
  let key = end - begin;
  for (let index = begin; index < end; index += 1) key = (Math.imul(key, 31) + (cells[index] ?? 0)) | 0;
  return key;
}

function areSame(one: Uint32Array, other: Uint32Array): boolean {
  return one.length === other.length && one.every((cell, index) => cell === other[index]);
}
