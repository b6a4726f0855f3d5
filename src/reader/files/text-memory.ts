import type { Root } from 'mdast';
import type { KnownLines } from './known-lines.ts';
import type { ParsedFile } from './parsed-file.ts';

/** The text of a file, and what few ever ask of it: plain data. */
export interface TextItself {
  body: Root;
  blocks: ParsedFile<unknown>['blocks'];
  anchors: string[];
}

/** What is asked of each file at each reading: plain data of which JSON loses nothing that counts. */
export type TextHead = Pick<ParsedFile<unknown>, 'isDraft' | 'references' | 'listed'>;

/** What else is kept of a file that was parsed, beside its text: plain data. */
export interface TextFacts
  extends Omit<ParsedFile<unknown>, 'file' | 'lineOf' | 'version' | keyof TextItself | keyof TextHead> {
  lines: KnownLines;
}

/** A file as it was when it was parsed. */
export interface RememberedText {
  /** SHA-256 of its bytes. */
  hash: string;
  /** The state on disk in which it has these bytes; undefined where that may not be relied on. */
  state: string | undefined;
  head: TextHead;
  /** Looked up when somebody asks; undefined where the memory is damaged. */
  facts(): TextFacts | undefined;
  /** The text, made anew at each call; undefined where the memory is damaged. */
  text(): TextItself | undefined;
}

/** Where parsed files are remembered, by their paths. What it gives was made by this version of the product. */
export interface TextMemory {
  find(file: string): RememberedText | undefined;
  keep(
    file: string,
    text: Pick<RememberedText, 'hash' | 'state' | 'head'>,
    facts: TextFacts,
    itself: TextItself,
  ): RememberedText;
  /** Notes that a file has the bytes that are known, in this state on disk. */
  confirm(file: string, state: string | undefined): void;
}

/** A memory that ends with the process. */
export function memoryOfProcess(): TextMemory {
  const known = new Map<string, RememberedText>();
  return {
    find: (file) => known.get(file),
    keep(file, text, facts, itself) {
      const packed = JSON.stringify(itself);
      const remembered = { ...text, facts: () => facts, text: () => JSON.parse(packed) as TextItself };
      known.set(file, remembered);
      return remembered;
    },
    confirm(file, state) {
      const remembered = known.get(file);
      if (remembered) known.set(file, { ...remembered, state });
    },
  };
}
