import type { Root } from 'mdast';
import type { ContentFolder } from './content-folder.ts';
import { readFrontMatter } from './front-matter.ts';
import { decode, type ParsedFile } from './parsed-file.ts';
import type { RememberedText } from './text-memory.ts';

/** A file as it was parsed once, now or in an earlier run; what not everybody asks of it is looked up when somebody does. */
export class RememberedFile implements ParsedFile<unknown> {
  readonly file: string;
  readonly version: string;
  readonly isDraft: boolean;
  readonly references: ParsedFile<unknown>['references'];
  readonly listed: ParsedFile<unknown>['listed'];
  readonly #text: RememberedText;
  readonly #content: ContentFolder;
  #lineOf: ParsedFile<unknown>['lineOf'] | undefined;

  constructor(file: string, text: RememberedText, content: ContentFolder) {
    const { isDraft, references, listed } = text.head;
    this.file = file;
    this.version = text.hash;
    this.isDraft = isDraft;
    this.references = references;
    this.listed = listed;
    this.#text = text;
    this.#content = content;
  }

  get data(): unknown {
    return this.#text.facts().data;
  }

  get value(): unknown {
    return this.#text.facts().value;
  }

  get set(): unknown {
    return this.#text.facts().set;
  }

  get usable(): ParsedFile<unknown>['usable'] {
    return this.#text.facts().usable;
  }

  get words(): number {
    return this.#text.facts().words;
  }

  get problems(): ParsedFile<unknown>['problems'] {
    return this.#text.facts().problems;
  }

  get rescued(): ParsedFile<unknown>['rescued'] {
    return this.#text.facts().rescued;
  }

  get body(): Root {
    return this.#text.text().body;
  }

  get blocks(): ParsedFile<unknown>['blocks'] {
    return this.#text.text().blocks;
  }

  get anchors(): ReadonlySet<string> {
    return new Set(this.#text.text().anchors);
  }

  /** Asked for only where there is something to say of a line. */
  get lineOf(): ParsedFile<unknown>['lineOf'] {
    return (path) => {
      this.#lineOf ??= linesIn(this.#content.read(this.file));
      return this.#lineOf(path);
    };
  }
}

function linesIn(bytes: Uint8Array | undefined): ParsedFile<unknown>['lineOf'] {
  const text = bytes && decode(bytes);
  const frontMatter = text === undefined ? [] : readFrontMatter(text);
  return Array.isArray(frontMatter) ? () => 1 : frontMatter.lineOf;
}
