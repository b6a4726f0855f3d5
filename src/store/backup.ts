import { backup, DatabaseSync } from 'node:sqlite';

/** Copies a database into an empty file while it is in use; the copy is whole and needs no other file beside it. */
export async function backUpDatabase(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 10_000 });
  try {
    await backup(source, to);
  } finally {
    source.close();
  }
  // A copy in WAL mode would grow two more files wherever it is opened.
  const copy = new DatabaseSync(to);
  copy.exec('PRAGMA journal_mode = DELETE');
  copy.close();
}
