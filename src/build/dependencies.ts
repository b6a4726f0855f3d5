/**
 * What each page is made of. A page gets the library so that whatever it looks at is told (`watched-library.ts`); the next
 * build makes it again only where something of that is otherwise. So nothing has to be declared, and nothing can be forgotten.
 */
import { hash } from 'node:crypto';
import type { Handed } from './compiled-pages.ts';
import { kindOf, Things } from './things.ts';
import { seen, WatchedLibrary } from './watched-library.ts';

/**
 * Something that a page can look at, by its number: a property of a thing. A thing is an issue, an article, a page, the
 * site's data, or the library itself with its lists.
 */
type Cell = number;

/** What was looked at in the last build, and what it was. */
export interface KnownCells {
  /** Names of things and of their properties, by number. */
  things: string[];
  properties: string[];
  /** Of each thing: a number that changes with any of its properties. */
  prints: Float64Array;
  /** Of each cell: the numbers of its thing and property, in one. */
  cells: Float64Array;
  /** Of each cell: a number that changes with its value. */
  values: Float64Array;
}

/** Properties of one thing. */
const span = 65_536;

/** Looking at the same property of more things than these is looking at that of all. */
const mostSingly = 400;

/** Watches what is looked at in a library. */
export class Dependencies {
  readonly #given: Handed;
  readonly #things: Things;
  readonly #watched: WatchedLibrary;
  readonly #numbers = { things: new Map<string, number>(), properties: new Map<string, number>() };
  readonly #thingNames: string[] = [];
  readonly #propertyNames: string[] = [];
  readonly #prints = new Map<string, number>();
  /** Cells by what they are of; needed only where a page is made. */
  #cells: Map<number, Cell> | undefined;
  /** Of each cell: what it is of, its value, and with which others it is summed up. */
  readonly #ofCells: number[];
  readonly #values: number[];
  readonly #groups: string[] = [];
  /** Those of the last build that are otherwise now. */
  readonly #changed = new Set<Cell>();

  constructor(given: Handed, known?: KnownCells) {
    this.#given = given;
    this.#things = new Things(given.library);
    this.#ofCells = Array.from(known?.cells ?? []);
    this.#values = Array.from(known?.values ?? []);
    if (known) this.#compare(known);
    this.#watched = new WatchedLibrary(
      given,
      this.#things,
      (thing, property) => this.#cellOf(thing, property),
      (cells) => this.#summed(cells),
    );
  }

  /** Whether any of these cells is otherwise than in the last build. */
  haveChanged(cells: Uint32Array): boolean {
    return this.#changed.size > 0 && cells.some((cell) => this.#changed.has(cell));
  }

  /** Does `look` with what is given, watched, and gives the cells that it looked at. */
  async watch<Result>(look: (given: Handed) => Promise<Result>): Promise<{ result: Result; cells: Uint32Array }> {
    const result = await look(this.#watched.open());
    return { result, cells: this.#summed(this.#watched.looked()) };
  }

  /** For the next build. */
  known(): KnownCells {
    const prints = this.#thingNames.map((name) => this.#printOf(name) ?? Number.NaN);
    return {
      things: this.#thingNames,
      properties: this.#propertyNames,
      prints: Float64Array.from(prints),
      cells: Float64Array.from(this.#ofCells),
      values: Float64Array.from(this.#values),
    };
  }

  /** Takes over what was known, and finds what has changed. */
  #compare({ things, properties, prints }: KnownCells): void {
    for (const name of things) this.#number('things', name);
    for (const name of properties) this.#number('properties', name);
    const isSame = things.map((name, index) => name !== 'library' && this.#printOf(name) === prints[index]);
    const before = new Set(things);
    const others = this.#things.names().filter((name) => !before.has(name));
    const kindsChanged = new Set([...others, ...things.filter((_, index) => !isSame[index])].map(kindOf));
    const isOfSame = properties.map(
      (property) => property.startsWith(seen.all) && !kindsChanged.has(kindOf(property.slice(seen.all.length))),
    );
    this.#ofCells.forEach((of, cell) => {
      const [thing, property] = [Math.floor(of / span), of % span];
      if (isSame[thing] || isOfSame[property]) return;
      const name = things[thing] ?? '';
      const value = this.#things.get(name) ? this.#valueOf(name, properties[property] ?? '') : Number.NaN;
      // What is not there any more is never as it was.
      if (value !== this.#values[cell]) this.#changed.add(cell);
      this.#values[cell] = value;
    });
  }

  #cellOf(thing: string, property: string): Cell {
    const of = this.#number('things', thing) * span + this.#number('properties', property);
    this.#cells ??= new Map(this.#ofCells.map((known, cell) => [known, cell]));
    const before = this.#cells.get(of);
    if (before !== undefined) return before;
    const cell = this.#ofCells.push(of) - 1;
    this.#values[cell] = this.#valueOf(thing, property);
    this.#cells.set(of, cell);
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
  #summed(cells: Uint32Array): Uint32Array {
    if (cells.length < mostSingly) return cells;
    const groups = Map.groupBy(cells, (cell) => this.#groupOf(cell));
    const summed = [...groups].flatMap(([kind, group]) =>
      group.length < mostSingly ? group : this.#cellOf('library', seen.all + kind),
    );
    return Uint32Array.from(summed).sort();
  }

  #groupOf(cell: Cell): string {
    const before = this.#groups[cell];
    if (before !== undefined) return before;
    const of = this.#ofCells[cell] ?? 0;
    const group = `${kindOf(this.#thingNames[Math.floor(of / span)] ?? '')} ${this.#propertyNames[of % span]}`;
    this.#groups[cell] = group;
    return group;
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
    const values = this.#things.ofKind(kind).map(([name, thing]) => `${name}=${this.#described(thing, property)}`);
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
    if (property === seen.today) return today;
    if (property === seen.commit) return String(commit);
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
      keys = new Map([...map.keys()].map((key) => [this.#things.keyName(key), key]));
      this.#mapKeys.set(map, keys);
    }
    return keys;
  }

  readonly #mapKeys = new Map<ReadonlyMap<unknown, unknown>, Map<string, unknown>>();

  /** A value as text, things in it by their names: other values give other texts. */
  #describe(value: unknown): string {
    if (value === null || typeof value !== 'object')
      return typeof value === 'string' ? JSON.stringify(value) : String(value);
    const name = this.#things.nameOf(value);
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
}

/** Short texts are few, and said of very many things: `[]`, a day, a name. */
const known = new Map<string, number>();
const shortText = 40;

/** 48 bits of a hash. */
function numberOf(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  const number = hash('sha1', text, 'buffer').readUIntBE(0, 6);
  if (text.length <= shortText) known.set(text, number);
  return number;
}
