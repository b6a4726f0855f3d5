import type { Library } from '../model/library.ts';
import { type Memory, memory, type Pieces, pieces } from '../model/remembered.ts';
import { indexOfGroup, isGroup } from './cell-groups.ts';
import type { Handed } from './compiled-pages.ts';
import type { Piece } from './pieces.ts';
import type { Things } from './things.ts';

/** What can be looked at and is no property: it changes with what it stands for. */
export const seen = { keys: '@keys', all: '@all ', today: '@today', commit: '@commit' } as const;

/** Something that can be looked at: a property of a thing, as a number. An entry of a map in the library is `byTopic/abo`. */
type CellOf = (thing: string, property: string) => number;

/** One cell in the place of many: those that stand for what was looked at. */
type Summed = (cells: Uint32Array) => Uint32Array;

/** The part about a thing of the page as it was, if it is as it would be written now. */
type PieceBefore = (thing: string) => Pick<Piece, 'cells' | 'text'> | undefined;

/** A view that was made of a thing, and the cells that were looked at for it. */
interface Remembered {
  view: unknown;
  cells: Uint32Array;
}

/** A thing as pages see it: each page through a door of its own. */
interface Watched {
  thing: object;
  handler: ProxyHandler<object>;
  /** The page that has been given the door. */
  page: number;
  door: object;
}

/** Methods that go through a whole list, and so want all of its things at once. */
const wholeList = new Set<string | symbol>(['map', 'filter', 'flatMap', 'forEach', 'reduce', Symbol.iterator]);

/** Asked of a door, this gives what is behind it. */
const behind = Symbol('behind');

/**
 * The library behind doors: whatever a page looks at is noted. For one page the same thing is the same object each time,
 * and lists and maps are as they were; what holds no thing is given as it is. Pages are made one after the other, and
 * nothing of the library changes meanwhile.
 */
export class WatchedLibrary {
  readonly #given: Handed;
  readonly #things: Things;
  readonly #cellOf: CellOf;
  readonly #summed: Summed;
  readonly #grouped: Summed;
  readonly #watched = new Map<object, Watched>();
  readonly #today: number;
  readonly #commit: number;
  /** Counts the pages. */
  #page = 0;
  /** Counts whatever looks are noted for: pages, and views that are remembered. */
  #scopes = 0;
  /** What they are noted for now. */
  #scope = 0;
  #looked: number[] = [];
  /** By cell: for what it was noted last. */
  readonly #lastScope: number[] = [];
  readonly #lastScopeOfGroup: number[] = [];
  /** Numbers for the names of properties, which are few. */
  readonly #properties = new Map<string, number>();
  /** For what is made of things and lists. */
  readonly #memories = new Map<object, Memory>();
  /** The parts of this page that are kept for the next time, and those of the last. */
  #pieces: Piece[] = [];
  #pieceBefore: PieceBefore = () => undefined;
  /** Lists, maps and plain objects of this page that hold things. */
  #holders = new Map<object, object>();

  /** `grouped` always gives one cell. */
  constructor(given: Handed, things: Things, cellOf: CellOf, summed: Summed, grouped: Summed) {
    this.#given = given;
    this.#things = things;
    this.#cellOf = cellOf;
    this.#summed = summed;
    this.#grouped = grouped;
    this.#today = cellOf('library', seen.today);
    this.#commit = cellOf('library', seen.commit);
  }

  /** What the next page is given. */
  open(pieceBefore: PieceBefore = () => undefined): Handed {
    this.#pieces = [];
    this.#pieceBefore = pieceBefore;
    this.#page += 1;
    this.#scopes += 1;
    this.#scope = this.#scopes;
    this.#looked = [];
    this.#holders = new Map();
    const { library, today, commit } = this.#given;
    const [noteToday, noteCommit] = [() => this.#note(this.#today), () => this.#note(this.#commit)];
    return {
      library: this.#wrap(library) as Library,
      get today() {
        noteToday();
        return today;
      },
      get commit() {
        noteCommit();
        return commit;
      },
    };
  }

  /** The cells that have been looked at, each once and in order. */
  looked(): Uint32Array {
    // Those of a view that is remembered may have been noted before it.
    const cells = Uint32Array.from(this.#looked).sort();
    return cells.filter((cell, index) => cell !== cells[index - 1]);
  }

  /** The parts of the page that can be kept, in the order in which they were asked for. */
  pieces(): readonly Piece[] {
    return this.#pieces;
  }

  #note(cell: number): void {
    const [last, at] = isGroup(cell) ? [this.#lastScopeOfGroup, indexOfGroup(cell)] : [this.#lastScope, cell];
    if (last[at] === this.#scope) return;
    last[at] = this.#scope;
    this.#looked.push(cell);
  }

  /** What is made of a thing or list: who is given it has looked at whatever it was made of. */
  #memoryOf(thing: object): Memory {
    const before = this.#memories.get(thing);
    if (before) return before;
    const known = new Map<object, Map<string | number, Remembered>>();
    const remember: Memory = (make, key, look) => {
      const views = known.get(make) ?? new Map<string | number, Remembered>();
      known.set(make, views);
      const remembered = views.get(key) ?? this.#lookedFor(look);
      views.set(key, remembered);
      for (const cell of remembered.cells) this.#note(cell);
      return remembered.view as ReturnType<typeof look>;
    };
    this.#memories.set(thing, remember);
    return remember;
  }

  #pieceOf(thing: string, write: () => string): string {
    const before = this.#pieceBefore(thing);
    const { cells, text } = before ?? this.#newPiece(write);
    this.#note(cells);
    this.#pieces.push({ thing, cells, text });
    return text;
  }

  #newPiece(write: () => string): Pick<Piece, 'cells' | 'text'> {
    const { view, cells } = this.#lookedFor(write, this.#grouped);
    return { text: String(view), cells: cells[0] ?? 0 };
  }

  #lookedFor(look: () => unknown, summed = this.#summed): Remembered {
    const [scope, looked] = [this.#scope, this.#looked];
    this.#scopes += 1;
    this.#scope = this.#scopes;
    this.#looked = [];
    try {
      const view = look();
      return { view, cells: summed(this.looked()) };
    } finally {
      this.#scope = scope;
      this.#looked = looked;
    }
  }

  #wrap(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    const watched = this.#watchedOf(value);
    if (watched) return this.#doorOf(watched);
    if (!this.#things.areIn(value)) return value;
    if (Array.isArray(value)) return this.#once(value, () => this.#listOf(value));
    const wrapped = () => Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, this.#wrap(entry)]));
    return this.#once(value, wrapped);
  }

  #once(value: object, make: () => object): object {
    const before = this.#holders.get(value);
    if (before) return before;
    const made = make();
    this.#holders.set(value, made);
    return made;
  }

  #watchedOf(thing: object): Watched | undefined {
    const before = this.#watched.get(thing);
    if (before) return before;
    const name = this.#things.nameOf(thing);
    if (name === undefined) return undefined;
    const watched: Watched = { thing, handler: this.#handlerOf(name), page: 0, door: thing };
    this.#watched.set(thing, watched);
    return watched;
  }

  #doorOf(watched: Watched): object {
    if (watched.page !== this.#page) {
      watched.page = this.#page;
      watched.door = new Proxy(watched.thing, watched.handler);
    }
    return watched.door;
  }

  #handlerOf(name: string): ProxyHandler<object> {
    // By the number of the property: twice its cell, and one more where it holds things. There is one list for each article.
    const looks: number[] = [];
    const look = (property: string, value: unknown): number => {
      const number = this.#properties.get(property) ?? this.#properties.size;
      const before = looks[number];
      if (before !== undefined) return before;
      this.#properties.set(property, number);
      const holdsThings = value !== null && typeof value === 'object' && this.#things.areHeld(value);
      const looked = 2 * this.#cellOf(name, property) + Number(holdsThings);
      looks[number] = looked;
      return looked;
    };
    return {
      get: (thing, property) => {
        if (property === memory) return this.#memoryOf(thing);
        if (property === pieces) return ((write) => this.#pieceOf(name, write)) satisfies Pieces;
        if (typeof property !== 'string') return property === behind ? thing : Reflect.get(thing, property);
        if (property === 'body') {
          // A text is a tree of its own, as long as it is, and made when it is asked for: nothing else is in it.
          this.#note(this.#cellOf(name, property));
          return Reflect.get(thing, property);
        }
        const value: unknown = Reflect.get(thing, property);
        if (name === 'library' && value instanceof Map) return this.#once(value, () => this.#mapOf(value, property));
        const looked = look(property, value);
        this.#note(looked >> 1);
        return looked & 1 ? this.#wrap(value) : value;
      },
      has: (thing, property) => {
        if (typeof property === 'string') this.#note(this.#cellOf(name, property));
        return Reflect.has(thing, property);
      },
      ownKeys: (thing) => {
        this.#note(this.#cellOf(name, seen.keys));
        return Reflect.ownKeys(thing);
      },
    };
  }

  /** A list whose things are doors: each when it is asked for, or all of them where a method goes through all. */
  #listOf(list: readonly unknown[]): object {
    let whole: unknown[] | undefined;
    return new Proxy(list, {
      get: (target, property) => {
        if (property === memory) return this.#memoryOf(target);
        if (wholeList.has(property)) {
          whole ??= target.map((entry) => this.#wrap(entry));
          return Reflect.get(whole, property).bind(whole);
        }
        const value: unknown = Reflect.get(target, property);
        return isIndex(property) ? this.#wrap(value) : value;
      },
    });
  }

  #mapOf(map: Map<unknown, unknown>, name: string): object {
    const note = (key: string) => this.#note(this.#cellOf('library', `${name}/${key}`));
    const noteKeys = () => note(seen.keys);
    const get = (key: unknown) => {
      const raw = thingBehind(key);
      note(this.#things.keyName(raw));
      return this.#wrap(map.get(raw));
    };
    const keys = () => {
      noteKeys();
      return map.keys().map((key) => this.#wrap(key));
    };
    const entries = () => keys().map((key) => [key, get(key)] as const);
    return {
      get,
      has: (key: unknown) => {
        noteKeys();
        return map.has(thingBehind(key));
      },
      get size() {
        noteKeys();
        return map.size;
      },
      keys,
      entries,
      values: () => keys().map(get),
      forEach: (use: (value: unknown, key: unknown) => void) => {
        for (const [key, value] of entries()) use(value, key);
      },
      [Symbol.iterator]: entries,
    };
  }
}

function thingBehind(value: unknown): unknown {
  return value !== null && typeof value === 'object' ? (Reflect.get(value, behind) ?? value) : value;
}

function isIndex(property: string | symbol): boolean {
  if (typeof property !== 'string') return false;
  const code = property.charCodeAt(0);
  return code >= 48 && code <= 57;
}
