import type { Readable, Transform } from 'node:stream';

/**
 * A message in its wire form, for nodemailer's connection: it asks for the bytes when the server has said that it wants the
 * message, which `onWire` is told. Nodemailer needs no more of a stream than that it can be piped.
 *
 * The bytes go out past the transformation of nodemailer's that looks at each byte in JavaScript for what may be wrong with it,
 * which was a third of a mail's processor time: ours are right already. To be dropped when nodemailer lets one say so.
 */
export function wireMessage(wire: Buffer, onWire: () => void): Readable {
  const message: Pick<Readable, 'pipe'> = {
    pipe(destination) {
      onWire();
      const behind = destination as unknown as Transform;
      behind.push(wire);
      behind.push(null);
      return destination;
    },
  };
  return message as Readable;
}
