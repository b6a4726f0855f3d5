import { Readable, type Transform } from 'node:stream';

/**
 * A message in the form in which it goes over the wire, for nodemailer's connection: it asks for the bytes when the server
 * has said that it wants the message, which `onWire` is told.
 *
 * They go out past the transformation of nodemailer's that looks at each byte in JavaScript for what may be wrong with it,
 * which was a third of a mail's processor time: ours are right already. To be dropped when nodemailer lets one say so.
 */
export class WireMessage extends Readable {
  readonly #bytes: Buffer;
  readonly #onWire: () => void;

  /** @param raw Lines ended by CRLF, the last one too. */
  constructor(raw: Buffer, onWire: () => void) {
    super();
    this.#bytes = onTheWire(raw);
    this.#onWire = onWire;
  }

  override pipe<To extends NodeJS.WritableStream>(destination: To): To {
    this.#onWire();
    const behind = destination as unknown as Transform;
    behind.push(this.#bytes);
    behind.push(null);
    return destination;
  }
}

const lineOfDot = Buffer.from('\r\n.');

/** RFC 5321 4.5.2: a dot at the start of a line is doubled, and a line of one dot ends the message. */
function onTheWire(raw: Buffer): Buffer {
  const pieces: Buffer[] = raw[0] === 0x2e ? [Buffer.from('.')] : [];
  let start = 0;
  for (let at = raw.indexOf(lineOfDot); at >= 0; at = raw.indexOf(lineOfDot, at + 3)) {
    pieces.push(raw.subarray(start, at + 3));
    // The dot once more.
    start = at + 2;
  }
  pieces.push(
    raw.subarray(start),
    Buffer.from(raw.subarray(-2).equals(lineOfDot.subarray(0, 2)) ? '.\r\n' : '\r\n.\r\n'),
  );
  return Buffer.concat(pieces);
}
