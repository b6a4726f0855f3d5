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
