import { describe, expect, it } from 'vitest';
import { articlesFeed } from '../../src/feeds/articles-feed.ts';
import { renderAtom } from '../../src/feeds/atom.ts';
import { renderJsonFeed } from '../../src/feeds/json-feed.ts';
import { renderRss } from '../../src/feeds/rss.ts';
import { photograph } from '../images/photograph.ts';
import { type Prepared, prepared } from '../images/prepared.ts';
import { type Files, inArticle, issueFolder, projectWith } from '../reader/sample-content.ts';
import { edition, inAtom, inRss, origin } from './sample-feeds.ts';
import { elements, links, only, textOf } from './xml-tree.ts';

const credited = `file: fenster.jpg
  alt: Ein Fenster & ein Tor
  creator: Ada Müller
  credit: Agentur/Ada Müller
  licence: cc-by-4.0
  sourceUrl: https://bilder.example/1
  medium: photograph`;

async function withPicture(fields: string, text?: string): Promise<Prepared> {
  const files: Files = {
    ...inArticle(`attachments: [{file: plan.pdf, title: Der Plan}]\n${fields}`, text),
    [`${issueFolder}/fenster.jpg`]: await photograph({ width: 600, height: 400 }),
    [`${issueFolder}/plan.pdf`]: 'pdf',
  };
  return prepared(projectWith(files));
}

const jpegOf = ({ library }: Prepared) => library.articles[0]?.image?.shown?.jpeg ?? expect.fail('no picture');

describe('the picture of an article', () => {
  it('is the enclosure in RSS, with its true length, and has its credit as Media RSS', async () => {
    const sample = await withPicture(`image:\n  ${credited}`);
    const { path } = jpegOf(sample);
    const [item] = (await inRss(articlesFeed(sample.library, edition))).items;
    if (!item) throw new Error('no item');
    const length = String((await sample.store.read(path)).length);
    expect(only(item, 'enclosure').attributes).toEqual({ url: origin + path, length, type: 'image/jpeg' });
    const content = only(item, 'media:content');
    expect(content.attributes).toEqual({
      url: origin + path,
      type: 'image/jpeg',
      medium: 'image',
      fileSize: length,
      width: '600',
      height: '400',
    });
    expect(textOf(content, 'media:description')).toBe('Ein Fenster & ein Tor');
    expect(textOf(content, 'media:credit')).toBe('Agentur/Ada Müller');
    expect(only(content, 'media:credit').attributes).toEqual({ role: 'photographer' });
    expect(textOf(content, 'media:copyright')).toBe('© Agentur/Ada Müller');
    expect(only(content, 'media:copyright').attributes).toEqual({
      url: 'https://creativecommons.org/licenses/by/4.0/',
    });
    expect(textOf(item, 'content:encoded')).toContain(`/plan.pdf">Der Plan</a>`);
  });

  it('is the first enclosure in Atom and the first attachment in JSON Feed, before the article’s own', async () => {
    const sample = await withPicture(`image:\n  ${credited}`);
    const { path, bytes } = jpegOf(sample);
    const feed = articlesFeed(sample.library, edition);
    const [entry] = inAtom(feed).entries;
    const enclosures = elements(entry ?? expect.fail('no entry'), 'link').filter(
      ({ attributes }) => attributes.rel === 'enclosure',
    );
    expect(enclosures.map(({ attributes }) => [attributes.href, attributes.length])).toEqual([
      [origin + path, String(bytes)],
      [`${origin}/ausgaben/2025/kw33/erster-beitrag/plan.pdf`, '3'],
    ]);
    const [item] = JSON.parse(renderJsonFeed(feed)).items;
    expect(item.image).toBe(origin + path);
    expect(item.attachments[0]).toMatchObject({ url: origin + path, mime_type: 'image/jpeg', size_in_bytes: bytes });
    expect(item._bildnachweis).toEqual({
      bilder: [
        {
          url: origin + path,
          alt: 'Ein Fenster & ein Tor',
          line: 'Bild: ©\u00A0Agentur/Ada Müller, CC BY 4.0',
          creator: 'Ada Müller',
          credit: 'Agentur/Ada Müller',
          copyright: '© Agentur/Ada Müller',
          licence: 'CC BY 4.0',
          licence_url: 'https://creativecommons.org/licenses/by/4.0/',
          source_url: 'https://bilder.example/1',
          digital_source_type: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
        },
      ],
    });
  });

  it('stands in the text with its credit, under an absolute address and with its size', async () => {
    const sample = await withPicture(`image:\n  ${credited}`);
    const [entry] = articlesFeed(sample.library, edition).entries;
    expect(entry?.html.replaceAll('\u00A0', ' ')).toContain(
      `<figure><img src="${origin}${jpegOf(sample).path}" alt="Ein Fenster &#x26; ein Tor" width="600" height="400"><figcaption>Bild: © Agentur/Ada Müller, <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></figcaption></figure>`,
    );
  });
});

it('a picture in the text stands there with its credit and is no enclosure', async () => {
  const sample = await withPicture(`pictures:\n- ${credited}`, 'Vorher.\n\n![Fenster](fenster.jpg)\n\nNachher.\n');
  const feed = articlesFeed(sample.library, edition);
  expect(feed.entries[0]?.html).toMatch(
    /<p>Vorher\.<\/p>\n<figure><img src="https:[^"]+\.jpg".*<\/figure>\n<p>Nachher/,
  );
  const [item] = (await inRss(feed)).items;
  expect(only(item ?? expect.fail('no item'), 'enclosure').attributes.url).toMatch(/plan\.pdf$/);
  expect(elements(item ?? expect.fail('no item'), 'media:content')).toHaveLength(1);
});

it('a machine is no photographer', async () => {
  const sample = await withPicture(`image:\n  ${credited.replace('medium: photograph', 'ai: generated')}`);
  const [item] = (await inRss(articlesFeed(sample.library, edition))).items;
  const content = only(item ?? expect.fail('no item'), 'media:content');
  expect(only(content, 'media:credit').attributes).toEqual({});
  expect(textOf(item ?? expect.fail('no item'), 'content:encoded')).toContain('KI-generiert');
});

it('the drawing in the place of a withheld picture is in no feed, and nobody is credited for one', async () => {
  const sample = await withPicture('image: {withheld: Nicht geklärt., credit: Agentur/Ada, licence: stock-standard}');
  const feed = articlesFeed(sample.library, edition);
  for (const text of [await renderRss(feed), renderAtom(feed), renderJsonFeed(feed)]) {
    expect(text).not.toMatch(/\/bilder\/|media:|_bildnachweis|"image"/);
    expect(text).toContain('Originalbild: ©\u00A0Agentur/Ada, hier nicht veröffentlicht');
  }
  expect(links(inAtom(feed).entries[0] ?? expect.fail('no entry'), 'link').enclosure).toMatch(/plan\.pdf$/);
});
