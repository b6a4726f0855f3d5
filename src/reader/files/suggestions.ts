import { z } from 'zod';
import { fieldNames, schemaOfValue } from '../../model/field.ts';
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

/** The lines for a record that needs only a name, where an editor wrote the name alone: `author:` and `name: Erika Mustermann`. */
export function suggestedRecord(
  path: readonly PropertyKey[],
  expected: string,
  input: unknown,
  schema: unknown,
): readonly string[] | undefined {
  const value = schemaOfValue(schema);
  const isList = expected === 'array' && value instanceof z.ZodArray;
  const needed = fieldNames(isList ? value.element : value)?.required ?? [];
  if (typeof input !== 'string' || input.trim() === '' || needed.join() !== 'name') return undefined;
  const name = `name: ${/^\p{L}[\p{L}\p{N} .-]*$/u.test(input) ? input.trim() : inYamlQuotes(input.trim())}`;
  const field = path.at(-1);
  if (typeof field === 'number') return [`- ${name}`];
  return [`${String(field)}:`, isList ? `- ${name}` : name];
}
