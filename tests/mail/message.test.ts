import { type ParsedMail, simpleParser } from 'mailparser';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Edition, unsubscribePlaceholder } from '../../src/mail/edition.ts';
import { messageFor } from '../../src/mail/message.ts';
import { inIndex } from '../reader/sample-content.ts';
import { date, sampleEdition, sampleMessage, shippedEdition } from './sample-edition.ts';

let edition: Edition;
let source: string;
let parsed: ParsedMail;
beforeAll(async () => {
  edition = await shippedEdition('2025-kw33');
  source = await sampleMessage(edition);
  parsed = await simpleParser(source);
});

const line = (name: string) => parsed.headerLines.find(({ key }) => key === name)?.line;

describe('a message, read back by a mail parser', () => {
  it('has both parts, umlauts intact', () => {
    expect(parsed.subject).toBe('Kurrende 33.\u00A0KW\u00A02025: Wer sich um das Fachverfahren kümmert');
    const fill = (part: string) =>
      part.replaceAll(unsubscribePlaceholder, 'https://abo.blatt.example/abo/abmelden/geheim-1/');
    expect(parsed.text).toBe(fill(edition.text));
    expect(String(parsed.html).trim()).toBe(fill(edition.html).trim());
    expect(parsed.text).toContain('Ülsmann-Pohl');
    expect(parsed.html).toContain('Ülsmann-Pohl');
    expect(parsed.attachments).toEqual([]);
  });

  it('is multipart/alternative in UTF-8, plain text first, in ASCII and in short lines', () => {
    expect(line('content-type')).toMatch(/^Content-Type: multipart\/alternative;/);
    const types = [...source.matchAll(/^Content-Type: (text\/\w+); charset=(\S+)/gm)].map(([, type, set]) => [
      type,
      set,
    ]);
    expect(types).toEqual([
      ['text/plain', 'utf-8'],
      ['text/html', 'utf-8'],
    ]);
    expect(source).toMatch(/^[\x20-\x7E\r\n\t]*$/);
    for (const one of source.split('\r\n')) expect(one.length).toBeLessThanOrEqual(998);
    expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('says who sends, where answers go, to whom and when', () => {
    expect(parsed.from?.value).toEqual([{ name: 'Kurrende', address: 'kurrende@kurrende.example' }]);
    expect(parsed.replyTo?.value).toEqual([{ name: 'Redaktion Kurrende', address: 'redaktion@kurrende.example' }]);
    expect([parsed.to].flat().map((to) => to?.text)).toEqual(['leserin@rathaus.example']);
    expect(parsed.date?.toISOString()).toBe('2025-08-14T06:00:00.000Z');
  });

  it('can be ended with one click (RFC 8058) and sorted by its list (RFC 2919)', () => {
    expect(line('list-unsubscribe')).toBe('List-Unsubscribe: <https://abo.blatt.example/abo/abmelden/geheim-1/>');
    expect(line('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(line('list-id')).toMatch(/^List-ID: <kurrende\.kurrende\.example>$/i);
  });

  it('names the mailbox that takes unsubscriptions behind the one click, and whom one means', async () => {
    const both = await sampleEdition({}, '  unsubscribeTo: abmelden@blatt.example\n');
    const { headerLines } = await simpleParser(await sampleMessage(both, { address: 'a+b@rathaus.example' }));
    const field = (name: string) => headerLines.find(({ key }) => key === name)?.line ?? '';
    const ways = field('list-unsubscribe');
    const [, click, mail = ''] = /^List-Unsubscribe: <([^>]+)>, <([^>]+)>$/.exec(ways) ?? [];
    expect(click).toBe('https://abo.blatt.example/abo/abmelden/geheim-1/');
    const { protocol, pathname, searchParams } = new URL(mail);
    expect([protocol, pathname]).toEqual(['mailto:', 'abmelden@blatt.example']);
    expect(searchParams.get('subject')).toBe('Abmelden: a+b@rathaus.example');
    expect(field('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(ways).toMatch(/^[\x21-\x7E ]*$/);
  });

  it('leaves no placeholder, and its token stands in the two ways out only', () => {
    expect(parsed.text + String(parsed.html)).not.toContain('.invalid');
    const html = String(parsed.html).split('geheim-1').length - 1;
    const text = String(parsed.text).split('geheim-1').length - 1;
    expect([html, text]).toEqual([1, 1]);
  });
});

describe('messages to two recipients', () => {
  const hide = (message: string, ...words: string[]) =>
    words
      .reduce((text, word) => text.replaceAll(word, '…'), message)
      .replace(/^Message-ID: .*$/m, '')
      .replaceAll(/--_NmP-[\da-f]+-Part_1/g, 'boundary');

  it('differ in address, token and Message-ID alone', async () => {
    const other = await sampleMessage(edition, { address: 'leser22@rathaus.example', token: 'geheim-2' });
    expect(other).not.toBe(source);
    expect(hide(other, 'leser22@rathaus.example', 'geheim-2')).toBe(
      hide(source, 'leserin@rathaus.example', 'geheim-1'),
    );
  });

  it('have Message-IDs that stay the same for an issue and a recipient and tell nothing', async () => {
    const idOf = async (of: Edition, token: string) =>
      (await simpleParser(await sampleMessage(of, { token }))).messageId;
    expect(parsed.messageId).toMatch(/^<[\w-]{32}@kurrende\.example>$/);
    expect(await idOf(edition, 'geheim-1')).toBe(parsed.messageId);
    const ids = [await idOf(edition, 'geheim-2'), await idOf(await shippedEdition('2026-kw47'), 'geheim-1')];
    expect(new Set([parsed.messageId, ...ids]).size).toBe(3);
  });

  it('are the same bytes when one is made again', async () => {
    expect(await sampleMessage(edition)).toBe(source);
  });
});

describe('header fields', () => {
  it('take no line of their own from a title', async () => {
    const hostile = await sampleEdition(inIndex('title: |\n  Alles neu\n  Bcc: dritte@rathaus.example'));
    const { subject, bcc } = await simpleParser(await sampleMessage(hostile));
    expect(subject).toContain('Alles neu Bcc: dritte@rathaus.example');
    expect(bcc).toBeUndefined();
  });

  it('take none from an address, and a token must fit into one', async () => {
    const message = await sampleMessage(edition, { address: 'a@rathaus.example\r\nBcc: b@rathaus.example' });
    expect((await simpleParser(message)).bcc).toBeUndefined();
    const recipient = { address: 'a@rathaus.example', token: 'a>\r\nBcc: b@rathaus.example' };
    expect(() => messageFor(edition, recipient, { aboUrl: 'https://abo.example', date })).toThrow(RangeError);
  });
});
