import { expect, test } from 'vitest';
import { z } from 'zod';
import { accessibilityStatementSchema } from '../../src/model/accessibility-statement.ts';
import { approvalsSchema } from '../../src/model/approval.ts';
import { articleSchema } from '../../src/model/article.ts';
import { issueSchema } from '../../src/model/issue.ts';
import { ownPageSchema } from '../../src/model/own-page.ts';
import { privacyNoticeSchema } from '../../src/model/privacy-notice.ts';
import { siteSchema } from '../../src/model/site.ts';
import { termsSchema } from '../../src/model/terms.ts';

const schemas: Record<string, z.ZodType> = {
  beitrag: articleSchema,
  ausgabe: issueSchema,
  seite: ownPageSchema,
  site: siteSchema,
  datenschutz: privacyNoticeSchema,
  barrierefreiheit: accessibilityStatementSchema,
  terms: termsSchema,
  freigaben: approvalsSchema,
};

test.each(Object.keys(schemas))('the JSON Schema that text editors read is that of the product: %s', async (name) => {
  const schema = schemas[name];
  if (!schema) throw new Error(name);
  const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-7' });
  const text = JSON.stringify(written, null, 2);
  // Each field tells its author what it is.
  expect(text).toContain('"description"');
  await expect(`${text}\n`).toMatchFileSnapshot(`../../.vscode/schemas/${name}.schema.json`);
});
