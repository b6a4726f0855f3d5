import type { Root } from 'mdast';
import type { ContentFolder } from './content-folder.ts';
import { readFrontMatter } from './front-matter.ts';
import { decode, type ParsedFile } from './parsed-file.ts';
import type { RememberedText } from './text-memory.ts';

/** A file as it was parsed once, now or in an earlier run; its text and its lines are looked up when somebody asks. */
export class RememberedFile implements ParsedFile<unknown> {
  readonly file: string;
  readonly version: string;
  readonly data: unknown;
  readonly value: unknown;
  readonly set: unknown;
  readonly usable: ParsedFile<unknown>['usable'];
  readonly isDraft: boolean;
  readonly words: number;
  readonly references: ParsedFile<unknown>['references'];
  readonly problems: ParsedFile<unknown>['problems'];
  readonly rescued: ParsedFile<unknown>['rescued'];
  readonly #text: RememberedText;
  readonly #content: ContentFolder;
  #lineOf: ParsedFile<unknown>['lineOf'] | undefined;

  constructor(file: string, text: RememberedText, content: ContentFolder) {
    const { data, value, set, usable, isDraft, words, references, problems, rescued } = text.facts;
    this.file = file;
    this.version = text.hash;
    this.data = data;
    this.value = value;
    this.set = set;
    this.usable = usable;
    this.isDraft = isDraft;
    this.words = words;
    this.references = references;
    this.problems = problems;
    this.rescued = rescued;
    this.#text = text;
    this.#content = content;
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
