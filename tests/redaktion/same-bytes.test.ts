import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { organisation } from '../cli/command-line.ts';
import { fc } from '../properties.ts';
import { opened, type RunningRedaktion, redaktion } from './redaktion.ts';

/** Opens a text and saves it as the browser does in which nobody touched anything. */
async function openAndSave(desk: RunningRedaktion, file: string): Promise<Record<string, unknown>> {
  const { version, base, written, isWhole } = await opened(desk, file);
  const asWritten = isWhole ? { whole: written } : { body: written };
  const { answer } = await desk.post('/api/sichern', {
    file,
    version,
    synced: base,
    edits: { base, changes: [], ...asWritten },
  });
  return answer;
}

test('every file of the example content that is opened and saved without change is the same bytes', async () => {
  const desk = await redaktion();
  const files = globSync('content/**/*.{md,yaml}', { cwd: desk.folder }).map((file) => file.replaceAll('\\', '/'));
  expect(files.length).toBeGreaterThan(12);
  for (const file of files) {
    const before = readFileSync(join(desk.folder, file));
    expect([file, (await openAndSave(desk, file)).kind]).toEqual([file, 'saved']);
    expect([file, readFileSync(join(desk.folder, file)).equals(before)]).toEqual([file, true]);
  }
});

const end = fc.constantFrom('\n', '\r\n');
const headLine = fc.constantFrom(
  'title: "Ein Titel"  # mit Bemerkung',
  "title: 'Ein Titel'",
  'kind:   news',
  'summary: >-\n  Ein Satz\n  über zwei Zeilen.',
  'summary: |\n  Wörtlich.\n\n  Mit Absatz.',
  'eigenes_feld: {a: 1,  b: [ x, y ]}',
  'noch-eins:\n- eins\n-   zwei',
  'people:\n  - name: A   # wer\n    function: B\n\n  - name: C',
  '# topics: [thema]',
  '',
  '   # eingerückt',
  'draft: true',
  'publishedOn: 14.8.2025',
  'leer:',
  'kaputt: [',
  'zeit: 12:30',
  'text: „deutsch“',
  'geschützt:\u00a0ja',
);
const bodyLine = fc.constantFrom(
  '',
  'Ein Satz mit ä und „Zitat“.',
  '## Titel  ',
  '- Punkt',
  '| a | b |',
  '---',
  '\tTab',
  '<abbr title="x">X</abbr>',
  'weich\u00adtrennen',
  '**halb**fett',
);
const anyFile = fc
  .record({
    mark: fc.constantFrom('', '', '', '\ufeff'),
    head: fc.array(headLine, { maxLength: 8 }),
    body: fc.array(fc.tuple(bodyLine, end), { maxLength: 10 }),
    headEnd: end,
    last: fc.constantFrom('', 'ohne Zeilenende', '\r'),
    shape: fc.constantFrom('md', 'md', 'md', 'open', 'none'),
  })
  .map(({ mark, head, body, headEnd, last, shape }) => {
    const yaml = ['id: tag:kurrende.example,2026:x', ...head].join('\n').replaceAll('\n', headEnd);
    const text = body.flat().join('') + last;
    if (shape === 'none') return mark + text;
    return `${mark}---${headEnd}${yaml}${headEnd}${shape === 'open' ? '' : `---${headEnd}`}${text}`;
  });

test('200 generated files are the same bytes too: Windows line ends, comments, any order, fields that nobody knows, broken heads', async () => {
  const folder = organisation();
  const file = 'content/issues/2026-kw49/02-erzeugt.md';
  const path = join(folder, file);
  writeFileSync(path, 'x');
  const desk = await redaktion(folder);
  const kinds = { form: 0, whole: 0 };
  await fc.assert(
    fc.asyncProperty(anyFile, async (text) => {
      writeFileSync(path, text);
      const { isWhole } = await opened(desk, file);
      kinds[isWhole ? 'whole' : 'form'] += 1;
      expect((await openAndSave(desk, file)).kind).toBe('saved');
      expect(readFileSync(path, 'utf8')).toBe(text);
    }),
    { numRuns: 200, endOnFailure: true },
  );
  expect(kinds.form).toBeGreaterThan(50);
  expect(kinds.whole).toBeGreaterThan(20);
});
