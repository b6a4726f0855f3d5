/** What a sentence about a file calls its fields and values, in the words of the form. */
import { z } from 'zod';
import { formFieldOf, schemaOfValue, shapeOf } from '../../model/field.ts';
import type { FormField } from '../../words/forms/form-field.ts';
import type { NamesInForm } from '../../words/forms/rewording.ts';
import { valueName } from './form-model.ts';

interface Named {
  path: readonly string[];
  schema: z.ZodType;
  words: FormField;
}

/** The names of a schema's fields; of several with the same key the one that is nearest to `field` (`people[1].name`). */
export function fieldNamesOf(schema: z.ZodType, field = ''): NamesInForm {
  const place = field.split('.').map((part) => part.replace(/\[\d+\]$/, ''));
  const all = allFields(schema);
  const find = (key: string) => {
    const names = key.split('.');
    const fitting = all.filter(({ path }) => path.slice(-names.length).join('.') === key);
    return fitting.toSorted((a, b) => near(b, place) - near(a, place) || a.path.length - b.path.length)[0];
  };
  return {
    label: (key) => find(key)?.words.label,
    isBox(key, value) {
      const found = find(key);
      return found !== undefined && value === 'true' && schemaOfValue(found.schema) instanceof z.ZodBoolean;
    },
    instead(key, value) {
      const { instead } = find(key)?.words ?? {};
      return instead?.value === value ? instead.text : undefined;
    },
    value: (key, value) => valueName(find(key)?.words, value),
    field: place.at(-1) || undefined,
  };
}

/** How many names of its way a field shares with a place. */
function near({ path }: Named, place: readonly string[]): number {
  const differs = path.findIndex((name, index) => name !== place[index]);
  return differs < 0 ? path.length : differs;
}

function allFields(schema: unknown, above: readonly string[] = []): Named[] {
  return Object.entries(shapeOf(entryOf(schema)) ?? {}).flatMap(([name, field]) => {
    const path = [...above, name];
    const words = formFieldOf(field);
    return [...(words ? [{ path, schema: field, words }] : []), ...allFields(field, path)];
  });
}

/** Of a list what one of its entries is. */
function entryOf(schema: unknown): unknown {
  const value = schemaOfValue(schema, true);
  return value instanceof z.ZodArray ? value.element : value;
}
