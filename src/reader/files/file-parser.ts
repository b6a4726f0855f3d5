import type { z } from 'zod';
import type { ContentFolder } from './content-folder.ts';
import { type OwnChecks, type ParsedFile, parseFile } from './parsed-file.ts';

/** Parses and checks a file of `content/`. */
export type FileParser = <Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  checks?: OwnChecks,
) => ParsedFile<z.output<Schema>>;

/** A parser that does not parse again what has not changed since the last time. */
export function rememberingParser(content: ContentFolder): FileParser {
  const known = new Map<string, { bytes: Uint8Array; parsed: ParsedFile<unknown> }>();
  return (file, schema, checks) => {
    const bytes = content.read(file) ?? new Uint8Array();
    const before = known.get(file);
    if (before && Buffer.compare(before.bytes, bytes) === 0) {
      return before.parsed as ParsedFile<z.output<typeof schema>>;
    }
    const parsed = parseFile(file, bytes, schema, checks);
    known.set(file, { bytes, parsed });
    return parsed;
  };
}
