import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { accessibilityStatementSchema } from '../../src/model/accessibility-statement.ts';
import { articleSchema } from '../../src/model/article.ts';
import { easyLanguageSchema } from '../../src/model/easy-language.ts';
import { described, isTypeset, prose, takesWords } from '../../src/model/field.ts';
import { imageSchema } from '../../src/model/image-credit.ts';
import { issueSchema } from '../../src/model/issue.ts';
import { ownPageSchema } from '../../src/model/own-page.ts';
import { privacyNoticeSchema } from '../../src/model/privacy-notice.ts';
import { siteSchema } from '../../src/model/site.ts';
import { termsSchema } from '../../src/model/terms.ts';
import { fieldsOf } from '../docs/schema-fields.ts';

interface JsonSchema {
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

/** The fields in a JSON Schema by their paths, entries of lists counting as the list itself, each with its description. */
function descriptions({ properties = {}, items, anyOf = [] }: JsonSchema, prefix = ''): [string, string | undefined][] {
  const own = Object.entries(properties).flatMap(([name, field]): [string, string | undefined][] => [
    [prefix + name, field.description],
    ...descriptions(field, `${prefix}${name}.`),
  ]);
  return [...own, ...[...(items ? [items] : []), ...anyOf].flatMap((part) => descriptions(part, prefix))];
}

describe.each([
  ['an article', articleSchema],
  ['an issue', issueSchema],
  ['a picture', imageSchema],
  ['a page', ownPageSchema],
  ['terms.yaml', termsSchema],
  ['site.md', siteSchema],
  ['the data protection notice', privacyNoticeSchema],
  ['the accessibility statement', accessibilityStatementSchema],
  ['Leichte Sprache', easyLanguageSchema],
] as const)('the help at the fields of %s', (_, schema) => {
  const fields = fieldsOf(schema);

  it('is one sentence at each field, with those below it', () => {
    for (const { path, schema: field } of fields) {
      expect([path, field.description]).toEqual([path, expect.stringMatching(/^\S.*[^.]\.$/)]);
    }
  });

  it('is printed into the JSON Schema', () => {
    // Where one or a list may stand, a field is printed twice.
    const printed = new Map(descriptions(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema));
    expect([...printed]).toEqual(fields.map(({ path, schema: field }) => [path, field.description]));
  });
});

describe('the help at a field', () => {
  it('leaves the field as it was', () => {
    const short = prose.max(5);
    const { text } = described({ text: short }, { text: 'Ein Wort.' });
    expect(text.description).toBe('Ein Wort.');
    expect([short.description, prose.description]).toEqual([undefined, undefined]);
    expect([isTypeset(text), takesWords(text)]).toEqual([true, true]);
    expect(['Wort', 'Wörter', ''].map((value) => text.safeParse(value))).toEqual(
      ['Wort', 'Wörter', ''].map((value) => short.safeParse(value)),
    );
  });

  it('does not compile where it is missing or has no field', () => {
    const help = { text: 'Ein Wort.', other: 'Ein anderes.' };
    // @ts-expect-error: no help for `other`.
    described({ text: prose, other: prose }, { text: 'Ein Wort.' });
    // @ts-expect-error: no field `other`.
    described({ text: prose }, help);
    expect(described({ text: prose, other: prose }, help).other.description).toBe('Ein anderes.');
  });
});
