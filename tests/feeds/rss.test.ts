import { describe, expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { renderRss } from '../../src/feeds/rss.ts';
import { article, inSite } from '../reader/sample-content.ts';
import { inRss, mainFeed } from './sample-feeds.ts';
import { counts, elements, links, only, textIn, textOf } from './xml-tree.ts';

describe('the channel of an RSS feed', () => {
  it('has each of its elements once, whoever wrote it, and its items last', async () => {
    const { channel } = await inRss(mainFeed());
    expect(counts(channel)).toEqual([
      '1 atom:link',
      '1 dc:publisher',
      '1 description',
      '1 item',
      '1 language',
      '1 lastBuildDate',
      '1 link',
      '1 managingEditor',
      '1 title',
    ]);
    expect(elements(channel).at(-1)?.name).toBe('item');
  });

  it('says what it is, whose it is and where it is', async () => {
    const { channel } = await inRss(mainFeed());
    const said = elements(channel)
      .filter(({ name }) => !['item', 'atom:link'].includes(name))
      .map((one) => [one.name, textIn(one)]);
    expect(Object.fromEntries(said)).toEqual({
      title: 'Blatt',
      description: 'Nachrichten aus dem Rathaus.',
      link: 'https://blatt.example/',
      language: 'de',
      lastBuildDate: 'Thu, 14 Aug 2025 05:59:00 GMT',
      managingEditor: 'redaktion@blatt.example (Redaktion Blatt)',
      'dc:publisher': 'Zweckverband Muster',
    });
    expect(links(channel, 'atom:link')).toEqual({ self: 'https://blatt.example/feed/rss.xml' });
    expect(only(channel, 'atom:link').attributes.type).toBe('application/rss+xml');
  });

  it('is complete before there is any article', async () => {
    const { channel, items } = await inRss(mainFeed({ [article]: undefined }));
    expect(items).toEqual([]);
    expect(textOf(channel, 'lastBuildDate')).toBe('Wed, 01 Jan 2025 07:00:00 GMT');
  });

  it('has a style sheet that browsers heed, so with its type, and no XSLT', async () => {
    const { children } = fromXml(await renderRss(mainFeed()));
    const instructions = children.filter((node) => node.type === 'instruction' && node.name !== 'xml');
    expect(instructions).toMatchObject([{ name: 'xml-stylesheet', value: 'type="text/css" href="/feed/feed.css"' }]);
  });
});

it('several publishers stand in one element, and in the last line of each text', async () => {
  const another = `publishers:
  - name: Verband A & B
    legalForm: zweckverband
    legalFormText: Zweckverband, Körperschaft des öffentlichen Rechts
    address: {street: Musterstraße 1, postalCode: "12345", city: Musterstadt}
    email: post@blatt.example
    phone: 030 23125 100
    representatives: [{name: Max Mustermann, function: Geschäftsführer}]
    register: none
    vatId: none
    legalSupervision: {name: Kommunalaufsicht Muster}
    dataProtectionOfficer: {email: datenschutz@blatt.example}
`;
  const one = another.slice('publishers:\n'.length);
  const { channel, items } = await inRss(mainFeed(inSite(another + one.replace('A & B', 'C'))));
  expect(textOf(channel, 'dc:publisher')).toBe('Verband A & B und Verband C');
  expect(items.map((item) => textOf(item, 'content:encoded'))).toEqual([
    expect.stringContaining(' · Herausgeber: Verband A &#x26; B und Verband C · '),
  ]);
});
