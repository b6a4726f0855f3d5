/** The address in MAIL FROM: where reports go that a mail did not arrive. */

/**
 * The address with the mail's name in it (VERP), where a server takes what stands behind a plus: `back+<name>@house.example`.
 * A Message-ID of ours is 24 bytes; it is written in digits and small letters, since some servers change the case. Of any
 * other, and where the whole would be longer than 64 letters (RFC 5321 4.5.3.1.1), the address stays as it is.
 */
export function returnPathFor(address: string, messageId: string): string {
  const at = address.lastIndexOf('@');
  const name = /^<([\w-]{32})@/.exec(messageId)?.[1];
  if (name === undefined) return address;
  const number = BigInt(`0x${Buffer.from(name, 'base64url').toString('hex')}`);
  const local = `${address.slice(0, at)}+${number.toString(radix)}`;
  return local.length > 64 ? address : local + address.slice(at);
}

const radix = 36;

/** The part of a Message-ID before the `@` that such an address names; undefined for any other. */
export function nameInReturnPath(address: string): string | undefined {
  const digits = /\+([0-9a-z]{20,38})@/i.exec(address)?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  let number = 0n;
  for (const digit of digits) number = number * BigInt(radix) + BigInt(Number.parseInt(digit, radix));
  if (number >= 2n ** 192n) return undefined;
  return Buffer.from(number.toString(16).padStart(48, '0'), 'hex').toString('base64url');
}
