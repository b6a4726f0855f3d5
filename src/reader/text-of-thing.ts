/** The text of an issue, an article or a page, its links resolved, made when somebody asks for it: few of a thousand pages do. */
import type { Root } from 'mdast';
import type { Text } from '../model/library.ts';
import { outgoingAddress } from '../model/web-address.ts';
import { resolveLinks } from '../text/body.ts';
import type { LinkResolver } from './address-book.ts';
import type { ParsedFile } from './files/parsed-file.ts';

/** Of the things of a reading, those whose texts were made last. */
const latest = new WeakMap<LinkResolver, ThingText[]>();

/**
 * As many texts are kept: a page and the feeds of the newest ask for the same one several times. A `WeakRef` to each would hold
 * ten thousand until all of the memory is looked through for garbage.
 */
const mostKept = 100;

class ThingText {
  readonly #parsed: ParsedFile<unknown>;
  readonly #book: LinkResolver;
  #kept: Root | undefined;

  constructor(parsed: ParsedFile<unknown>, book: LinkResolver) {
    this.#parsed = parsed;
    this.#book = book;
  }

  get body(): Root {
    if (this.#kept) return this.#kept;
    this.#kept = resolveLinks(this.#parsed.body, (url) => this.#resolved(url));
    const kept = latest.get(this.#book) ?? [];
    latest.set(this.#book, kept);
    const first = kept.length < mostKept ? undefined : kept.shift();
    if (first) first.#kept = undefined;
    kept.push(this);
    return this.#kept;
  }

  get version(): string {
    const { version, references } = this.#parsed;
    if (version !== undefined && references.length === 0) return version;
    return JSON.stringify([version, references.map(({ url }) => this.#resolved(outgoingAddress(url)))]);
  }

  #resolved(url: string): string | undefined {
    const { file } = this.#parsed;
    const resolution = this.#book.resolve(url, file.slice(0, file.lastIndexOf('/')));
    if ('path' in resolution) return resolution.path;
    // Only a draft with errors can have another: the preview shows it without the link's target.
    return 'finding' in resolution && resolution.finding.rule === 'linkScheme' ? '' : undefined;
  }
}

const ofThing = Symbol('text');

/** A thing that has its text. */
interface Holder {
  [ofThing]: ThingText;
}

/** The same for all things: functions of its own for each of them would be most of what a library weighs. */
const properties: PropertyDescriptorMap & ThisType<Holder> = {
  body: {
    get() {
      return this[ofThing].body;
    },
    enumerable: true,
    configurable: true,
  },
  // Not to be listed: it says nothing of the thing itself.
  textVersion: {
    get() {
      return this[ofThing].version;
    },
  },
};

/** The thing with its text. */
export function withText<Thing extends object>(
  thing: Thing,
  parsed: ParsedFile<unknown>,
  book: LinkResolver,
): Thing & Text {
  Object.defineProperty(thing, ofThing, { value: new ThingText(parsed, book) });
  return Object.defineProperties(thing, properties) as Thing & Text;
}
