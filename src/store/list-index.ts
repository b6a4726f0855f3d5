/** What is known of the lines of a long list while it is read: by keyed hashes alone, in a database that ends with it. */
import { DatabaseSync } from 'node:sqlite';

export interface ListIndex {
  /** A line that is about whom this hash means. The one that counts is the first of the strictest (the lowest number). */
  note: (hash: string, strictness: number, line: number) => void;
  /** Whether it is this line that counts; the first that is asked about does, where none was noted. */
  counts: (hash: string, line: number) => boolean;
  /** The line that counted for a hash does no more. */
  forget: (hash: string) => void;
  /** Says which consent or request a hash belongs to, if the list has it. */
  recognise: (hash: string, id: string) => void;
  /** Undefined where that was not said. */
  idOf: (hash: string) => string | undefined;
  close: () => void;
}

/** An index without lines. SQLite keeps it in memory up to a few megabytes, behind that in a file without a name. */
export function listIndex(): ListIndex {
  const sqlite = new DatabaseSync('');
  sqlite.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -8000;
    CREATE TABLE entry (hash TEXT PRIMARY KEY, strictness INTEGER, line INTEGER, id TEXT) WITHOUT ROWID; BEGIN`);
  const note = sqlite.prepare(`INSERT INTO entry VALUES (?, ?, ?, NULL) ON CONFLICT (hash)
    DO UPDATE SET strictness = excluded.strictness, line = excluded.line WHERE excluded.strictness < strictness`);
  const entry = sqlite.prepare('SELECT line, id FROM entry WHERE hash = ?');
  const take = sqlite.prepare(`INSERT INTO entry VALUES (?, 0, ?, NULL) ON CONFLICT (hash)
    DO UPDATE SET line = excluded.line WHERE line IS NULL`);
  const forget = sqlite.prepare('UPDATE entry SET line = NULL WHERE hash = ?');
  const recognise = sqlite.prepare('UPDATE entry SET id = ? WHERE hash = ?');
  return {
    note: (hash, strictness, line) => note.run(hash, strictness, line),
    counts(hash, line) {
      take.run(hash, line);
      return entry.get(hash)?.line === line;
    },
    forget: (hash) => forget.run(hash),
    recognise: (hash, id) => recognise.run(id, hash),
    idOf: (hash) => (entry.get(hash)?.id as string | null | undefined) ?? undefined,
    close: () => sqlite.close(),
  };
}
