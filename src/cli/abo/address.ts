import { type Address, parseAddress } from '../../model/mail-address.ts';
import { UserError } from '../../model/user-error.ts';
import { aboErrors } from '../../words/abo-commands.ts';

/** The address that a command is about. */
export function addressFor(verb: string, text: string | undefined): Address {
  if (text === undefined) throw new UserError(aboErrors.addressMissing(verb));
  const address = parseAddress(text);
  if (!address) throw new UserError(aboErrors.notAnAddress(text));
  return address;
}
