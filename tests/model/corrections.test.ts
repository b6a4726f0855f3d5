import { describe, expect, it } from 'vitest';
import { article, inArticle, issueFolder, library, like } from '../reader/sample-content.ts';
import { anotherIssue } from '../views/sample-page.ts';

const later = { today: '2026-01-31' };
const corrected = (on: string) => inArticle(`updatedOn: ${on}\ncorrection: Die Zahl war falsch.`);

/** Which issue tells of what, in content that has two later issues. */
function tellers(files: ReturnType<typeof inArticle>) {
  const read = library(
    {
      ...files,
      ...anotherIssue('2025-kw35', 'publishedOn: 2025-08-28'),
      ...anotherIssue('2025-kw37', 'publishedOn: 2025-09-11'),
    },
    later,
  );
  return [...read.correctionsIn].map(([{ key }, told]) => [key, told.map(({ kind, sentence }) => [kind, sentence])]);
}

describe('a correction', () => {
  it('is told by the first issue that comes out on its day or after', () => {
    const told = [['corrected', 'Die Zahl war falsch.']];
    expect(tellers(corrected('2025-08-14'))).toEqual([['2025-kw35', told]]);
    expect(tellers(corrected('2025-08-28'))).toEqual([['2025-kw35', told]]);
    expect(tellers(corrected('2025-08-29'))).toEqual([['2025-kw37', told]]);
  });

  it('is told by no issue until the next one is out', () => {
    expect(tellers(corrected('2025-09-20'))).toEqual([]);
  });

  it('is never told by the issue that the article stands in', () => {
    const read = library(corrected('2025-08-14'), later);
    expect(read.corrections).toHaveLength(1);
    expect(read.correctionsIn.size).toBe(0);
  });
});

describe('a withdrawal', () => {
  it('is told like a correction, by its own day', () => {
    expect(tellers(inArticle('withdrawn: Sie war erfunden.\nwithdrawnOn: 2025-09-01'))).toEqual([
      ['2025-kw37', [['withdrawn', 'Sie war erfunden.']]],
    ]);
  });

  it('without a day is listed last and told by no issue', () => {
    const files = {
      ...inArticle('withdrawn: Sie war erfunden.'),
      ...like(article, `${issueFolder}/02-anderer.md`, 'updatedOn: 2025-08-20\ncorrection: Die Zahl war falsch.'),
    };
    expect(library(files, later).corrections.map(({ kind, day }) => [kind, day])).toEqual([
      ['corrected', '2025-08-20'],
      ['withdrawn', undefined],
    ]);
  });

  it('leaves what an issue has told before', () => {
    const files = inArticle(
      'updatedOn: 2025-08-20\ncorrection: Die Zahl war falsch.\nwithdrawn: Alles war falsch.\nwithdrawnOn: 2025-09-01',
    );
    expect(tellers(files)).toEqual([
      ['2025-kw37', [['withdrawn', 'Alles war falsch.']]],
      ['2025-kw35', [['corrected', 'Die Zahl war falsch.']]],
    ]);
  });
});
