import type { Library } from '../model/library.ts';

/** The things of a library by their names: whatever can be looked at by itself. */
export class Things {
  readonly #things = new Map<string, object>();
  readonly #names = new Map<unknown, string>();
  readonly #groups = new Map<string, string[]>();
  readonly #holding = new WeakMap<object, boolean>();

  constructor(library: Library) {
    const add = (name: string, thing: object, group = name) => {
      this.#things.set(name, thing);
      this.#names.set(thing, name);
      const names = this.#groups.get(group);
      if (names) names.push(name);
      else this.#groups.set(group, [name]);
    };
    add('library', library);
    add('site', library.site);
    add('terms', library.terms);
    add('legal', library.legal);
    for (const [name, text] of Object.entries(library.legal)) add(`legal ${name}`, text);
    for (const page of library.pages) add(`page ${page.path}`, page);
    for (const issue of library.issues) {
      const name = `issue ${issue.path}`;
      add(name, issue);
      for (const article of issue.articles) add(`article ${article.path}`, article, name);
    }
  }

  get(name: string): object | undefined {
    return this.#things.get(name);
  }

  /** Names of things that are looked through together: an issue with its articles, anything else by itself. */
  get groups(): ReadonlyMap<string, readonly string[]> {
    return this.#groups;
  }

  nameOf(value: unknown): string | undefined {
    return this.#names.get(value);
  }

  /** Whether a value is a thing, or has one in it. */
  areHeld(value: object): boolean {
    return this.#names.has(value) || this.areIn(value);
  }

  /** What the key of a map is called. */
  keyName(key: unknown): string {
    return this.#names.get(key) ?? String(key);
  }

  /** Whether there is a thing in a list or object. */
  areIn(value: object): boolean {
    const before = this.#holding.get(value);
    if (before !== undefined) return before;
    const entries: unknown[] = Array.isArray(value) ? value : Object.values(value);
    const holds = entries.some(
      (entry) => entry !== null && typeof entry === 'object' && (this.#names.has(entry) || this.areIn(entry)),
    );
    this.#holding.set(value, holds);
    return holds;
  }
}

/** What a thing is, of its name: an article, an issue. */
export function kindOf(name: string): string {
  return name.slice(0, `${name} `.indexOf(' '));
}
