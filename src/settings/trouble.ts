import { UserError } from '../model/user-error.ts';
import { diskErrors, watchError } from '../words/commands.ts';

/** What stops a command and can be mended by whoever runs it, as a sentence; undefined for a fault of the program. */
export function troubleSentence(error: unknown): string | undefined {
  return error instanceof UserError ? error.message : diskTrouble(error);
}

/** What the disk refused to a command, as a sentence for whoever runs it; undefined for an error of any other kind. */
export function diskTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', path, syscall } = error as NodeJS.ErrnoException;
  // No disk is full then: the system watches no more files for this account.
  if (syscall === 'watch' && path !== undefined && ['ENOSPC', 'EMFILE'].includes(code)) return watchError(path);
  // A folder is made wherever it is missing; it "exists" only as something else.
  const kind = code === 'EEXIST' && syscall === 'mkdir' ? 'ENOTDIR' : code;
  return path !== undefined && Object.hasOwn(diskErrors, kind) ? diskErrors[kind]?.(path) : undefined;
}
