import { describe, expect, it } from 'vitest';
import { issuePage } from '../../src/views/issue/issue-page.ts';
import { article, inArticle, inIndex, issueFolder, like } from '../reader/sample-content.ts';
import { anotherIssue, sampleArticle } from './sample-page.ts';

const pageOf = (...changes: Parameters<typeof sampleArticle>) => {
  const { library, issue } = sampleArticle(...changes);
  return issuePage(library, issue);
};

describe('the page of an issue', () => {
  it('shows what the issue is called, when it came out and what it is about', () => {
    expect(pageOf()).toMatchObject({
      path: '/ausgaben/2025/kw33/',
      fullTitle: 'Ausgabe 33.\u00A0KW\u00A02025: Sommer im Rathaus',
      title: 'Sommer im Rathaus',
      label: 'Ausgabe 33.\u00A0KW\u00A02025',
      lead: 'Was in dieser Woche wichtig war.',
      date: { datetime: '2025-08-14', text: '14.\u00A0August 2025' },
      range: undefined,
      state: undefined,
      publishedAt: '2025-08-14T08:00:00+02:00',
    });
  });

  it('has the editorial, its headings below that of the editorial itself', () => {
    expect(pageOf(inIndex('', '## Ein Wort\n\nGuten Tag.\n')).editorialHtml).toBe(
      '<h3 id="editorial-ein-wort">Ein Wort</h3>\n<p>Guten Tag.</p>',
    );
  });

  it('has no editorial if nobody wrote one', () => {
    expect(pageOf(inIndex('', '')).editorialHtml).toBeUndefined();
  });

  it('lists its articles in the order of their numbers, without the withdrawn', () => {
    const { articles } = pageOf({
      ...inArticle('withdrawn: Die Zahlen waren falsch.'),
      ...like(article, `${issueFolder}/10-letzter.md`, 'title: Letzter\nkind: notice'),
      ...like(article, `${issueFolder}/02-naechster.md`, 'title: Nächster'),
    });
    expect(articles.map(({ kicker, title, path }) => [kicker, title, path])).toEqual([
      ['Nachricht', 'Nächster', '/ausgaben/2025/kw33/naechster/'],
      ['Hinweis', 'Letzter', '/ausgaben/2025/kw33/letzter/'],
    ]);
  });

  it('says whose its picture is', () => {
    expect(pageOf(inIndex('image: {withheld: Keine Lizenz., credit: Eva Muster}')).picture).toMatchObject({
      alt: '',
      caption: undefined,
      credit: 'Originalbild: ©\u00A0Eva Muster, hier nicht veröffentlicht',
    });
    expect(pageOf().picture).toBeUndefined();
  });

  it('in the preview says that it is not out yet', () => {
    const preview = { mode: 'preview', today: '2025-08-13' } as const;
    expect(pageOf({}, preview).state).toBe('Geplant für den 14.\u00A0August 2025');
    expect(pageOf(inIndex('draft: true'), preview).state).toBe('Entwurf');
  });
});

describe('from an issue one gets to the issues beside it', () => {
  const older = anotherIssue('2025-kw32', 'publishedOn: 2025-08-07');
  const newer = anotherIssue('2025-kw33-extra', 'publishedOn: 2025-08-15');

  it('each with its title and its label, the older first', () => {
    expect(pageOf({ ...older, ...newer }).neighbours).toEqual([
      {
        relation: 'Ältere Ausgabe',
        title: '2025-kw32',
        path: '/ausgaben/2025/kw32/',
        note: 'Ausgabe 32.\u00A0KW\u00A02025',
      },
      {
        relation: 'Neuere Ausgabe',
        title: '2025-kw33-extra',
        path: '/ausgaben/2025/kw33-extra/',
        note: 'Sonderausgabe 33.\u00A0KW\u00A02025',
      },
    ]);
  });

  it('and to none where there is none', () => {
    expect(pageOf().neighbours).toEqual([]);
    expect(pageOf(newer).neighbours.map(({ relation }) => relation)).toEqual(['Neuere Ausgabe']);
  });
});
