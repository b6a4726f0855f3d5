import { describe, expect, it } from 'vitest';
import { articlesFeed } from '../../src/feeds/articles-feed.ts';
import { renderAtom } from '../../src/feeds/atom.ts';
import { renderRss } from '../../src/feeds/rss.ts';
import { composeEdition } from '../../src/mail/edition.ts';
import type { Picture } from '../../src/model/picture.ts';
import { articlePage } from '../../src/views/article/article-page.ts';
import { articleData } from '../../src/views/structured/structured-data.ts';
import { edition, inEveryFormat, mainFeed, origin, parsedJson } from '../feeds/sample-feeds.ts';
import { article, type Files, inArticle, inSite, issueFolder, like } from '../reader/sample-content.ts';
import { sampleArticle } from './sample-page.ts';

const mail = 'mail: {from: {name: Blatt, address: blatt@blatt.example}, listId: blatt.blatt.example}';
const record = (file: string, credit: string, more = '') =>
  `{file: ${file}, alt: Ein Flur, credit: ${credit}, licence: own, consent: not-needed${more}}`;

const files: Files = {
  ...inSite(mail),
  ...inArticle(
    `author: [{name: Ada Muster, function: Kämmerin}, {name: Bert Beispiel}]
ai: assisted
reviewedBy: {name: Eva Prüfer, function: Redaktion}
reviewedOn: 2025-08-12
attachments: [{file: plan.pdf, title: Zeitplan, description: "Wer, wann, wo."}, {file: satzung.pdf, title: Satzung}]
related: [02-zweiter-beitrag.md, {title: Anderswo, url: "https://anderswo.example/1"}]
pictures: [${record('vorher.jpg', 'Foto Vorher')}, ${record('nachher.jpg', 'Foto Nachher', ', ai: generated')}]`,
    `> „Es ist gut.“
> – Erika Muster, Amtsleitung

> **Hinweis:** Am Freitag ist zu.

![Vorher](vorher.jpg)
![Nachher](nachher.jpg)
`,
  ),
  ...like(article, `${issueFolder}/02-zweiter-beitrag.md`, 'title: Der zweite Beitrag'),
  [`${issueFolder}/vorher.jpg`]: 'x',
  [`${issueFolder}/nachher.jpg`]: 'x',
  [`${issueFolder}/plan.pdf`]: 'pdf',
  [`${issueFolder}/satzung.pdf`]: 'pdf',
};

function prepare({ file, ...picture }: Picture): Picture['shown'] {
  const jpeg = { path: `/bilder/${file}`, mediaType: 'image/jpeg', width: 1104, height: 736, bytes: 1 };
  return picture.original ? { sources: [], jpeg, credit: { creator: 'Wer', credit: 'Wer' } } : undefined;
}

/** The article on its page, in both parts of the mail, as the entries of all feeds, and for machines. */
async function told() {
  const { library, issue, article: first } = sampleArticle(files);
  for (const picture of first.pictures) picture.shown = prepare(picture);
  const page = articlePage(library, first);
  const { html, text } = await composeEdition(library, issue, origin);
  const feeds = await inEveryFormat(articlesFeed(library, edition));
  const entries = Object.values(feeds).flatMap((all) => all.filter(({ url }) => url?.endsWith('/erster-beitrag/')));
  const texts = [page.html, html, text, ...entries.map((entry) => entry.html)];
  return { page, html, text, entries, texts, data: articleData(library, first, origin)[0] };
}

describe('what an article says stands on the page, in all feeds and in both parts of the mail', () => {
  it('a voice with its speaker', async () => {
    const { html, text, texts } = await told();
    expect(texts.map((one) => /Es\s+ist\s+gut\.“.*Erika\s+Muster.*,\s+Amtsleitung/s.test(one))).toEqual(
      Array(6).fill(true),
    );
    expect(text).toContain('> „Es ist gut.“\n– Erika Muster, Amtsleitung\n');
    expect(html).not.toMatch(/<fig/);
  });

  it('a box', async () => {
    const { page, entries, texts } = await told();
    expect(texts.map((one) => /Hinweis:.*\sAm\s+Freitag\s+ist\s+zu/s.test(one))).toEqual(Array(6).fill(true));
    expect(page.html).toContain('<div class="box" role="note" aria-label="Hinweis">');
    // Validators of feeds warn of roles.
    for (const entry of entries) expect(entry.html).not.toMatch(/role=|aria-label/);
  });

  it('two pictures as a pair, each followed by its own credit, and what a machine made is said', async () => {
    const { page, html, text } = await told();
    expect(page.html).toMatch(
      /<div class="pair"><figure.*Foto Vorher.*<\/figure><figure.*Foto Nachher.*KI-generiert.*<\/figure><\/div>/s,
    );
    expect(page.html).toContain('alt="Ein Flur"');
    const inOrder = /vorher\.jpg.*Foto Vorher.*nachher\.jpg.*Foto Nachher.*KI-generiert/s;
    expect(html).toMatch(inOrder);
    expect(text).toMatch(/\[Bild: Ein Flur\]\n\n.*Foto Vorher\n\n\[Bild: Ein Flur\]\n\n.*Foto Nachher, KI-generiert/);
  });

  it('several authors', async () => {
    const { page, html, text, entries, data } = await told();
    const byline = 'Von Ada Muster (Kämmerin) und Bert Beispiel';
    expect(page.author).toBe(byline);
    expect(text).toContain(`\n${byline}\n`);
    expect(html).toContain(byline);
    expect(entries.map(({ authors }) => authors)).toEqual(Array(3).fill(['Ada Muster', 'Bert Beispiel']));
    expect(data).toMatchObject({
      author: [
        { '@type': 'Person', name: 'Ada Muster', jobTitle: 'Kämmerin' },
        { '@type': 'Person', name: 'Bert Beispiel' },
      ],
    });
  });

  it('what a machine had to do with the text, and who answers for it', async () => {
    const { page, html, text, entries, data } = await told();
    const sentence = 'Beim Schreiben hat eine KI geholfen. Geprüft von Eva Prüfer, Redaktion, am 12.\u00A0August 2025.';
    expect(page.making).toBe(sentence);
    expect(html).toContain(sentence);
    expect(text.replaceAll('\n', ' ')).toContain(sentence);
    for (const entry of entries) expect(entry.html).toContain(`<p>${sentence}</p>`);
    expect(data).toMatchObject({ digitalSourceType: expect.stringContaining('CompositeWithTrainedAlgorithmicMedia') });
  });

  it('the description of an attachment, and related links', async () => {
    const { page, html, text, entries } = await told();
    expect(page.notes).toMatchObject([
      { title: 'Anhänge', values: [{ text: 'Zeitplan', description: 'Wer, wann, wo.' }, { text: 'Satzung' }] },
      {
        title: 'Zum Weiterlesen',
        values: [
          { text: 'Der zweite Beitrag', href: '/ausgaben/2025/kw33/zweiter-beitrag/' },
          { text: 'Anderswo', href: 'https://anderswo.example/1' },
        ],
      },
    ]);
    expect(text).toMatch(/Zeitplan\s+\(PDF, .*\)\s+<http\S+plan\.pdf>\s+– Wer,\s+wann,\s+wo\.;\s+Satzung/);
    expect(html).toMatch(/Zeitplan \(PDF, [^<]*<\/a> – Wer, wann, wo\.; <a/);
    const address = `${origin}/ausgaben/2025/kw33/zweiter-beitrag/`;
    expect(text).toContain(address);
    for (const entry of entries) {
      expect(entry.html).toMatch(/Zeitplan<\/a> \(PDF, .*\) – Wer, wann, wo\.<\/li>/);
      expect(entry.html).toContain(`<a href="${address}">Der zweite Beitrag</a>`);
    }
  });
});

describe('an article in English', () => {
  const english: Files = {
    ...inSite(mail),
    ...inArticle('lang: en\ntitle: A new counter\nsummary: It "opens" - soon.', 'He said "yes"[^1].\n\n[^1]: Twice.'),
  };

  it('says so wherever its words are, and has them as they were written', async () => {
    const { library, issue, article: first } = sampleArticle(english);
    const shown = articlePage(library, first);
    expect(shown).toMatchObject({ lang: 'en', summary: 'It "opens" - soon.' });
    expect(shown.opening).toMatchObject([
      { role: 'kicker', text: 'Nachricht · Englisch' },
      { role: 'title', lang: 'en' },
      { role: 'lead', lang: 'en' },
    ]);
    // What we say ourselves in it is German.
    expect(shown.html).toMatch(/<h2 lang="de"[^>]*>Fußnoten<\/h2>/);
    const { html: sent, text: plain } = await composeEdition(library, issue, origin);
    expect(sent).toMatch(/<h2 lang="en".*A new counter/);
    expect(sent).toMatch(/<div lang="en">\s*<p[^>]*>He said "yes"/);
    expect(plain).toContain('Nachricht · Englisch');
    expect(plain).toContain('It "opens" - soon.');
    expect(articleData(library, first, origin)[0]).toMatchObject({ inLanguage: 'en' });
  });

  it('has its language in each feed', async () => {
    const feed = mainFeed(english);
    expect(parsedJson(feed).items[0]).toMatchObject({ language: 'en' });
    expect(renderAtom(feed)).toContain('<entry xml:lang="en">');
    expect(await renderRss(feed)).toContain('<dc:language>en</dc:language>');
    for (const [told] of Object.values(await inEveryFormat(feed))) {
      expect(told?.html).toMatch(/^<div lang="en"><p>He said "yes"/);
    }
  });
});
