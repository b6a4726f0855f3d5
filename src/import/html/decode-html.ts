/**
 * The text of an HTML file: by its byte order mark; else UTF-8 if it can be that, since other text practically never can
 * and what a file says of itself is often from before it was converted; else what it says; else Windows-1252, as browsers
 * in Germany do.
 */
export function decodeHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return decode(bytes, /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]);
}

/** The same for text that says nothing of itself. */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes, undefined);
}

function decode(bytes: Uint8Array, named: string | undefined): string {
  const mark = byteOrderMark(bytes) ?? (looksLikeUtf16(bytes) ? 'utf-16le' : undefined);
  if (mark) return new TextDecoder(mark).decode(bytes);
  const isAscii = bytes.every((byte) => byte < 0x80);
  const encodings = isAscii ? [named, 'utf-8'] : ['utf-8', named];
  for (const encoding of encodings.filter((name) => name !== undefined)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // It is not in this encoding, or nobody knows an encoding of that name.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** German text in UTF-16 has a zero in every other byte. */
export function looksLikeUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 200);
  return head.length >= 4 && head.filter((byte, at) => at % 2 === 1 && byte === 0).length > head.length * 0.4;
}
