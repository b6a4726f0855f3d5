/**
 * What pages can look at, by number. A cell is a property of a thing; numbers are given as things are looked at, stay for
 * good, and are kept packed between builds.
 */
import { kindOf } from './things.ts';

/** A property of a thing, by its number. */
export type Cell = number;

/** All cells, as they are kept. */
export interface KnownCells {
  /** Names of things and of their properties, by number. */
  things: string[];
  properties: string[];
  /** Of each cell: the numbers of its thing and of its property, and a number that changes with its value. */
  thingOf: Uint32Array;
  propertyOf: Uint32Array;
  values: Float64Array;
}

const none: KnownCells = {
  things: [],
  properties: [],
  thingOf: new Uint32Array(),
  propertyOf: new Uint32Array(),
  values: new Float64Array(),
};

/** In the place of a cell where there is none. */
const noCell = -1;

/** Cells of a thing that are looked through one by one; with more, an index takes less time. */
const mostInARow = 64;

/** Larger than the number of any property. */
const span = 2 ** 20;

export class Cells {
  readonly #things: Names;
  readonly #properties: Names;
  /** Of each cell; as long as there is room for. */
  #thingOf: Uint32Array;
  #propertyOf: Uint32Array;
  #values: Float64Array;
  #count: number;
  /** Of each thing its last cell, and of each cell the one before it of the same thing. */
  readonly #lastOf: Cell[];
  #previous: Int32Array;
  /** Of things with very many cells: these by the number of their property. */
  readonly #indexed: (Map<number, Cell> | undefined)[] = [];
  /** Of each thing: the number of its kind. */
  readonly #kinds = new Names([]);
  readonly #kindOf: number[] = [];

  constructor({ things, properties, thingOf, propertyOf, values }: KnownCells = none) {
    this.#things = new Names(things);
    this.#properties = new Names(properties);
    this.#thingOf = thingOf;
    this.#propertyOf = propertyOf;
    this.#values = values;
    this.#count = thingOf.length;
    this.#lastOf = things.map(() => noCell);
    this.#previous = new Int32Array(thingOf.length);
    for (let cell = 0; cell < thingOf.length; cell += 1) {
      const thing = thingOf[cell] ?? 0;
      this.#previous[cell] = this.#lastOf[thing] ?? noCell;
      this.#lastOf[thing] = cell;
    }
  }

  /** The names of all things that have ever been looked at. */
  get things(): readonly string[] {
    return this.#things.all;
  }

  /** The number of a thing, which stays for good. */
  numberOfThing(thing: string): number {
    return this.#things.numberOf(thing);
  }

  /** The cell of a property, if it has been looked at. */
  find(thing: string, property: string): Cell | undefined {
    const [of, name] = [this.#things.find(thing), this.#properties.find(property)];
    return of === undefined || name === undefined ? undefined : this.#find(of, name);
  }

  /** The cell of a property; a new one gets the value that `value` gives. */
  of(thing: string, property: string, value: () => number): Cell {
    const [of, name] = [this.#things.numberOf(thing), this.#properties.numberOf(property)];
    const before = this.#find(of, name);
    if (before !== undefined) return before;
    const cell = this.#count;
    this.#makeRoom();
    this.#count += 1;
    this.#thingOf[cell] = of;
    this.#propertyOf[cell] = name;
    this.#values[cell] = value();
    this.#previous[cell] = this.#lastOf[of] ?? noCell;
    this.#lastOf[of] = cell;
    this.#indexed[of]?.set(name, cell);
    return cell;
  }

  /** All that has been looked at of a thing. */
  ofThing(thing: string): [property: string, cell: Cell][] {
    const of = this.#things.find(thing);
    if (of === undefined) return [];
    return this.#cellsOf(of).map((cell) => [this.#properties.all[this.#propertyOf[cell] ?? 0] ?? '', cell]);
  }

  /** Gives a cell its value of now; true if it had another. */
  update(cell: Cell, value: number): boolean {
    const before = this.#values[cell];
    this.#values[cell] = value;
    // NaN, of what is not there any more, is as it was if it wasn't there before either.
    return !Object.is(before, value);
  }

  /** Cells by what they have in common: the same property of things of one kind. */
  byProperty(cells: Iterable<Cell>): { kind: string; property: string; cells: Cell[] }[] {
    const groups = new Map<number, Cell[]>();
    for (const cell of cells) {
      const property = this.#propertyOf[cell] ?? 0;
      const key = this.#kindOfThing(this.#thingOf[cell] ?? 0) * span + property;
      const group = groups.get(key);
      if (group) group.push(cell);
      else groups.set(key, [cell]);
    }
    return [...groups].map(([key, group]) => ({
      kind: this.#kinds.all[Math.floor(key / span)] ?? '',
      property: this.#properties.all[key % span] ?? '',
      cells: group,
    }));
  }

  /** To be kept for the next build. */
  packed(): KnownCells {
    return {
      things: this.#things.all,
      properties: this.#properties.all,
      thingOf: this.#thingOf.subarray(0, this.#count),
      propertyOf: this.#propertyOf.subarray(0, this.#count),
      values: this.#values.subarray(0, this.#count),
    };
  }

  #makeRoom(): void {
    if (this.#count < this.#values.length) return;
    const room = Math.max(1_024, 2 * this.#count);
    const larger = <Packed extends Uint32Array | Int32Array | Float64Array>(packed: Packed, before: Packed): Packed => {
      packed.set(before);
      return packed;
    };
    this.#thingOf = larger(new Uint32Array(room), this.#thingOf);
    this.#propertyOf = larger(new Uint32Array(room), this.#propertyOf);
    this.#values = larger(new Float64Array(room), this.#values);
    this.#previous = larger(new Int32Array(room), this.#previous);
  }

  #find(thing: number, property: number): Cell | undefined {
    const indexed = this.#indexed[thing];
    if (indexed) return indexed.get(property);
    let looked = 0;
    for (let cell = this.#lastOf[thing] ?? noCell; cell >= 0; cell = this.#previous[cell] ?? noCell) {
      if (this.#propertyOf[cell] === property) return cell;
      looked += 1;
      if (looked > mostInARow) return this.#index(thing).get(property);
    }
    return undefined;
  }

  #index(thing: number): Map<number, Cell> {
    const cells = new Map(this.#cellsOf(thing).map((cell) => [this.#propertyOf[cell] ?? 0, cell]));
    this.#indexed[thing] = cells;
    return cells;
  }

  #cellsOf(thing: number): Cell[] {
    const cells: Cell[] = [];
    for (let cell = this.#lastOf[thing] ?? noCell; cell >= 0; cell = this.#previous[cell] ?? noCell) cells.push(cell);
    return cells;
  }

  #kindOfThing(thing: number): number {
    const before = this.#kindOf[thing];
    if (before !== undefined) return before;
    const kind = this.#kinds.numberOf(kindOf(this.#things.all[thing] ?? ''));
    this.#kindOf[thing] = kind;
    return kind;
  }
}

/** Names with their numbers. */
class Names {
  readonly all: string[];
  readonly #numbers: Map<string, number>;

  constructor(all: readonly string[]) {
    this.all = [...all];
    this.#numbers = new Map(all.map((name, number) => [name, number]));
  }

  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  numberOf(name: string): number {
    const before = this.#numbers.get(name);
    if (before !== undefined) return before;
    const number = this.all.push(name) - 1;
    this.#numbers.set(name, number);
    return number;
  }
}
