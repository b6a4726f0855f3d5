import { describe, expect, it } from 'vitest';
import { issuesFeed } from '../../src/feeds/issues-feed.ts';
import { type Files, inArticle, inSite, library } from '../reader/sample-content.ts';
import { everything } from './sample-articles.ts';
import { edition, inEveryFormat, mainFeed } from './sample-feeds.ts';

const NBSP = '\u00A0';
const page = 'https://blatt.example/ausgaben/2025/kw33/erster-beitrag/';
const textOf = (files: Files) => mainFeed(files).entries[0]?.html ?? '';

describe('what the page says around the text', () => {
  it('stands before and after it, as paragraphs and lists', () => {
    const words = textOf(everything).replaceAll(NBSP, ' ');
    for (const part of [
      '<strong>Wann:</strong> Mittwoch, 10. September 2025, 9:30 bis 12:00 Uhr',
      '<strong>Wo:</strong> Rathaus',
      `<a href="${page}termin.ics">Termin als Kalenderdatei (ICS)</a>`,
      '<strong>Berichtigt am 20. August 2025:</strong> Es sind acht Fenster.',
      '<strong>Zu Wort kommt:</strong> Max Muster, Hausmeister',
      `<a href="${page}%C3%9Cbersicht%20R%C3%A4ume.pdf">Die Räume</a> (PDF, 3 Byte)`,
      '<strong>Quelle:</strong> <a href="https://quelle.example/1">Amtsblatt</a>',
      '<a href="mailto:ada@blatt.example">ada@blatt.example</a>',
    ]) {
      expect(words).toContain(part);
    }
  });

  it('begins with the line below the title, and in an issue has it there', async () => {
    const files = inArticle('subtitle: \'Elf & "eins"\'');
    for (const [entry] of Object.values(await inEveryFormat(mainFeed(files)))) {
      expect(entry?.title).toBe('Das Rathaus hat neue Fenster');
      expect(entry?.html).toMatch(/^<p>Elf &#x26; „eins“<\/p>\n<p>Der Text des Beitrags\.<\/p>/);
    }
    const issue = issuesFeed(library(files), edition).entries[0]?.html;
    expect(issue).toContain(
      'neue Fenster</a></h2>\n<p>Elf &#x26; „eins“</p>\n<p>Seit dieser Woche zieht es nicht mehr.</p>',
    );
    expect(textOf({})).toMatch(/^<p>Der Text des Beitrags/);
  });

  it('names whose the pictures are, where they stand, the one that is withheld included', () => {
    const words = textOf(everything).replaceAll(NBSP, ' ');
    expect(words).toMatch(/Der Anlass<\/h2>\n<p>Bild: © Foto Muster<\/p>/);
    expect(words).toContain('<p>Originalbild: © AdobeStock/muster, hier nicht veröffentlicht</p>');
    const issue = issuesFeed(library(everything), edition).entries[0]?.html.replaceAll(NBSP, ' ');
    expect(issue).toContain('<p>Bild: © Foto Muster, <a href="https://lizenz.example/by">CC BY 4.0</a></p>');
  });

  it('ends with issue, publisher and imprint', () => {
    expect(textOf({}).replaceAll(NBSP, ' ')).toMatch(
      /<p><a href="https:\/\/blatt\.example\/ausgaben\/2025\/kw33\/">Ausgabe 33\. KW 2025<\/a> · Herausgeber: Zweckverband Muster · <a href="https:\/\/blatt\.example\/impressum\/">Impressum<\/a><\/p>$/,
    );
  });

  it('says so when the publisher is invented', () => {
    expect(textOf(inSite('example: true'))).toMatch(/<p>Die Angaben zum Herausgeber .* sind erfunden[^<]*<\/p>$/);
  });
});
