/** A thing of which little is told at once: all else is made when somebody asks for it, and is there from then on. */
class LazyThing {
  readonly told: object;
  readonly #make: () => object;
  #whole: object | undefined;

  constructor(told: object, make: () => object) {
    this.told = told;
    this.#make = make;
  }

  get whole(): object {
    this.#whole ??= this.#make();
    return this.#whole;
  }

  /** What knows of a property. */
  with(property: PropertyKey): object {
    return Object.hasOwn(this.told, property) ? this.told : this.whole;
  }
}

/** The same for all things. */
const handler: ProxyHandler<LazyThing> = {
  get: (lazy, property) => Reflect.get(lazy.with(property), property),
  set: (lazy, property, value) => Reflect.set(lazy.with(property), property, value),
  has: (lazy, property) => Object.hasOwn(lazy.told, property) || Reflect.has(lazy.whole, property),
  ownKeys: (lazy) => Reflect.ownKeys(lazy.whole),
  getOwnPropertyDescriptor(lazy, property) {
    const descriptor = Reflect.getOwnPropertyDescriptor(lazy.with(property), property);
    // Of what the language doesn't find in the thing behind a proxy nothing else may be said.
    return descriptor && { ...descriptor, configurable: true };
  },
  getPrototypeOf: () => Object.prototype,
};

/** `told` are properties that `make` needn't be called for; they hold whatever it makes. */
export function lazyThing<Thing extends object>(told: Partial<Thing>, make: () => Thing): Thing {
  return new Proxy(new LazyThing(told, make), handler) as unknown as Thing;
}
