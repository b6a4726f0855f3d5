import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inText, problems } from '../reader/sample-content.ts';

const manual = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'redaktion.md'), 'utf8');
const [, chapter = ''] = /^### Was die Prüfung im Text findet und richtet\n(.*?)^## /ms.exec(manual) ?? [];

/** The rows of the table: the texts that are told, and whether `--fix` mends them. */
const rows = [...chapter.matchAll(/^\| (`.*) \| [^|]+ \| ?(ja)? \|$/gm)].flatMap(([, texts = '', mended]) =>
  [...texts.matchAll(/`((?:[^`]|`(?! [·|]|$))+)`/g)].map(([, text = '']) => ({
    text: `${text.replaceAll(' ⏎ ', '\n').replaceAll('⏎ ', '\n').replaceAll('\\|', '|')}\n`,
    mended: mended === 'ja',
  })),
);

describe('what docs/redaktion.md says of texts', () => {
  test('covers many kinds', () => {
    expect(rows.length).toBeGreaterThan(25);
  });

  test.each(rows)('$text', ({ text, mended }) => {
    const found = problems(inText(text)).filter(({ rule }) => !['bareUrl', 'linkNotFound'].includes(rule));
    expect(found).not.toEqual([]);
    expect(found.some(({ edits }) => edits !== undefined)).toBe(mended);
  });
});
