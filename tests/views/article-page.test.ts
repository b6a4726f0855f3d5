import { describe, expect, it } from 'vitest';
import { articlePage, withdrawnPage } from '../../src/views/article/article-page.ts';
import { article, inArticle, inText, issueFolder, like } from '../reader/sample-content.ts';
import { anotherIssue, sampleArticle } from './sample-page.ts';

const pageOf = (...changes: Parameters<typeof sampleArticle>) => {
  const { library, article: shown } = sampleArticle(...changes);
  return articlePage(library, shown);
};

describe('the page of an article', () => {
  it('shows what the article is, when it came out and in which issue', () => {
    expect(pageOf()).toMatchObject({
      path: '/ausgaben/2025/kw33/erster-beitrag/',
      title: 'Das Rathaus hat neue Fenster',
      summary: 'Seit dieser Woche zieht es nicht mehr.',
      opening: [
        { role: 'kicker', text: 'Nachricht' },
        { role: 'title', text: 'Das Rathaus hat neue Fenster' },
        { role: 'lead', text: 'Seit dieser Woche zieht es nicht mehr.' },
      ],
      author: undefined,
      state: undefined,
      byline: {
        date: { datetime: '2025-08-14', text: '14.\u00A0August 2025' },
        readingTime: '1\u00A0Minute Lesezeit',
        issue: { text: 'Ausgabe 33.\u00A0KW\u00A02025', path: '/ausgaben/2025/kw33/' },
        corrected: undefined,
      },
      publishedAt: '2025-08-14T07:59:00+02:00',
      updatedAt: undefined,
      html: '<p>Der Text des Beitrags.</p>',
      notes: [],
    });
  });

  it('has a line below the title, in German typography, and none if there is none to say', () => {
    const { opening } = pageOf(inArticle(`subtitle: '"Zug" - vorbei'`));
    expect(opening.map(({ role }) => role)).toEqual(['kicker', 'title', 'deck', 'lead']);
    expect(opening[2]).toEqual({ role: 'deck', text: '„Zug“\u00A0– vorbei' });
    expect(pageOf().opening.map(({ role }) => role)).toEqual(['kicker', 'title', 'lead']);
  });

  it('names the municipality before the title', () => {
    const { opening } = pageOf(inArticle('municipality: landkreis-muster'));
    expect(opening[0]).toEqual({ role: 'kicker', text: 'Nachricht · Landkreis Muster' });
  });

  it('says who wrote it, with the function if there is one', () => {
    const by = (author: string) => pageOf(inArticle(`author: ${author}`)).author;
    expect(by('{name: Eva Muster}')).toBe('Von Eva Muster');
    expect(by('{name: Eva Muster, function: Kämmerin}')).toBe('Von Eva Muster, Kämmerin');
  });

  it('says how long it takes to read', () => {
    expect(pageOf(inText('Wort '.repeat(500))).byline.readingTime).toBe('3\u00A0Minuten Lesezeit');
  });

  it('has its headings below the title, with ids that no other article has', () => {
    expect(pageOf(inText('## Neue Scheiben\n\nText.\n')).html).toContain(
      '<h2 id="erster-beitrag-neue-scheiben">Neue Scheiben</h2>',
    );
  });

  it('says what was corrected and when, and leads there from the top', () => {
    const page = pageOf(inArticle('updatedOn: 2025-08-20\ncorrection: Es sind zwölf Fenster.'));
    expect(page.notes).toEqual([
      {
        form: 'remark',
        id: 'berichtigung',
        title: 'Berichtigt am 20.\u00A0August 2025',
        values: [{ text: 'Es sind zwölf Fenster.' }],
      },
    ]);
    expect(page.byline.corrected).toEqual({ text: 'Berichtigt am 20.\u00A0August 2025', path: '#berichtigung' });
    expect(page.updatedAt).toBe('2025-08-20T08:00:00+02:00');
  });

  it('in the preview says that it is not out yet', () => {
    const preview = { mode: 'preview', today: '2025-08-14' } as const;
    expect(pageOf(inArticle('draft: true'), preview).state).toBe('Entwurf');
    expect(pageOf(inArticle('publishedOn: 2025-08-15'), preview).state).toBe('Geplant für den 15.\u00A0August 2025');
  });
});

describe('from an article one gets', () => {
  const second = `${issueFolder}/02-zweiter.md`;
  const third = `${issueFolder}/03-dritter.md`;

  it('to the one before and the one after it, past a withdrawn one', () => {
    const { library, issue } = sampleArticle({
      ...like(article, second, 'title: Zweiter\nwithdrawn: Die Zahlen waren falsch.'),
      ...like(article, third, 'title: Dritter'),
    });
    const next = { relation: 'Nächster Beitrag', title: 'Dritter', path: '/ausgaben/2025/kw33/dritter/' };
    const previous = {
      relation: 'Vorheriger Beitrag',
      title: 'Das Rathaus hat neue Fenster',
      path: '/ausgaben/2025/kw33/erster-beitrag/',
    };
    const [first, , last] = issue.articles.map((one) => articlePage(library, one).neighbours);
    expect([first, last]).toEqual([[next], [previous]]);
  });

  it('to the newest of other issues on its first topic that has some', () => {
    const topics = 'topics: [soziales]';
    const { more } = pageOf({
      ...inArticle(topics),
      ...like(article, second, `title: Aus derselben Ausgabe\n${topics}`),
      ...anotherIssue('2025-kw32', 'publishedOn: 2025-08-07', {
        '01-a': `title: Neuester\n${topics}`,
        '02-b': `title: Zweitneuester\n${topics}`,
        '03-c': 'title: Ohne Thema',
      }),
      ...anotherIssue('2025-kw31', 'publishedOn: 2025-07-31', {
        '01-d': `title: Drittneuester\n${topics}`,
        '02-e': `title: Einer zu viel\n${topics}`,
      }),
    });
    expect(more).toMatchObject({
      title: 'Mehr zum Thema Soziales',
      topic: { text: 'Alle Beiträge zum Thema Soziales', path: '/themen/soziales/' },
    });
    expect(more?.articles.map(({ title }) => title)).toEqual(['Neuester', 'Zweitneuester', 'Drittneuester']);
  });

  it('nowhere else if there is nothing more', () => {
    expect(pageOf(inArticle('topics: [soziales]'))).toMatchObject({ neighbours: [], more: undefined });
  });
});

it('a withdrawn article leaves the reason and nothing of itself', () => {
  const reason = 'Die Zahlen waren falsch.';
  const { article: withdrawn } = sampleArticle(inArticle(`withdrawn: ${reason}\nwithdrawnOn: 2025-08-20`));
  expect(withdrawnPage(withdrawn, reason)).toEqual({
    path: '/ausgaben/2025/kw33/erster-beitrag/',
    title: 'Beitrag zurückgezogen',
    text: 'Dieser Beitrag wurde zurückgezogen. Sein Inhalt steht nicht mehr zur Verfügung.',
    withdrawnOn: 'Zurückgezogen am 20.\u00A0August 2025',
    reason: 'Grund: Die Zahlen waren falsch.',
    issue: { text: 'Zur Ausgabe 33.\u00A0KW\u00A02025', path: '/ausgaben/2025/kw33/' },
  });
});
