import { type Address, parseAddress } from '../../subscription/address.ts';
import { aboErrors } from '../../words/abo-commands.ts';
import { CommandError } from '../command.ts';

/** The address that a command is about. */
export function addressFor(verb: string, text: string | undefined): Address {
  if (text === undefined) throw new CommandError(aboErrors.addressMissing(verb));
  const address = parseAddress(text);
  if (!address) throw new CommandError(aboErrors.notAnAddress(text));
  return address;
}
