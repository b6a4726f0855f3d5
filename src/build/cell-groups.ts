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
  /** By their cells; made when a group is asked for. */
  #known: Map<string, number> | undefined;

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
    this.#known ??= new Map(this.#lists.map((list, index) => [keyOf(list), index]));
    const key = keyOf(cells);
    const before = this.#known.get(key);
    if (before !== undefined) return firstGroup + before;
    const index = this.#lists.push(cells) - 1;
    this.#known.set(key, index);
    return firstGroup + index;
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

function keyOf({ buffer, byteOffset, byteLength }: Uint32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}
