/** Characters that a mail may hold. */

/** Controls, which an escape in YAML (`"\v"`) brings in, but for tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controls = /[\u0000-\u0008\u000B-\u001F\u007F]/g;

/**
 * The text without soft hyphens, which some programs show and screen readers stumble over, and with U+00A0 in the
 * place of U+202F, which many fonts lack. Lone surrogates could not be written as UTF-8.
 */
export function mailCharacters(text: string): string {
  return text.toWellFormed().replace(controls, '').replaceAll('\u00AD', '').replaceAll('\u202F', '\u00A0');
}

/** The same in one line, as header fields want it. */
export function headerLine(text: string): string {
  return mailCharacters(text.replace(/\s*[\r\n]+\s*/g, ' ')).trim();
}
