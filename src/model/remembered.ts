/** Views that many pages show, made once where whoever hands out the library remembers: a build does, for all of its pages. */

/** Makes what is not known yet, of a thing, by a function and a key. */
export type Memory = <View>(make: object, key: string, look: () => View) => View;

/** Asked of a thing, this gives the memory for what is made of it, if there is one. The same in code compiled apart. */
export const memory = Symbol.for('kurrende.memory');

/**
 * The same function, which answers from memory where there is one. What it gives depends on its arguments alone; it is
 * changed by nobody and holds nothing that pages look at by itself (issues, articles, lists of them): those belong to the
 * page that was made then.
 */
export function remembered<Thing extends object, Rest extends readonly (string | number | undefined)[], View>(
  make: (thing: Thing, ...rest: Rest) => View,
): (thing: Thing, ...rest: Rest) => View {
  return (thing, ...rest) => recall(thing, make, rest.join(' '), () => make(thing, ...rest));
}

/** The same for one call: `look` gives what `make` stands for, and `key` says what of it. */
export function recall<View>(thing: object, make: object, key: string, look: () => View): View {
  const remember = (thing as { [memory]?: Memory })[memory];
  return remember ? remember(make, key, look) : look();
}
