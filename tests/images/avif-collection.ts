/** AVIF files of several pictures, which sharp reads and doesn't write. */

/** A box of a file (ISO 14496-12, section 4.2): its length, its type, what it holds. */
const box = (type: string, ...parts: Buffer[]) => {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
};

function boxesIn(bytes: Buffer): { type: string; content: Buffer }[] {
  const found = [];
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) {
    const end = at + bytes.readUInt32BE(at);
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + 8, end) });
  }
  return found;
}

/** A copy of an entry that begins with the number of its item, for the second item. */
const second = (entry: Buffer) => {
  const copy = Buffer.from(entry);
  copy.writeUInt16BE(2);
  return copy;
};

/** The picture of an AVIF as two items of it; with the brand of a sequence if it is to pass for a film. */
export function collectionOf(avif: Buffer, isFilm = false): Buffer {
  const top = boxesIn(avif);
  const meta = top.find(({ type }) => type === 'meta')?.content ?? Buffer.alloc(0);
  const make = (shift: number) =>
    box(
      'meta',
      meta.subarray(0, 4),
      ...boxesIn(meta.subarray(4)).map(({ type, content }) => {
        if (type === 'iinf') {
          const info = content.subarray(6);
          const other = Buffer.from(info);
          other.writeUInt16BE(2, 12);
          return box(type, content.subarray(0, 4), Buffer.from([0, 2]), info, other);
        }
        if (type === 'iloc') {
          const entry = Buffer.from(content.subarray(8));
          const offset = entry.length - 8;
          entry.writeUInt32BE(entry.readUInt32BE(offset) + shift, offset);
          return box(type, content.subarray(0, 6), Buffer.from([0, 2]), entry, second(entry));
        }
        if (type === 'iprp') {
          const [ipco, ipma] = boxesIn(content);
          if (!ipco || !ipma) throw new Error('no properties');
          const entry = ipma.content.subarray(8);
          const both = [ipma.content.subarray(0, 4), Buffer.from([0, 0, 0, 2]), entry, second(entry)];
          return box(type, box('ipco', ipco.content), box('ipma', ...both));
        }
        return box(type, content);
      }),
    );
  const write = (shift: number) =>
    Buffer.concat(
      top.map(({ type, content }) => {
        if (type === 'meta') return make(shift);
        return type === 'ftyp' && isFilm ? box(type, content, Buffer.from('avis')) : box(type, content);
      }),
    );
  return write(write(0).length - avif.length);
}
