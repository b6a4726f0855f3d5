import getPort, { portNumbers } from 'get-port';
import { UserError } from '../model/user-error.ts';
import { commandErrors } from '../words/commands.ts';
import type { Surroundings } from './surroundings.ts';

/** The port to serve on, loopback only: `PORT` if given, else the first free one from 4321 on. */
export async function choosePort({ env }: Surroundings): Promise<number> {
  const host = '127.0.0.1';
  const { PORT } = env;
  if (!PORT) return getPort({ port: portNumbers(4321, 4399), host });
  const wanted = Number(PORT);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) throw new UserError(commandErrors.port(PORT));
  if ((await getPort({ port: wanted, host })) !== wanted) throw new UserError(commandErrors.portBusy(wanted));
  return wanted;
}
