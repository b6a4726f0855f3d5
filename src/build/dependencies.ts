/**
 * What each page is made of. A page gets the library so that whatever it looks at is told (`watched-library.ts`); the next
 * build makes it again only where something of that is otherwise. So nothing has to be declared, and nothing can be forgotten.
 */
import { CellGroups, indexOfGroup, isGroup, type KnownGroups } from './cell-groups.ts';
import { type Cell, Cells, type KnownCells } from './cells.ts';
import type { Handed } from './compiled-pages.ts';
import { Described, numberOf } from './described.ts';
import { type KnownPieces, type PageThere, type Piece, pieceThere, placedPieces } from './pieces.ts';
import { kindOf, Things } from './things.ts';
import { seen, WatchedLibrary } from './watched-library.ts';

/** What was looked at in the last build, and what it was. */
export interface KnownLooks {
  cells: KnownCells;
  groups: KnownGroups;
  /** Of things that are looked through together: a number that changes with any property of any of them. */
  prints: Map<string, number>;
  /** Of each kind of thing: a number that changes with which there are, and in which order. */
  orders: Map<string, number>;
}

/** Looking at the same property of more things than these is looking at that of all. */
const mostSingly = 400;

/** As many cells of a view as are worth a group of their own. */
const leastTogether = 6;

/** Watches what is looked at in a library. */
export class Dependencies {
  readonly #things: Things;
  readonly #described: Described;
  readonly #watched: WatchedLibrary;
  readonly #cells: Cells;
  readonly #groups: CellGroups;
  readonly #prints: Map<string, number>;
  readonly #orders: Map<string, number>;
  /** Those of the last build that are otherwise now. */
  readonly #changed = new Set<Cell>();
  /** The same: whether each is. */
  readonly #isChanged: Uint8Array;
  /** The same of groups, of those that were asked for. */
  readonly #groupsChanged: (boolean | undefined)[] = [];

  /**
   * `isAsBefore`: of which groups of things it is known that nothing has changed since; given, nothing has in the lists of the
   * library either, nor in which things there are.
   */
  constructor(given: Handed, known?: KnownLooks, isAsBefore?: (group: string) => boolean) {
    this.#things = new Things(given.library);
    this.#described = new Described(given, this.#things);
    this.#cells = new Cells(known?.cells);
    this.#groups = new CellGroups(known?.groups);
    this.#prints = new Map(
      [...this.#things.groups].map(([group, names]) => {
        if (group === 'library') return [group, Number.NaN];
        const before = isAsBefore?.(group) ? known?.prints.get(group) : undefined;
        return [group, before ?? this.#described.printOf(names)];
      }),
    );
    this.#orders = (isAsBefore && known?.orders) ?? ordersOf(this.#things);
    if (known) this.#compare(known, isAsBefore !== undefined);
    this.#isChanged = new Uint8Array(known?.cells.values.length ?? 0);
    for (const cell of this.#changed) this.#isChanged[cell] = 1;
    this.#watched = new WatchedLibrary(
      given,
      this.#things,
      (thing, property) => this.#cellOf(thing, property),
      (cells) => this.#together(this.#summed(cells)),
      (cells) => Uint32Array.of(this.#groups.numberOf(this.#summed(cells))),
    );
  }

  /** Whether any of these cells is otherwise than in the last build. */
  haveChanged(cells: Uint32Array): boolean {
    if (this.#changed.size === 0) return false;
    for (const cell of cells)
      if (isGroup(cell) ? this.#hasGroupChanged(cell) : this.#isChanged[cell] === 1) return true;
    return false;
  }

  #hasGroupChanged(group: Cell): boolean {
    const index = indexOfGroup(group);
    const before = this.#groupsChanged[index];
    if (before !== undefined) return before;
    const hasChanged = this.haveChanged(this.#groups.at(index));
    this.#groupsChanged[index] = hasChanged;
    return hasChanged;
  }

  /**
   * Does `look` with what is given, watched, and gives the cells that it looked at. Parts of the page as it is `there` stay
   * where they would be the same.
   */
  async watch<Result>(
    look: (given: Handed) => Promise<Result>,
    there?: PageThere,
  ): Promise<{ result: Result; cells: Uint32Array; pieces: readonly Piece[] }> {
    const result = await look(this.#watched.open((thing) => there && this.#pieceBefore(there, thing)));
    return { result, cells: this.#summed(this.#watched.looked()), pieces: this.#watched.pieces() };
  }

  #pieceBefore(there: PageThere, thing: string): Pick<Piece, 'cells' | 'text'> | undefined {
    const before = pieceThere(there, this.#cells.numberOfThing(thing));
    return before && !this.haveChanged(Uint32Array.of(before.cells)) ? before : undefined;
  }

  /** Of parts of a page that was made: where they stand in its bytes. */
  placed(pieces: readonly Piece[], page: Uint8Array): KnownPieces | undefined {
    return placedPieces(pieces, page, (thing) => this.#cells.numberOfThing(thing));
  }

  /** For the next build. */
  known(): KnownLooks {
    return { cells: this.#cells.packed(), groups: this.#groups.packed(), prints: this.#prints, orders: this.#orders };
  }

  /** Finds what has changed: in the things of which something has, and in the library's lists if they are not the `same`. */
  #compare({ prints, orders }: KnownLooks, areListsSame: boolean): void {
    const isSame = (group: string) => this.#prints.get(group) === prints.get(group);
    const others = [...this.#things.groups].flatMap(([group, names]) => (isSame(group) ? [] : names));
    const gone = areListsSame ? [] : this.#cells.things.filter((name) => !this.#things.get(name));
    const changedThings = Map.groupBy(
      [...others, ...gone].filter((name) => name !== 'library'),
      kindOf,
    );
    for (const name of [...changedThings.values()].flat()) {
      for (const [property, cell] of this.#cells.ofThing(name)) this.#compareCell(cell, name, property);
    }
    for (const [property, cell] of this.#cells.ofThing('library')) {
      if (!property.startsWith(seen.all)) {
        if (!areListsSame) this.#compareCell(cell, 'library', property);
        continue;
      }
      const [kind = '', ofThings = ''] = property.slice(seen.all.length).split(' ');
      const isOtherIn = (thing: string) => {
        const one = this.#cells.find(thing, ofThings);
        // Nobody has looked at this of it: it is new, or it is gone, and then their order says so.
        return one === undefined ? this.#things.get(thing) !== undefined : this.#changed.has(one);
      };
      if (this.#orders.get(kind) !== orders.get(kind) || changedThings.get(kind)?.some(isOtherIn))
        this.#changed.add(cell);
    }
  }

  #compareCell(cell: Cell, thing: string, property: string): void {
    if (this.#cells.update(cell, this.#described.valueOf(thing, property))) this.#changed.add(cell);
  }

  #cellOf(thing: string, property: string): Cell {
    // Of all things of a kind: what their own cells and their order say.
    const value = () => (property.startsWith(seen.all) ? 0 : this.#described.valueOf(thing, property));
    return this.#cells.of(thing, property, value);
  }

  /** One cell in the place of very many with the same property. */
  #summed(cells: Uint32Array): Uint32Array {
    if (cells.length < mostSingly) return cells;
    const summed = this.#cells
      .byProperty(cells.filter((cell) => !isGroup(cell)))
      .flatMap(({ kind, property, cells: same }) =>
        same.length < mostSingly ? same : this.#cellOf('library', `${seen.all}${kind} ${property}`),
      );
    return Uint32Array.from([...summed, ...cells.filter(isGroup)]).sort();
  }

  #together(cells: Uint32Array): Uint32Array {
    return cells.length < leastTogether ? cells : Uint32Array.of(this.#groups.numberOf(cells));
  }
}

function ordersOf(things: Things): Map<string, number> {
  const byKind = Map.groupBy([...things.groups.values()].flat(), kindOf);
  return new Map([...byKind].map(([kind, names]) => [kind, numberOf(names.join('\n'))]));
}
