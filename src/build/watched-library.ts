import type { Library } from '../model/library.ts';
import type { Handed } from './compiled-pages.ts';
import type { Things } from './things.ts';

/** What can be looked at and is no property: it changes with what it stands for. */
export const seen = { keys: '@keys', all: '@all ', today: '@today', commit: '@commit' } as const;

/** Told of each look at a property of a thing, by their names; an entry of a map in the library is `byTopic/abo`. */
type Note = (thing: string, property: string) => void;

/**
 * What is given to a page, so that each look at it is told. The same thing is the same object each time, and lists and maps
 * are as they were; what holds no thing is given as it is.
 */
export function watched(given: Handed, things: Things, note: Note): Handed {
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
    const name = things.nameOf(value);
    if (name !== undefined) return once(value, () => doorOf(value, name));
    if (!things.areIn(value)) return value;
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
        if (value instanceof Map && name === 'library') return once(value, () => mapOf(value, property));
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
      note('library', `${name}/${things.keyName(raw(key))}`);
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
  const { library, today, commit } = given;
  return {
    library: wrap(library) as Library,
    get today() {
      note('library', seen.today);
      return today;
    },
    get commit() {
      note('library', seen.commit);
      return commit;
    },
  };
}
