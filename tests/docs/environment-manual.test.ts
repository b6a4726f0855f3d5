import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { standardOf } from '../../src/settings/read-settings.ts';
import { type SettingName, settingNames, settingsSchema } from '../../src/settings/schema.ts';

const manual = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'betrieb.md'), 'utf8');

/** The rows of all tables in the section on settings. */
const [, section = ''] = /\n## Einstellungen\n(.*?)\n## /s.exec(manual) ?? [];
const rows = [...section.matchAll(/^\| `(\w+)` \|(.*)\|(.*)\|(.*)\|$/gm)].map(([, name, ...cells]) => {
  const [meaning = '', standard = '', example = ''] = cells.map((cell) => cell.trim());
  return { name: name as SettingName, meaning, standard, example };
});

const code = (cell: string) => /^`(.*)`$/.exec(cell)?.[1];

const key = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
const { shape } = settingsSchema((file) => (file.endsWith('.pem') ? String(key) : 'geheim'));

describe('the settings in docs/betrieb.md', () => {
  test('are all there are, and no others, each with what it does', () => {
    expect(rows.map(({ name }) => name)).toEqual(settingNames);
    expect(rows.filter(({ meaning }) => meaning === '')).toEqual([]);
    expect(section.match(/^\| `/gm)).toHaveLength(rows.length);
  });

  test.each(rows)('have the default that holds, and an example that the product takes: $name', (row) => {
    const setting = shape[row.name];
    expect(code(row.standard)).toBe(standardOf(setting));
    expect(row.standard).not.toBe('');
    expect(setting.safeParse(code(row.example)).error).toBeUndefined();
    expect(code(row.example)).not.toBe(code(row.standard));
  });

  test('that other parts of the manual name are among them', () => {
    const families = /\b(?:ABO|DKIM|SEND|SITE|SMTP|DATA|BUILD)_[A-Z_]*[A-Z]\b/g;
    const named = new Set(manual.match(families));
    expect(named.size).toBeGreaterThan(15);
    expect([...named].filter((name) => !settingNames.includes(name as SettingName))).toEqual([]);
  });
});
