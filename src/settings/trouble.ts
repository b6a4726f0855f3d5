import { UserError } from '../model/user-error.ts';
import { diskErrors, noRoomLeft, watchError } from '../words/commands.ts';

/** What stops a command and can be mended by whoever runs it, as a sentence; undefined for a fault of the program. */
export function troubleSentence(error: unknown): string | undefined {
  return error instanceof UserError ? error.message : diskTrouble(error);
}

/** What the disk refused to a command, as a sentence for whoever runs it; undefined for an error of any other kind. */
export function diskTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', path: from, dest, syscall } = error as NodeJS.ErrnoException & { dest?: string };
  // Of a copy the system names both ends; it is the other one that has no room, or no folder where a folder comes.
  const isOtherEnd = isFull(code) || (code === 'ENOTDIR' && syscall === 'rename');
  const path = isOtherEnd ? (dest ?? from) : from;
  // No disk is full then: the system watches no more files for this account.
  if (syscall === 'watch' && path !== undefined && ['ENOSPC', 'EMFILE'].includes(code)) return watchError(path);
  // A folder is made wherever it is missing; it "exists" only as something else.
  const kind = code === 'EEXIST' && syscall === 'mkdir' ? 'ENOTDIR' : code;
  if (path !== undefined) return Object.hasOwn(diskErrors, kind) ? diskErrors[kind]?.(path) : undefined;
  // While it writes into an open file the system names none.
  return isFull(code) && syscall === 'write' ? noRoomLeft : undefined;
}

const isFull = (code: string) => code === 'ENOSPC' || code === 'EDQUOT';
