/**
 * What each page is made of. A page gets the library behind a door that notes whatever it looks at; the next build makes
 * it again only where something of that is otherwise. So nothing has to be declared, and nothing can be forgotten.
 */
import { hash } from 'node:crypto';
import type { Library } from '../model/library.ts';
import type { Handed } from './compiled-pages.ts';

/**
 * Something that a page can look at: a property of a thing, by the numbers of both. A thing is an issue, an article, a
 * page, the site's data, or the library itself with its lists.
 */
type Cell = number;

/** What was looked at in the last build, and what it was. */
export interface KnownCells {
  /** Names of things and of their properties, by number. */
  things: string[];
  properties: string[];
  /** Of each thing: a number that changes with any of its properties. */
  prints: Float64Array;
  cells: Float64Array;
  /** Of each cell: a number that changes with its value. */
  values: Float64Array;
}

/** Properties of one thing. */
const span = 65_536;

/** Looking at the same property of more things than these is looking at that of all. */
const mostSingly = 400;

/** Names of properties that are none, but can be looked at: they change with what is named. */
const seen = { keys: '@keys', all: '@all ' } as const;

/** Watches what is looked at in a library. */
export class Dependencies {
  readonly #given: Handed;
  /** Things by their names, and names by things. */
  readonly #things = new Map<string, object>();
  readonly #names = new Map<object, string>();
  readonly #numbers = { things: new Map<string, number>(), properties: new Map<string, number>() };
  readonly #thingNames: string[] = [];
  readonly #propertyNames: string[] = [];
  readonly #prints = new Map<string, number>();
  readonly #values = new Map<Cell, number>();
  /** Those of the last build that are otherwise now. */
  readonly #changed = new Set<Cell>();

  constructor(given: Handed, known?: KnownCells) {
    this.#given = given;
    this.#register(given.library);
    if (known) this.#compare(known);
  }

  /** Whether any of these cells is otherwise than in the last build. */
  haveChanged(cells: Float64Array): boolean {
    return this.#changed.size > 0 && cells.some((cell) => this.#changed.has(cell));
  }

  /** Does `look` with what is given behind a door, and gives the cells that it looked at. */
  async watch<Result>(look: (given: Handed) => Promise<Result>): Promise<{ result: Result; cells: Float64Array }> {
    const cells = new Set<Cell>();
    const result = await look(this.#door((thing, property) => cells.add(this.#note(thing, property))));
    return { result, cells: Float64Array.from(this.#summed(cells)).sort() };
  }

  /** For the next build. */
  known(): KnownCells {
    const prints = this.#thingNames.map((name) => this.#printOf(name) ?? Number.NaN);
    return {
      things: this.#thingNames,
      properties: this.#propertyNames,
      prints: Float64Array.from(prints),
      cells: Float64Array.from(this.#values.keys()),
      values: Float64Array.from(this.#values.values()),
    };
  }

  #register(library: Library): void {
    const add = (name: string, thing: object) => {
      this.#things.set(name, thing);
      this.#names.set(thing, name);
    };
    add('library', library);
    add('site', library.site);
    add('terms', library.terms);
    add('legal', library.legal);
    for (const [name, text] of Object.entries(library.legal)) add(`legal ${name}`, text);
    for (const page of library.pages) add(`page ${page.path}`, page);
    for (const issue of library.issues) {
      add(`issue ${issue.path}`, issue);
      for (const article of issue.articles) add(`article ${article.path}`, article);
    }
  }

  /** Takes over what was known, and finds what has changed. */
  #compare({ things, properties, prints, cells, values }: KnownCells): void {
    for (const name of things) this.#number('things', name);
    for (const name of properties) this.#number('properties', name);
    const isSame = things.map((name, index) => name !== 'library' && this.#printOf(name) === prints[index]);
    const before = new Set(things);
    const others = [...this.#things.keys()].filter((name) => !before.has(name));
    const kindsChanged = new Set([...others, ...things.filter((_, index) => !isSame[index])].map(kindOf));
    cells.forEach((cell, index) => {
      const thing = Math.floor(cell / span);
      const [name, property] = [things[thing] ?? '', properties[cell % span] ?? ''];
      const last = values[index] ?? Number.NaN;
      if (
        isSame[thing] ||
        (property.startsWith(seen.all) && !kindsChanged.has(kindOf(property.slice(seen.all.length))))
      ) {
        this.#values.set(cell, last);
        return;
      }
      if (!this.#things.has(name)) {
        this.#changed.add(cell);
        return;
      }
      const value = this.#valueOf(name, property);
      this.#values.set(cell, value);
      if (value !== last) this.#changed.add(cell);
    });
  }

  #note(thing: string, property: string): Cell {
    const cell = this.#number('things', thing) * span + this.#number('properties', property);
    if (!this.#values.has(cell)) this.#values.set(cell, this.#valueOf(thing, property));
    return cell;
  }

  #number(kind: 'things' | 'properties', name: string): number {
    const numbers = this.#numbers[kind];
    const before = numbers.get(name);
    if (before !== undefined) return before;
    const names = kind === 'things' ? this.#thingNames : this.#propertyNames;
    const number = names.push(name) - 1;
    numbers.set(name, number);
    return number;
  }

  /** One cell in the place of very many with the same property. */
  #summed(cells: ReadonlySet<Cell>): Set<Cell> {
    if (cells.size < mostSingly) return new Set(cells);
    const groups = Map.groupBy(
      cells,
      (cell) => `${kindOf(this.#thingNames[Math.floor(cell / span)] ?? '')} ${this.#propertyNames[cell % span]}`,
    );
    const summed = new Set<Cell>();
    for (const [kind, group] of groups) {
      if (group.length < mostSingly) for (const cell of group) summed.add(cell);
      else summed.add(this.#note('library', seen.all + kind));
    }
    return summed;
  }

  #printOf(name: string): number | undefined {
    const before = this.#prints.get(name);
    if (before !== undefined) return before;
    const thing = this.#things.get(name);
    if (!thing || name === 'library') return undefined;
    const print = numberOf(
      Object.keys(thing)
        .map((property) => `${property}=${this.#described(thing, property)}`)
        .join('\n'),
    );
    this.#prints.set(name, print);
    return print;
  }

  #valueOf(name: string, property: string): number {
    const thing = this.#things.get(name) ?? {};
    if (property.startsWith(seen.all)) return this.#valueOfAll(property.slice(seen.all.length));
    if (property === seen.keys) return numberOf(Object.keys(thing).join(' '));
    return numberOf(this.#described(thing, property));
  }

  /** Of one property of all things of a kind, in their order. */
  #valueOfAll(kindAndProperty: string): number {
    const [kind = '', property = ''] = kindAndProperty.split(' ');
    const values: string[] = [];
    for (const [name, thing] of this.#things) {
      if (name.startsWith(`${kind} `)) values.push(`${name}=${this.#described(thing, property)}`);
    }
    return numberOf(values.join('\n'));
  }

  #described(thing: object, property: string): string {
    if (thing === this.#given.library) return this.#describedOfLibrary(property);
    // Known without the text itself, which nobody may need.
    if (property === 'body' && 'textVersion' in thing && thing.textVersion !== undefined)
      return String(thing.textVersion);
    return this.#describe(Reflect.get(thing, property));
  }

  /** `byTopic/abo` is the entry of a map; `newer/issue …` that of a thing. */
  #describedOfLibrary(property: string): string {
    const { library, today, commit } = this.#given;
    if (property === '@today') return today;
    if (property === '@commit') return String(commit);
    const [, name = property, key] = /^(\w+)\/(.*)$/s.exec(property) ?? [];
    const value: unknown = Reflect.get(library, name);
    if (!(value instanceof Map)) return this.#describe(value);
    if (key === seen.keys) return this.#describe([...value.keys()]);
    return this.#describe(value.get(this.#keysOf(value).get(key ?? '')));
  }

  /** The keys of a map by their names. */
  #keysOf(map: ReadonlyMap<unknown, unknown>): Map<string, unknown> {
    let keys = this.#mapKeys.get(map);
    if (!keys) {
      keys = new Map([...map.keys()].map((key) => [this.#keyName(key), key]));
      this.#mapKeys.set(map, keys);
    }
    return keys;
  }

  readonly #mapKeys = new Map<ReadonlyMap<unknown, unknown>, Map<string, unknown>>();

  #keyName(key: unknown): string {
    return (typeof key === 'object' && key !== null && this.#names.get(key)) || String(key);
  }

  /** A value as text, things in it by their names: other values give other texts. */
  #describe(value: unknown): string {
    if (value === null || typeof value !== 'object')
      return typeof value === 'string' ? JSON.stringify(value) : String(value);
    const name = this.#names.get(value);
    if (name !== undefined) return `<${name}>`;
    if (Array.isArray(value)) return `[${value.map((entry) => this.#describe(entry)).join()}]`;
    if (value instanceof Map) return `Map${this.#describe([...value])}`;
    if (value instanceof Set) return `Set${this.#describe([...value])}`;
    const isPlain = Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;
    if (!isPlain) return `${value.constructor.name} ${JSON.stringify(value)}`;
    return `{${Object.entries(value)
      .map(([key, entry]) => `${JSON.stringify(key)}:${this.#describe(entry)}`)
      .join()}}`;
  }

  /** What is given, each look at it told to `note`. */
  #door(note: (thing: string, property: string) => void): Handed {
    const doors = new Map<object, object>();
    const behind = new Map<unknown, object>();
    const once = (thing: object, make: () => object) => {
      const before = doors.get(thing);
      if (before) return before;
      const made = make();
      doors.set(thing, made);
      behind.set(made, thing);
      return made;
    };
    const wrap = (value: unknown): unknown => {
      if (value === null || typeof value !== 'object') return value;
      const name = this.#names.get(value);
      if (name !== undefined) return once(value, () => doorOf(value, name));
      if (!this.#holdsThings(value)) return value;
      if (Array.isArray(value)) return once(value, () => listOf(value));
      return once(value, () => Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, wrap(entry)])));
    };
    const listOf = (list: unknown[]) =>
      new Proxy(list, {
        get: (target, property, receiver) =>
          typeof property === 'string' && /^\d+$/.test(property)
            ? wrap(Reflect.get(target, property))
            : Reflect.get(target, property, receiver),
      });
    const doorOf = (thing: object, name: string) =>
      new Proxy(thing, {
        get: (target, property) => {
          const value: unknown = Reflect.get(target, property);
          if (typeof property !== 'string') return value;
          if (value instanceof Map) return once(value, () => mapOf(value, property));
          note(name, property);
          // A text is a tree of its own, as long as it is: nothing else is in it.
          return property === 'body' ? value : wrap(value);
        },
        has: (target, property) => {
          if (typeof property === 'string') note(name, property);
          return Reflect.has(target, property);
        },
        ownKeys: (target) => {
          note(name, seen.keys);
          return Reflect.ownKeys(target);
        },
      });
    const mapOf = (map: Map<unknown, unknown>, name: string) => {
      const noteKeys = () => note('library', `${name}/${seen.keys}`);
      const raw = (key: unknown) => behind.get(key) ?? key;
      const get = (key: unknown) => {
        note('library', `${name}/${this.#keyName(raw(key))}`);
        return wrap(map.get(raw(key)));
      };
      const keys = () => {
        noteKeys();
        return map.keys().map(wrap);
      };
      const entries = () => keys().map((key) => [key, get(key)] as const);
      return {
        get,
        has: (key: unknown) => {
          noteKeys();
          return map.has(raw(key));
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
    };
    const { library, today, commit } = this.#given;
    return {
      library: wrap(library) as Library,
      get today() {
        note('library', '@today');
        return today;
      },
      get commit() {
        note('library', '@commit');
        return commit;
      },
    };
  }

  #holdsThings(value: object): boolean {
    const before = this.#holding.get(value);
    if (before !== undefined) return before;
    const entries = Array.isArray(value) ? value : Object.values(value);
    const holds = entries.some(
      (entry) => entry !== null && typeof entry === 'object' && (this.#names.has(entry) || this.#holdsThings(entry)),
    );
    this.#holding.set(value, holds);
    return holds;
  }

  readonly #holding = new WeakMap<object, boolean>();
}

/** What a thing is, of its name: an article, an issue. */
function kindOf(name: string): string {
  return name.slice(0, `${name} `.indexOf(' '));
}

/** 48 bits of a hash. */
function numberOf(text: string): number {
  return hash('sha1', text, 'buffer').readUIntBE(0, 6);
}
