/** The things of a library as numbers that change with what they are: whether something has changed is known by these. */
import { hash } from 'node:crypto';
import type { Handed } from './compiled-pages.ts';
import type { Things } from './things.ts';
import { seen } from './watched-library.ts';

export class Described {
  readonly #given: Handed;
  readonly #things: Things;
  readonly #mapKeys = new Map<ReadonlyMap<unknown, unknown>, Map<string, unknown>>();
  /** What many things have in common, such as a topic: a number in the place of its text. */
  readonly #shared = new Map<object, string>();

  constructor(given: Handed, things: Things) {
    this.#given = given;
    this.#things = things;
    const { topics, municipalities, software } = given.library.terms;
    for (const term of [...topics, ...municipalities, ...software])
      this.#shared.set(term, `{${numberOf(this.#describe(term))}}`);
  }

  /** Of all properties of these things. */
  printOf(names: readonly string[]): number {
    const [first = ''] = names;
    const version = versionOf(this.#things.get(first));
    let text = '';
    if (version !== undefined) {
      text = `${version}\n`;
      for (const name of names) {
        const thing = this.#things.get(name) ?? {};
        text += `${name}\n`;
        for (const property of beyondFacts) {
          if (property in thing) text += `${property}=${this.#described(thing, property)}\n`;
        }
      }
      return numberOf(text);
    }
    for (const name of names) {
      const thing = this.#things.get(name) ?? {};
      text += `${name}\n`;
      for (const property of Object.keys(thing)) text += `${property}=${this.#described(thing, property)}\n`;
    }
    return numberOf(text);
  }

  /** Of one property; NaN where the thing is not there. */
  valueOf(name: string, property: string): number {
    const thing = this.#things.get(name);
    if (!thing) return Number.NaN;
    return numberOf(property === seen.keys ? Object.keys(thing).join(' ') : this.#described(thing, property));
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
    const slash = property.indexOf('/');
    const name = slash < 0 ? property : property.slice(0, slash);
    const value: unknown = Reflect.get(library, name);
    if (!(value instanceof Map)) return this.#describe(value);
    const key = property.slice(name.length + 1);
    if (key === seen.keys) return this.#describe([...value.keys()]);
    return this.#describe(value.get(this.#keysOf(value).get(key)));
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

  /** A value as text, things in it by their names: other values give other texts. */
  #describe(value: unknown): string {
    if (typeof value === 'string') return JSON.stringify(value);
    if (value === null || typeof value !== 'object') return String(value);
    const known = this.#shared.get(value);
    if (known !== undefined) return known;
    const name = this.#things.nameOf(value);
    if (name !== undefined) return `<${name}>`;
    if (Array.isArray(value)) {
      let text = '';
      for (const entry of value) text += `${this.#describe(entry)},`;
      return `[${text}]`;
    }
    if (value instanceof Map) return `Map${this.#describe([...value])}`;
    if (value instanceof Set) return `Set${this.#describe([...value])}`;
    const isPlain = Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;
    if (!isPlain) return `${value.constructor.name} ${JSON.stringify(value)}`;
    let text = '';
    for (const [key, entry] of Object.entries(value)) text += `${JSON.stringify(key)}:${this.#describe(entry)},`;
    return `{${text}}`;
  }
}

/** What of an issue and its articles its folder doesn't say: it comes from the rest of the content, and with the pictures. */
const beyondFacts = [
  ...['body', 'topics', 'municipality', 'software', 'related'],
  ...['image', 'pictures', 'titlePicture'],
] as const;

/** The number of all else that there is of an issue, where somebody counts. */
function versionOf(thing: object | undefined): string | undefined {
  return thing && 'factsVersion' in thing ? String(thing.factsVersion) : undefined;
}

/** Short texts are few, and said of very many things: `[]`, a day, a name. */
const known = new Map<string, number>();
const shortText = 40;

/** 48 bits of a hash. */
export function numberOf(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  const number = hash('sha1', text, 'buffer').readUIntBE(0, 6);
  if (text.length <= shortText) known.set(text, number);
  return number;
}
