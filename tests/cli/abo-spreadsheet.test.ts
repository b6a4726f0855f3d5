import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { openData } from '../../src/store/open-data.ts';
import { temporaryFolder } from '../store/sample-database.ts';
import { inProcess } from './in-process.ts';

const isInstalled = spawnSync('soffice', ['--version']).status === 0;

/** Opens a table with semicolons as UTF-8 and stores it as another one, as a person does who looks into it. */
function throughSpreadsheet(folder: string, from: string, to: string): void {
  const convert = (format: string, file: string, filter: string[] = []) =>
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profil`,
        '--headless',
        ...filter,
        '--convert-to',
        format,
        '--outdir',
        folder,
        join(folder, file),
      ],
      { stdio: 'ignore' },
    );
  convert('ods', from, ['--infilter=CSV:59,34,76,1']);
  rmSync(join(folder, from));
  convert('csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false', from.replace('.csv', '.ods'));
  writeFileSync(join(folder, to), readFileSync(join(folder, from)));
}

test.skipIf(!isInstalled)(
  'a list that went through a spreadsheet keeps every row and cell, and holds no formula',
  async () => {
    const folder = temporaryFolder();
    const abo = (...args: string[]) =>
      inProcess(['abo', ...args], folder, {}, Temporal.Instant.from('2025-09-15T08:00:00Z'));
    const consents = [
      'Ich möchte den Newsletter.\n- Widerruf jederzeit\n=2+3',
      '=HYPERLINK("https://boese.example";"hier")',
      '+49 441 1234; ja, gern',
      '-1',
      '@SUM(A1)',
      "'so",
      '4711',
      '1/2',
      '"Ja", sagte sie',
    ];
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const lines = consents.map(
      (text, n) => `a${n}@x.example;active;${quote(text)};2024-03-01T09:00:00Z;2025-08-01;12e4567;=cmd|'/c calc'!A0`,
    );
    writeFileSync(
      join(folder, 'ein.csv'),
      ['email;status;consentText;confirmedAt;privacyVersion;siteCommit;list', ...lines].join('\r\n'),
    );
    expect(await abo('import', 'ein.csv')).toMatchObject({ code: 0, out: expect.stringContaining('9 Adressen neu') });
    await abo('export', 'aus.csv');
    const before = readFileSync(join(folder, 'aus.csv'), 'utf8');
    throughSpreadsheet(folder, 'aus.csv', 'zurueck.csv');
    const cells: string[][] = parse(readFileSync(join(folder, 'zurueck.csv'), 'utf8'), { bom: true, delimiter: ';' });
    expect(cells).toEqual(parse(before, { bom: true, delimiter: ';' }));
    expect(cells.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);

    const shown = async () => {
      const records = consents.map(async (_, n) => JSON.parse((await abo('show', `a${n}@x.example`, '--json')).out));
      return (await Promise.all(records)).map(({ consents: [proof] }) => proof);
    };
    const proofs = await shown();
    expect(proofs.map(({ consentText }) => consentText)).toEqual(consents);
    rmSync(join(folder, 'data'), { recursive: true });
    const { db } = await openData(join(folder, 'data'), randomBytes);
    await db.destroy();
    expect(await abo('import', 'zurueck.csv')).toMatchObject({
      code: 0,
      out: expect.stringContaining('9 Adressen neu'),
    });
    expect(await shown()).toEqual(proofs);
  },
  120_000,
);
