import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { imported, type Result } from './imported.ts';
import { marketInMail, marketInOutlook, marketInWord, marketPage } from './market.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '..', 'fixtures', 'import', name));

const files: Record<string, () => Promise<Result>> = {
  'Word (docx)': async () => imported('markt.docx', await marketInWord()),
  'LibreOffice .docx': () => imported('markt.docx', fixture('markt.docx')),
  'LibreOffice .odt': () => imported('markt.odt', fixture('markt.odt')),
  'Outlook .msg': () => imported('markt.msg', marketInOutlook()),
  'mail .eml': async () => imported('markt.eml', await marketInMail()),
  'web page': () => imported('markt.html', marketPage),
};

/** What each trap becomes where it is not fallen into. */
const traps: Record<string, (result: Result) => boolean> = {
  'title and heading 1: one title, one section': ({ title, body }) =>
    title === 'Der Markt zieht um' && body.startsWith('## Warum er umzieht\n') && !body.includes('Vorlage'),
  'a bold line is a heading below it': ({ body }) => body.includes('\n\n### Was noch gilt\n\n'),
  'a half-bold word is bold or not': ({ body }) => body.includes('und zwar **mittwochs** um acht.'),
  'an insertion stays, a deletion goes': ({ body }) =>
    body.includes('Wir öffnen heute, und') && !body.includes('morgen'),
  'a comment and hidden text go': ({ body }) => !/Stimmt das|Nur intern/.test(body),
  'a footnote is a note at its word': ({ body }) =>
    body.includes('gebaut.[^1] Wir') && body.endsWith('\n\n[^1]: Der Brunnen bleibt.\n'),
  'a row that is marked as no head is told as guessed': ({ body, notes }) =>
    body.includes('| Tag | Zeit | Ort |\n| - | - | - |\n') &&
    notes.leftToDo.some((line) => line.includes('gilt die erste Zeile als Kopf')),
  'merged cells are written out': ({ body, notes }) =>
    body.includes('| Montag | nach Absprache | |\n') &&
    notes.leftToDo.some((line) => line.includes('waren Zellen verbunden')),
  'two paragraphs in a cell are two lines': ({ body }) => body.includes('| Montag | 8 Uhr<br>14 Uhr | Rathaus |\n'),
  'a list within a list': ({ body }) => body.includes('- Obst\n  - auch Beeren\n- Käse\n'),
  'words with a name below are a voice': ({ body }) =>
    body.includes('> „Ich komme jede Woche.“\n> – Jo Muster, Kundin\n'),
  'a link loses what tracks, not what it needs': ({ body, notes }) =>
    body.includes('[Seite der Gemeinde](https://www.musterbach.example/markt?seite=2)') &&
    notes.dropped.some((line) => line.includes('verfolgen')),
  'soft hyphens go': ({ body, notes }) =>
    body.includes('die Marktstände gilt') && notes.dropped.includes('1 weiches Trennzeichen'),
  'the footer line is credit and issue': ({ issue, frontMatter, body }) =>
    issue.key === '2026-kw20' && frontMatter.image?.credit === 'Agentur Nordlicht' && !body.includes('Impressum'),
  'the reader has no objection': ({ problems }) => problems.length === 0,
};

test('no file of any program falls into any of the traps', async () => {
  const results = await Promise.all(Object.entries(files).map(async ([name, read]) => [name, await read()] as const));
  const rows = Object.entries(traps).map(([trap, isFine]) => [
    trap,
    ...results.map(([, result]) => (isFine(result) ? 'came' : 'WRONG')),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = ['trap', ...results.map(([name]) => name)];
  const table = [head, head.map(() => '---'), ...rows].map(line).join('\n');
  console.log(table);
  for (const [name, { body, problems }] of results) {
    if (rows.some((row) => row.includes('WRONG'))) console.log(`${name}\n${body}\n${problems.join('\n')}`);
  }
  expect(table).not.toContain('WRONG');
  const decision = join(import.meta.dirname, '../../docs/decisions/0070-importing-through-html.md');
  expect(readFileSync(decision, 'utf8')).toContain(table);
});
