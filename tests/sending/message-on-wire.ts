/** The message that a server reads from its wire form (RFC 5321 4.5.2). */
export function messageOnWire(wire: Buffer): Buffer {
  const text = wire.toString('latin1');
  if (!text.endsWith('\r\n.\r\n')) throw new Error('no end of the message');
  return Buffer.from(text.slice(0, -3).replace(/(^|\r\n)\./g, '$1'), 'latin1');
}
