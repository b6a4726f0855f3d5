import type { Root } from 'mdast';
import { lineIn } from './known-lines.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { RememberedText, TextFacts, TextItself } from './text-memory.ts';

/** A file as it was parsed once, now or in an earlier run; what not everybody asks of it is looked up when somebody does. */
export class RememberedFile implements ParsedFile<unknown> {
  readonly file: string;
  readonly version: string;
  readonly isDraft: boolean;
  readonly references: ParsedFile<unknown>['references'];
  readonly listed: ParsedFile<unknown>['listed'];
  readonly #parseAgain: () => RememberedText;
  #text: RememberedText;

  /** `parseAgain` is called where what was remembered turns out to be damaged. */
  constructor(file: string, text: RememberedText, parseAgain: () => RememberedText) {
    const { isDraft, references, listed } = text.head;
    this.file = file;
    this.version = text.hash;
    this.isDraft = isDraft;
    this.references = references;
    this.listed = listed;
    this.#text = text;
    this.#parseAgain = parseAgain;
  }

  get #facts(): TextFacts {
    return this.#whole((text) => text.facts());
  }

  get #itself(): TextItself {
    return this.#whole((text) => text.text());
  }

  #whole<Part>(part: (text: RememberedText) => Part | undefined): Part {
    const found = part(this.#text);
    if (found !== undefined) return found;
    this.#text = this.#parseAgain();
    const anew = part(this.#text);
    if (anew === undefined) throw new Error(`what was just parsed of ${this.file} is damaged already`);
    return anew;
  }

  get data(): unknown {
    return this.#facts.data;
  }

  get value(): unknown {
    return this.#facts.value;
  }

  get set(): unknown {
    return this.#facts.set;
  }

  get usable(): ParsedFile<unknown>['usable'] {
    return this.#facts.usable;
  }

  get words(): number {
    return this.#facts.words;
  }

  get problems(): ParsedFile<unknown>['problems'] {
    return this.#facts.problems;
  }

  get rescued(): ParsedFile<unknown>['rescued'] {
    return this.#facts.rescued;
  }

  get body(): Root {
    return this.#itself.body;
  }

  get blocks(): ParsedFile<unknown>['blocks'] {
    return this.#itself.blocks;
  }

  get anchors(): ReadonlySet<string> {
    return new Set(this.#itself.anchors);
  }

  get lineOf(): ParsedFile<unknown>['lineOf'] {
    return lineIn(this.#facts.lines);
  }
}
