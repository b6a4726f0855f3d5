import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accessibilityStatementSchema } from '../../src/model/accessibility-statement.ts';
import { easyLanguageSchema } from '../../src/model/easy-language.ts';
import type { Requirement } from '../../src/model/legal-form.ts';
import { privacyNoticeSchema } from '../../src/model/privacy-notice.ts';
import { siteSchema } from '../../src/model/site.ts';
import { accessibilityStatement } from '../../src/views/legal/accessibility-statement.ts';
import { privacyNotice } from '../../src/views/legal/privacy-notice.ts';
import { lawFields, lawfulRequirement, legalForms } from '../model/law-table.ts';
import { library, privacy, problems, statement } from '../reader/sample-content.ts';
import { code, tableBelow, testFieldTable } from './field-tables.ts';
import { fieldsOf } from './schema-fields.ts';

const manual = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'einrichten.md'), 'utf8');

describe.each([
  ['## content/site.md', siteSchema],
  ['## content/legal/datenschutz.md', privacyNoticeSchema],
  ['## content/legal/barrierefreiheit.md', accessibilityStatementSchema],
  ['## content/legal/leichte-sprache.md', easyLanguageSchema],
] as const)('%s in docs/einrichten.md', (heading, schema) => {
  testFieldTable(manual, heading, fieldsOf(schema));
});

test('the table of legal forms says what the law asks of the imprint', () => {
  const [head = [], , ...rows] = tableBelow(manual, '### Was das Impressum bei welcher Rechtsform braucht');
  const forms = head.slice(1).map((cell) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, form]) => form));
  expect(forms.flat().sort()).toEqual([...legalForms].sort());
  const words: Record<Requirement, string> = {
    required: 'Pflicht',
    answer: 'Angabe oder `none`',
    advised: 'empfohlen',
    optional: 'möglich',
    unusual: 'unüblich',
  };
  expect(rows.map(([name]) => code(name))).toEqual(lawFields);
  for (const form of legalForms) {
    const column = forms.findIndex((group) => group.includes(form)) + 1;
    const asked = lawFields.map((field) => words[lawfulRequirement(form, field)]);
    expect([form, rows.map((row) => row[column])]).toEqual([form, asked]);
  }
});

test('the example of another Land passes the check and is what the pages then say', () => {
  const blocks = [...manual.matchAll(/```yaml\n# (content\/legal\/[\w-]+\.md)\n(.*?)```/gs)];
  const files: Record<string, string> = Object.fromEntries(
    blocks.map(([, file = '', head]) => [file, `---\n${head}---\n`]),
  );
  expect(Object.keys(files).sort()).toEqual([statement, privacy].sort());
  const today = '2026-11-25';
  const about = (files: Record<string, string>) =>
    problems(files, { today }).filter(({ file }) => file.startsWith('content/legal/'));
  expect(about(files)).toEqual([]);
  // They stand there because the product doesn't know them.
  for (const field of ['law', 'conciliationBody', 'supervisoryAuthority']) {
    const without = Object.entries(files).map(([file, text]) => [
      file,
      text.replace(new RegExp(`^${field}:.*\\n(?: .*\\n)*`, 'm'), ''),
    ]);
    expect(about(Object.fromEntries(without)).map((problem) => problem.field)).toEqual([field]);
  }
  const read = library(files, { today });
  expect(JSON.stringify(accessibilityStatement(read).sections)).toContain('Beschwerdestelle für barrierefreie');
  expect(JSON.stringify(privacyNotice(read).sections)).toContain('Unabhängiges Landeszentrum für Datenschutz');
});
