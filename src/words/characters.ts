/** Names of characters that nobody sees or that look like nothing. */

const names: Record<number, string> = {
  65533: 'das Ersatzzeichen',
  8237: 'eine erzwungene Schreibrichtung',
  8238: 'eine erzwungene Schreibrichtung',
  10240: 'ein leeres Braillezeichen',
  12644: 'ein koreanisches Füllzeichen',
  4447: 'ein koreanisches Füllzeichen',
  4448: 'ein koreanisches Füllzeichen',
  65440: 'ein koreanisches Füllzeichen',
};

/** The name of a character with its number: `ein Steuerzeichen (U+0013)`. */
export function characterName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const number = `(U+${code.toString(16).toUpperCase().padStart(4, '0')})`;
  if (names[code]) return `${names[code]} ${number}`;
  const isPrivate = (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
  return `${isPrivate ? 'ein Zeichen, das nur eine bestimmte Schriftart kennt' : 'ein Steuerzeichen'} ${number}`;
}
