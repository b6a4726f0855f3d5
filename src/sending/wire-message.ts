import { Readable, type Transform } from 'node:stream';

/**
 * A message in its wire form, for nodemailer's connection: it asks for the bytes when the server has said that it wants the
 * message, which `onWire` is told.
 *
 * They go out past the transformation of nodemailer's that looks at each byte in JavaScript for what may be wrong with it,
 * which was a third of a mail's processor time: ours are right already. To be dropped when nodemailer lets one say so.
 */
export class WireMessage extends Readable {
  readonly #bytes: Buffer;
  readonly #onWire: () => void;

  constructor(wire: Buffer, onWire: () => void) {
    super();
    this.#bytes = wire;
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
