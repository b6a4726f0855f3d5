import { describe, expect, it } from 'vitest';
import { home } from '../../src/views/site/home.ts';
import { inArticle, inSite, library } from '../reader/sample-content.ts';
import { anotherIssue, withoutIssue } from './sample-page.ts';

const caseStudy = 'kind: case-study';
const titles = (articles: { title: string }[] | undefined) => articles?.map(({ title }) => title);

describe('the home page', () => {
  it('says what is published here', () => {
    expect(home(library(inSite('', '## Für wen\n\nFür alle.\n')))).toMatchObject({
      title: 'Blatt',
      description: 'Nachrichten aus dem Rathaus.',
      leadHtml: '<h3 id="leitsatz-für-wen">Für wen</h3>\n<p>Für alle.</p>',
    });
  });

  it('sets its name smaller where a word of it would not fit a phone', () => {
    const named = (title: string) => home(library(inSite(`title: ${title}`))).hasLongWord;
    expect([named('Neues aus dem Stadtblatt'), named('Neue Verwaltungsnachrichten')]).toEqual([false, true]);
  });

  it('shows the newest issue with its articles, without the withdrawn', () => {
    const { newest } = home(
      library({
        ...anotherIssue('2025-kw34', 'publishedOn: 2025-08-21', {
          '01-a': 'title: Erster',
          '02-b': 'title: Zweiter\nwithdrawn: Die Zahlen waren falsch.',
          '03-c': 'title: Dritter',
        }),
      }),
    );
    expect(newest?.issue).toMatchObject({ label: 'Ausgabe 34.\u00A0KW\u00A02025', path: '/ausgaben/2025/kw34/' });
    expect(titles(newest?.articles)).toEqual(['Erster', 'Dritter']);
  });

  it('shows the three newest case studies that do not stand in that issue', () => {
    const files = {
      ...inArticle(caseStudy),
      ...anotherIssue('2025-kw34', 'publishedOn: 2025-08-21', { '01-neu': `title: Neu\n${caseStudy}` }),
      ...anotherIssue('2025-kw32', 'publishedOn: 2025-08-07', {
        '01-a': `title: A\n${caseStudy}`,
        '02-b': 'title: Eine Nachricht',
        '03-c': `title: C\n${caseStudy}`,
        '04-d': `title: Einer zu viel\n${caseStudy}`,
      }),
    };
    expect(titles(home(library(files)).caseStudies)).toEqual(['Das Rathaus hat neue Fenster', 'A', 'C']);
  });

  it('shows the three issues before the newest', () => {
    const files = {
      ...anotherIssue('2025-kw30', 'publishedOn: 2025-07-24'),
      ...anotherIssue('2025-kw31', 'publishedOn: 2025-07-31'),
      ...anotherIssue('2025-kw32', 'publishedOn: 2025-08-07'),
      ...anotherIssue('2025-kw34', 'publishedOn: 2025-08-21'),
    };
    expect(titles(home(library(files)).earlier)).toEqual(['Sommer im Rathaus', '2025-kw32', '2025-kw31']);
  });

  it('stands before anything has appeared', () => {
    expect(home(library(withoutIssue))).toMatchObject({
      title: 'Blatt',
      newest: undefined,
      caseStudies: [],
      earlier: [],
    });
  });
});
