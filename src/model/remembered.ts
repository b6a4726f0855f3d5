/** Views that many pages show, made once where whoever hands out the library remembers: a build does, for all of its pages. */

/** Makes what is not known yet, of a thing, by a function and a key. */
export type Memory = <View>(make: object, key: string | number, look: () => View) => View;

/** Asked of a thing, this gives the memory for what is made of it, if there is one. The same in code compiled apart. */
export const memory = Symbol.for('kurrende.memory');

/**
 * The same function, which answers from memory where there is one. What it gives depends on the thing alone; it is changed
 * by nobody and holds nothing that pages look at by itself (issues, articles, lists of them): those belong to the page that
 * was made then.
 */
export function remembered<Thing extends object, View>(make: (thing: Thing) => View): (thing: Thing) => View {
  return (thing) => recall(thing, make, '', () => make(thing));
}

/** The same for a function that wants more than the thing: `look` calls it, and `key` says with what. */
export function recall<View>(thing: object, make: object, key: string | number, look: () => View): View {
  const remember = (thing as { [memory]?: Memory })[memory];
  return remember ? remember(make, key, look) : look();
}

/** Writes a part of a page, or takes it out of the page as it was written before. */
export type Pieces = (write: () => string) => string;

/** Asked of a thing, this gives what keeps the part of a page that is about it, if anybody does. */
export const pieces = Symbol.for('kurrende.pieces');

/**
 * The part of a page that is about a thing, one for each thing. Where nothing of what it was made of has changed since the
 * page was made before, it is taken from there. It stands in the page as `write` gives it, and depends on nothing that the
 * library doesn't hold.
 */
export function piece(thing: object, write: () => string): string {
  const keep = (thing as { [pieces]?: Pieces })[pieces];
  return keep ? keep(write) : write();
}
