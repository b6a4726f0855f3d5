/** Copies into the site what isn't made by a page, where it isn't there as it was copied the last time. */
import { readFileSync, statSync } from 'node:fs';
import type { Copy } from './copies.ts';
import { settledStateAt } from './file-states.ts';
import type { SiteState } from './site-state.ts';
import type { SiteWriter } from './site-writer.ts';

/** Whether a file is there as it was copied from this original; gives the state that the original had. */
function stateOfKept([file, original]: Copy, last: SiteState | undefined, writer: SiteWriter): string | undefined {
  const known = last?.originals.get(file);
  return known?.startsWith(`${original} `) && writer.keep(file) ? known : undefined;
}

/** Whether a file is still there or can be copied again: the store of pictures may be deleted, and cut, at any time. */
export function canStay(copy: Copy, last: SiteState | undefined, writer: SiteWriter): boolean {
  if (stateOfKept(copy, last, writer) !== undefined) return true;
  const [file, original] = copy;
  const found = statSync(original, { throwIfNoEntry: false });
  return found !== undefined && found.size === last?.files.get(file)?.bytes;
}

/**
 * Copies what isn't made by a page; the originals of the `same` need not be looked at. Returns the states of the originals.
 */
export function copyFiles(
  copies: readonly Copy[],
  last: SiteState | undefined,
  writer: SiteWriter,
  same: readonly Copy[] = [],
): Map<string, string> {
  const originals = new Map<string, string>();
  const isSame = (copy: Copy): boolean => {
    const known = stateOfKept(copy, last, writer);
    if (known !== undefined) originals.set(copy[0], known);
    return known !== undefined;
  };
  for (const [file, original] of [...same.filter((copy) => !isSame(copy)), ...copies]) {
    if (writer.has(file)) continue;
    const state = settledStateAt(original);
    const isKept = state !== undefined && last?.originals.get(file) === `${original} ${state}` && writer.keep(file);
    if (!isKept) writer.put(file, readFileSync(original));
    if (state !== undefined) originals.set(file, `${original} ${state}`);
  }
  return originals;
}
