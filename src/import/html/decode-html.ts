/**
 * The text of an HTML file: by its byte order mark, by what it says of itself, else UTF-8 if it can be that, else
 * Windows-1252, as browsers in Germany do.
 */
export function decodeHtml(bytes: Uint8Array): string {
  const mark = byteOrderMark(bytes);
  if (mark) return new TextDecoder(mark).decode(bytes);
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  return decodeAs(bytes, named);
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function decodeAs(bytes: Uint8Array, named: string | undefined): string {
  for (const encoding of [named, 'utf-8'].filter((name) => name !== undefined)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // It is not what it says, or says what nobody knows.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/** The same for text that says nothing of itself. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(byteOrderMark(bytes) ?? (looksLikeUtf16(bytes) ? 'utf-16le' : 'utf-8')).encoding === 'utf-8'
    ? decodeAs(bytes, undefined)
    : new TextDecoder(byteOrderMark(bytes) ?? 'utf-16le').decode(bytes);
}

/** German text in UTF-16 has a zero in every other byte. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 200);
  return head.length >= 4 && head.filter((byte, at) => at % 2 === 1 && byte === 0).length > head.length * 0.4;
}
