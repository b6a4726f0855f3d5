import { inYamlQuotes } from '../../words/problems/rule.ts';
import { typeWords } from '../../words/terms.ts';

const truths: Record<string, boolean> = { ja: true, yes: true, wahr: true, nein: false, no: false, falsch: false };

/** A field's line as it is written with a value: `draft: true`, or `- Wert` in a list. */
function lineWith(path: readonly PropertyKey[], value: string): string {
  const name = path.at(-1);
  return typeof name === 'number' ? `- ${value}` : `${String(name)}: ${value}`;
}

/** The line that an editor probably meant who wrote `input` (as `source`) where another type is expected. */
export function suggestedLine(
  path: readonly PropertyKey[],
  type: string | undefined,
  input: unknown,
  source: string | undefined,
): string | undefined {
  if (type === typeWords.string && ['number', 'boolean'].includes(typeof input)) {
    return suggestedText(path, source ?? String(input));
  }
  if (typeof input !== 'string') return undefined;
  const text = input.trim();
  const truth = truths[text.toLowerCase()];
  if (type === typeWords.boolean && truth !== undefined) return lineWith(path, String(truth));
  if (type === typeWords.array) {
    const isOfWords = /^[\p{L}\p{N}-]+(?:,\s*[\p{L}\p{N}-]+)*$/u.test(text);
    return lineWith(path, `[${isOfWords ? text : inYamlQuotes(text)}]`);
  }
  return undefined;
}

/** A text's line in quotes, in which no sign of it can mean anything to YAML. */
export function suggestedText(path: readonly PropertyKey[], text: string): string {
  return lineWith(path, inYamlQuotes(text));
}
