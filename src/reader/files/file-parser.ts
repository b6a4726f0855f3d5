import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { ContentFolder } from './content-folder.ts';
import { readFrontMatter } from './front-matter.ts';
import { decode, type OwnChecks, type ParsedFile, parseFile } from './parsed-file.ts';
import { memoryOfProcess, type RememberedText, type TextMemory } from './text-memory.ts';

/** Parses and checks a file of `content/`. */
export type FileParser = <Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  checks?: OwnChecks,
) => ParsedFile<z.output<Schema>>;

/** A parser that does not parse again what has not changed since the last time, nor reads what the disk says is as it was. */
export function rememberingParser(content: ContentFolder, memory: TextMemory = memoryOfProcess()): FileParser {
  return (file, schema, checks) => {
    const before = memory.find(file);
    const state = content.state(file);
    const remembered = before && state && before.state === state ? before : readAgain(before, state);
    return parsedOf(remembered) as ParsedFile<z.output<typeof schema>>;

    function readAgain(known: RememberedText | undefined, now: string | undefined): RememberedText {
      const bytes = content.read(file) ?? new Uint8Array();
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (known?.hash === hash) {
        if (now !== undefined) memory.confirm(file, now);
        return known;
      }
      const { lineOf: _, body, ...facts } = parseFile(file, bytes, schema, checks);
      return memory.keep(file, { hash, state: now, facts }, body);
    }
  };

  function parsedOf({ hash, facts, body }: RememberedText): ParsedFile<unknown> {
    let lineOf: ParsedFile<unknown>['lineOf'] | undefined;
    return {
      ...facts,
      version: hash,
      // Only where there is something to say of a line.
      lineOf(path) {
        lineOf ??= linesIn(content.read(facts.file));
        return lineOf(path);
      },
      get body() {
        return body();
      },
    };
  }
}

function linesIn(bytes: Uint8Array | undefined): ParsedFile<unknown>['lineOf'] {
  const text = bytes && decode(bytes);
  const frontMatter = text === undefined ? [] : readFrontMatter(text);
  return Array.isArray(frontMatter) ? () => 1 : frontMatter.lineOf;
}
