import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventLine } from '../../src/views/article/event-facts.ts';
import { inArticle, library, problems } from '../reader/sample-content.ts';

const manual = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'redaktion.md'), 'utf8');
const [, chapter = ''] = /^## Veranstaltungen\n(.*?)^## Umziehen$/ms.exec(manual) ?? [];
const examples = [...chapter.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, yaml = '']) => yaml.trimEnd());

/** After what the manual's examples correct, and before its events. */
const today = { today: '2027-01-09' };

describe('the examples of events, corrections and withdrawals', () => {
  test('are one for each thing that the chapters tell', () => {
    expect(examples).toHaveLength(9);
  });

  test.each(examples)('pass the check: %s', (yaml) => {
    const found = problems(inArticle(yaml), today).filter(({ file }) => file.endsWith('01-erster-beitrag.md'));
    expect(found).toEqual([]);
  });

  test('become what the manual says', () => {
    const lines = examples.flatMap((yaml) => {
      const [article] = library(inArticle(yaml), today).articles;
      return (article && eventLine(article)) ?? [];
    });
    expect(lines).toEqual([
      { text: 'Dienstag, 12.\u00A0Januar 2027, 9:30 bis 12:00\u00A0Uhr · Rathaus Musterstadt, Saal 2' },
      { text: 'Dienstag, 12.\u00A0Januar 2027, 9:30\u00A0Uhr · Rathaus Musterstadt, Saal 2' },
      { text: 'Dienstag, 12.\u00A0Januar 2027, 9:30\u00A0Uhr · Online' },
      {
        text: 'Dienstag, 12.\u00A0Januar 2027, 9:30 bis 12:00\u00A0Uhr und 2\u00A0weitere Termine · Rathaus Musterstadt, Saal 2',
      },
      {
        state: 'Abgesagt: Die Referentin ist erkrankt.',
        text: 'Dienstag, 12.\u00A0Januar 2027, 9:30\u00A0Uhr · Rathaus Musterstadt, Saal 2',
      },
      {
        state: 'Verschoben: Am 12.\u00A0Januar ist der Saal nicht frei.',
        text: 'Dienstag, 9.\u00A0Februar 2027, 9:30\u00A0Uhr · Rathaus Musterstadt, Saal 2',
      },
      {
        state: 'Verschoben: Der Saal ist nicht frei.',
        text: 'ursprünglich Dienstag, 12.\u00A0Januar 2027, 9:30\u00A0Uhr · Rathaus Musterstadt, Saal 2',
      },
    ]);
  });
});
