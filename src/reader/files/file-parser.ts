import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { ContentFolder } from './content-folder.ts';
import { knownLines } from './known-lines.ts';
import { type OwnChecks, type ParsedFile, parseFile } from './parsed-file.ts';
import { RememberedFile } from './remembered-file.ts';
import { memoryOfProcess, type RememberedText, type TextMemory } from './text-memory.ts';

/** Parses and checks a file of `content/`. */
export type FileParser = <Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  checks?: OwnChecks,
) => ParsedFile<z.output<Schema>>;

/** What `parse` makes of the bytes of a file, now or when it was parsed for the last time; the same of a file each time. */
export type Remember = <Value>(file: string, parse: (bytes: Uint8Array) => ParsedFile<Value>) => ParsedFile<Value>;

export function parserWith(remember: Remember): FileParser {
  return (file, schema, checks) => remember(file, (bytes) => parseFile(file, bytes, schema, checks));
}

/** Does not parse again what has not changed since the last time, nor reads what the disk says is as it was. */
export function rememberFiles(content: ContentFolder, memory: TextMemory = memoryOfProcess()): Remember {
  return <Value>(file: string, parse: (bytes: Uint8Array) => ParsedFile<Value>) => {
    const before = memory.find(file);
    const state = content.state(file);
    const remembered = before && state && before.state === state ? before : readAgain(before, state);
    const parseAgain = () => readAgain(undefined, state);
    return new RememberedFile(file, remembered, parseAgain) as ParsedFile<Value>;

    function readAgain(known: RememberedText | undefined, now: string | undefined): RememberedText {
      const bytes = content.read(file) ?? new Uint8Array();
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (known?.hash === hash) {
        if (now !== undefined) memory.confirm(file, now);
        return known;
      }
      const { file: _, lineOf, isDraft, references, listed, body, blocks, anchors, ...others } = parse(bytes);
      const facts = { ...others, lines: knownLines(others.data, lineOf) };
      const text = { hash, state: now, head: { isDraft, references, listed } };
      return memory.keep(file, text, facts, { body, blocks, anchors: [...anchors] });
    }
  };
}
