/** Spaces of Unicode that YAML takes for letters. */
const space = '[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]';

const lineStart = new RegExp(`^(?:[ \\t-]|${space})*`, 'gm');
const nameAndColon = new RegExp(`^([ \\t]*(?:- +)*[\\w-]+)${space}*:((?:[ \\t]|${space})+|$)`, 'gm');
const lineEnd = new RegExp(`(?:[ \\t]|${space})+$`, 'gm');
const betweenEntries = new RegExp(`(?<=: *\\[[^\\]]*)${space}+`, 'g');

/** Line ends of other programs, which in a value are spaces. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const foreignBreak = /[\u000b\u000c\u2028\u2029]+/g;

/**
 * The YAML with plain spaces where they are a part of its notation: at the start and the end of a line, around the
 * colon, in a list in brackets. In a value a no-break space is what the editor wrote. The number of lines stays.
 */
export function plainNotation(yaml: string): string {
  const plain = (text: string) => text.replace(new RegExp(space, 'g'), ' ');
  return yaml
    .replace(foreignBreak, ' ')
    .replace(lineStart, plain)
    .replace(nameAndColon, (_, name: string, spaces: string) => `${name}:${plain(spaces)}`)
    .replace(lineEnd, '')
    .replace(betweenEntries, plain);
}
