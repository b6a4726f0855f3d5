import { diskErrors } from '../words/commands.ts';

/** What the disk refused to a command, as a sentence for whoever runs it; undefined for an error of any other kind. */
export function diskTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', path } = error as NodeJS.ErrnoException;
  return path !== undefined && Object.hasOwn(diskErrors, code) ? diskErrors[code]?.(path) : undefined;
}
