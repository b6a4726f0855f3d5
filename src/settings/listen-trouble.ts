import { UserError } from '../model/user-error.ts';
import { listenErrors } from '../words/commands.ts';

/** Where a command wanted to listen, and the environment variables that say so. */
interface Place {
  host: string;
  port: number;
  hostSetting: string;
  portSetting: string;
}

/** What the system says where nobody can listen, as a UserError; any other error as it is. */
export function listenTrouble(error: unknown, place: Place): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  return Object.hasOwn(listenErrors, code) ? new UserError(listenErrors[code]?.(place) ?? '') : error;
}
