import getPort, { portNumbers } from 'get-port';
import { UserError } from '../model/user-error.ts';
import { commandErrors } from '../words/commands.ts';
import type { Surroundings } from './surroundings.ts';

/** The port to serve on, loopback only: `PORT` if given, else the first free one from 4321 on. */
export async function choosePort({ settings }: Pick<Surroundings<'PORT'>, 'settings'>): Promise<number> {
  const host = '127.0.0.1';
  const { PORT: wanted } = settings;
  if (wanted === undefined) return getPort({ port: portNumbers(4321, 4399), host });
  if ((await getPort({ port: wanted, host })) !== wanted) throw new UserError(commandErrors.portBusy(wanted));
  return wanted;
}
