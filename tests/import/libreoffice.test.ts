import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { imported } from './imported.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'import');
const isInstalled = spawnSync('soffice', ['--version']).status === 0;

const text = (picture: string) => `## Was sich ändert

Wer in Musterbach wohnt, liest den Aushang jetzt auch **unterwegs**. Der Kasten am Rathaus bleibt[^1] trotzdem. Auf 120 m² Wandfläche war kein Platz mehr, und neue Wünsche gab es genug.

### So finden Sie ihn

- auf der [Website der Gemeinde](https://www.musterbach.example/aushang?seite=2)
  - unter „Aktuelles“
- am Rathaus

1. Seite öffnen
2. Straße wählen

Das geht ohne Anmeldung.

3. Benachrichtigung einschalten

### Die Zeiten

| Tag | Zeit | Ort |
| - | - | - |
| Montag | 8 bis 12 Uhr<br>14 bis 16 Uhr | Rathaus |
| Montag | abends nach Absprache | |

> „Ich lese ihn jetzt beim Frühstück.“
> – Erika Mustermann, Gemeinderätin

${picture}Mehr dazu im nächsten Heft.
`;
const picture = '![Ein grüner Kasten an einer Wand.](der-aushang-kommt-aufs-telefon-1.png)\n\n';
const end = `
Der Aushang gilt vier Wochen.

[^1]: Er hängt dort seit *1974*.
`;

describe.each(['docx', 'odt'])('the .%s that LibreOffice writes', (ending) => {
  const article = async () => imported(`aushang.${ending}`, readFileSync(join(fixtures, `aushang.${ending}`)));

  test('comes with every part of the text in its form', async () => {
    const { title, body, problems, issue } = await article();
    expect(title).toBe('Der Aushang kommt aufs Telefon');
    expect(body).toBe(text(picture) + end);
    expect(problems).toEqual([]);
    expect(issue).toEqual({ key: '2025-kw35' });
  });

  test('comes with its picture, what is known of it, and what is missing', async () => {
    const { frontMatter, pictures, file } = await article();
    expect(frontMatter.pictures).toEqual([
      {
        file: 'der-aushang-kommt-aufs-telefon-1.png',
        alt: 'Ein grüner Kasten an einer Wand.',
        caption: 'Der Kasten am Rathaus',
        credit: 'Agentur Nordlicht',
      },
    ]);
    expect(
      Buffer.from(pictures[0]?.bytes ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(file).toContain('    # licence: own, commissioned, stock-standard, cc-by-4.0 …\n');
    expect(frontMatter.people).toEqual([{ name: 'Erika Mustermann', function: 'Gemeinderätin' }]);
    expect(frontMatter.subtitle).toBe(
      'Eine erfundene Gemeinde hängt ihre Bekanntmachungen nicht mehr nur an die Wand.',
    );
    expect(frontMatter.summary).toBe(
      'Wer in Musterbach wohnt, liest den Aushang jetzt auch unterwegs. Der Kasten am Rathaus bleibt trotzdem. Auf 120 m² Wandfläche war kein Platz mehr, und neue Wünsche gab es genug.',
    );
  });

  test('is told what was dropped', async () => {
    const { notes } = await article();
    expect(notes.dropped.toSorted()).toEqual([
      '1 weiches Trennzeichen',
      'Ausgeblendeter Text: „Nur intern.“',
      'In 1 Link die Teile, die Leserinnen und Leser verfolgen.',
      'Kommentar von Erika Muster: „Stimmt das noch?“',
      'Überarbeitungen: 1 Einfügung gilt, 1 Streichung ist entfernt.',
    ]);
    expect(notes.leftToDo).toContain(
      'In der Tabelle „Tag · Zeit · Ort“ waren Zellen verbunden. Prüfen Sie, ob jede Zeile für sich verständlich ist.',
    );
  });
});

test('the web page that LibreOffice writes: its pictures are files beside it, so they are told and not looked for', async () => {
  const { title, body, problems, notes } = await imported('aushang.html', readFileSync(join(fixtures, 'aushang.html')));
  expect(title).toBe('Der Aushang kommt aufs Telefon');
  // LibreOffice itself writes what was deleted into the page, and draws the text box.
  const page = text('Der Kasten am Rathaus\n\n').replace('neue Wünsche', 'neue gestrichene Wünsche');
  expect(body).toBe(
    `Eine erfundene Gemeinde hängt ihre Bekanntmachungen nicht mehr nur an die Wand.\n\n${page}\n[^1]: Er hängt dort seit *1974*.\n`,
  );
  expect(problems).toEqual([]);
  expect(notes.dropped.filter((line) => line.startsWith('Ein Bild, das nicht in der Datei steckt'))).toHaveLength(2);
});

test.skipIf(!isInstalled).each([
  ['odt', 'odt'],
  ['docx', 'docx:MS Word 2007 XML'],
])('a .%s that LibreOffice writes just now comes the same', async (ending, filter) => {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync('soffice', [
    profile,
    '--headless',
    '--convert-to',
    filter,
    '--outdir',
    folder,
    join(fixtures, 'aushang.fodt'),
  ]);
  const { body } = await imported(`aushang.${ending}`, readFileSync(join(folder, `aushang.${ending}`)));
  expect(body).toBe(text(picture) + end);
});
