/** A message in the form in which it goes over the wire (RFC 5321 4.5.2): a dot at the start of a line is doubled, and a line of one dot ends it. */

const lineEnd = Buffer.from('\r\n');
const lineOfDot = Buffer.from('\r\n.');
const end = Buffer.from('.\r\n');

/** @param raw A message, or the last part of one, that begins with a line; lines end with CRLF. */
export function wireForm(raw: Buffer): Buffer {
  const pieces: Buffer[] = raw[0] === 0x2e ? [Buffer.from('.')] : [];
  let start = 0;
  for (let at = raw.indexOf(lineOfDot); at >= 0; at = raw.indexOf(lineOfDot, at + 3)) {
    pieces.push(raw.subarray(start, at + 3));
    // The dot once more.
    start = at + 2;
  }
  pieces.push(raw.subarray(start), ...(raw.subarray(-2).equals(lineEnd) ? [] : [lineEnd]), end);
  return Buffer.concat(pieces);
}
