import { describe, expect, it } from 'vitest';
import { issuesFeed } from '../../src/feeds/issues-feed.ts';
import {
  article,
  type Files,
  inArticle,
  index,
  inIndex,
  issueFolder,
  library,
  like,
  replaced,
} from '../reader/sample-content.ts';
import { issueOf } from './sample-articles.ts';
import { edition, inEveryFormat, inRss } from './sample-feeds.ts';
import { links, textOf } from './xml-tree.ts';

const NBSP = '\u00A0';
const second = `${issueFolder}/02-zweiter.md`;
const feedOf = (files: Files = {}, mode: 'publish' | 'preview' = 'publish') =>
  issuesFeed(library(files, { mode }), edition);
const textOfIssue = async (files: Files, mode?: 'publish' | 'preview') =>
  (await inEveryFormat(feedOf(files, mode))).RSS[0]?.html ?? '';

describe('the feed of whole issues', () => {
  it('says what it is and where it is', async () => {
    const { channel } = await inRss(feedOf());
    expect(textOf(channel, 'title')).toBe('Blatt – ganze Ausgaben');
    expect(textOf(channel, 'link')).toBe('https://blatt.example/ausgaben/');
    expect(links(channel, 'atom:link')).toEqual({ self: 'https://blatt.example/feed/ausgaben.xml' });
  });

  it('has an entry for each issue, by its own id and address', async () => {
    expect((await inEveryFormat(feedOf())).RSS).toMatchObject([
      {
        id: 'tag:blatt.example,2025-08-14:ausgabe-33',
        title: `Ausgabe 33.${NBSP}KW${NBSP}2025: Sommer im Rathaus`,
        url: 'https://blatt.example/ausgaben/2025/kw33/',
        summary: 'Was in dieser Woche wichtig war.',
        published: Date.parse('2025-08-14T08:00:00+02:00'),
        authors: ['Redaktion Blatt'],
        categories: [],
      },
    ]);
  });

  it('holds the ten newest issues, newest first', () => {
    const weeks = Array.from({ length: 12 }, (_, position) => 32 - position);
    const files = weeks.map((week) => issueOf(`2025-kw${week}`, `2025-06-${String(week - 20).padStart(2, '0')}`));
    const paths = feedOf(Object.assign({}, ...files)).entries.map(({ url }) => new URL(url).pathname);
    expect(paths).toEqual([33, ...weeks.slice(0, 9)].map((week) => `/ausgaben/2025/kw${week}/`));
  });

  it('lacks drafts and issues of days to come, in the preview too', () => {
    for (const files of [inIndex('draft: true'), replaced(index, 'n: 2025-08-14', 'n: 2025-09-02')]) {
      expect(feedOf(files).entries).toEqual([]);
      expect(feedOf(files, 'preview').entries).toEqual([]);
    }
  });
});

describe('an issue in one piece', () => {
  it('holds the editorial, then each article under a heading that leads to its page', async () => {
    const html = await textOfIssue({
      ...like(article, second, 'title: Zweiter\nsummary: Kurz gesagt.', '## Anlass\n\nWarum?\n'),
    });
    const place = 'https://blatt.example/ausgaben/2025/kw33';
    const parts = [
      '<p>Der Leitartikel.</p>',
      `<h2><a href="${place}/erster-beitrag/">Das Rathaus hat neue Fenster</a></h2>`,
      '<p>Seit dieser Woche zieht es nicht mehr.</p>',
      '<p>Der Text des Beitrags.</p>',
      `<h2><a href="${place}/zweiter/">Zweiter</a></h2>`,
      '<p>Kurz gesagt.</p>',
      '<h3 id="zweiter-anlass">Anlass</h3>',
      '<p>Warum?</p>',
      '>Impressum</a>',
    ].map((part) => html.indexOf(part));
    expect(parts).not.toContain(-1);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  });

  it.each([
    ['a withdrawn article', inArticle('withdrawn: Die Zahlen waren falsch.')],
    ['a draft', inArticle('draft: true')],
    ['an article of a day to come', inArticle('publishedOn: 2025-09-02')],
  ])('lacks %s, in the preview too', async (_, files) => {
    for (const mode of ['publish', 'preview'] as const) {
      const html = await textOfIssue({ ...files, ...like(article, second, 'title: Zweiter', 'Anderes.\n') }, mode);
      expect(html).toContain('>Zweiter</a></h2>');
      expect(html).not.toContain('neue Fenster');
      expect(html).not.toContain('Der Text des Beitrags.');
    }
  });

  it('changes when one of its articles does', () => {
    const files = inArticle('updatedOn: 2025-08-20\ncorrection: Es sind acht Fenster.');
    const moments = feedOf(files).entries.map(({ published, updated }) => `${published.day}. ${updated.day}.`);
    expect(moments).toEqual(['14. 20.']);
    expect(feedOf().entries.map(({ published, updated }) => updated.equals(published))).toEqual([true]);
  });

  it('has each id once, though its articles have the same headings and footnotes', async () => {
    const text = '## Anlass\n\nEin Wort[^a].\n\n[^a]: Eine Note.\n';
    const html = await textOfIssue({
      ...inIndex('', text),
      ...inArticle('', text),
      ...like(article, second, '', text),
    });
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(12);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is complete without editorial and articles', async () => {
    const html = await textOfIssue({ ...inIndex('', '\n'), [article]: undefined });
    expect(html).toMatch(
      /^<p><a href="https:\/\/blatt\.example\/ausgaben\/2025\/kw33\/">Ausgabe.*Impressum<\/a><\/p>$/,
    );
  });
});
