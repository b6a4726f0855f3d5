/** The characters that Windows-1252 has where Unicode has the controls U+0080 to U+009F. */
const decoder = new TextDecoder('windows-1252');

/** By the byte: 0x80 is €. Five bytes mean nothing; the decoder (WHATWG Encoding) leaves them as controls. */
const characters = new Map(
  Array.from({ length: 32 }, (_, index) => [0x80 + index, decoder.decode(new Uint8Array([0x80 + index]))]),
);
const bytes = new Map([...characters].map(([byte, character]) => [character, byte]));

/** Reads controls that came out of a file in Windows-1252 as what they were there: U+0084 is „. */
export function readControls(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => characters.get(control.charCodeAt(0)) ?? control);
}

/** The bytes of a text in Windows-1252; undefined if it has other characters. */
export function windowsBytes(text: string): Uint8Array | undefined {
  const codes = [...text].map((character) => bytes.get(character) ?? character.codePointAt(0) ?? 0);
  return codes.every((code) => code <= 0xff) ? Uint8Array.from(codes) : undefined;
}
