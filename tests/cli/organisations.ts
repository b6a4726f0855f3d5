import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { sharedExample } from '../site/build.ts';
import { organisation } from './command-line.ts';

/** A folder with the example content after its first build, as it lies on 24 November 2026; gone when the run ends. */
export function builtOrganisation(): Promise<string> {
  return organisationWith(['.cache', 'dist', 'server']);
}

/** The same without the site: only what that build has prepared, pictures above all. */
export function preparedOrganisation(): Promise<string> {
  return organisationWith(['.cache']);
}

async function organisationWith(parts: readonly string[]): Promise<string> {
  const built = await sharedExample();
  const folder = organisation();
  for (const part of parts) {
    cpSync(join(built, part), join(folder, part), { recursive: true, preserveTimestamps: true });
  }
  return folder;
}
