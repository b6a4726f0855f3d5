import { buffer } from 'node:stream/consumers';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { simpleParser } from 'mailparser';
import DKIM from 'nodemailer/lib/dkim';
import { describe, expect, it } from 'vitest';
import { type Edition, unsubscribePlaceholder } from '../../src/mail/edition.ts';
import { messageFor } from '../../src/mail/message.ts';
import { rawMessage } from '../../src/mail/mime.ts';
import { wireForm } from '../../src/mail/wire-form.ts';
import { editionWriter } from '../../src/sending/edition-writer.ts';
import { signingKey } from '../doctor/signing-key.ts';
import { date, shippedEdition } from '../mail/sample-edition.ts';
import { fc } from '../properties.ts';
import { messageOnWire } from './message-on-wire.ts';

const aboUrl = 'https://abo.blatt.example';
const key = signingKey();
const settings = { DKIM_SELECTOR: 'k2026', DKIM_KEY: key.privateKey };
const recipient = { address: 'leserin@rathaus.example', token: 'geheim-1' };

/** What a text may hold that encoders, mail servers and signatures treat apart. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constant(unsubscribePlaceholder) },
  fc.constantFrom(
    '\n',
    '\n.',
    '\n..\n',
    '.',
    ' ',
    '  \n',
    '\t',
    ' \t ',
    '=',
    '=3D',
    '—',
    'ß',
    'Ämter',
    '👩🏽‍💻',
    '\n\n\n',
  ),
  fc.constantFrom('a'.repeat(75), 'a'.repeat(76), 'ü'.repeat(80), 'Wort '.repeat(40), '.'.repeat(90), '='.repeat(30)),
  fc.string({ unit: 'grapheme', maxLength: 90 }).map((text) => text.toWellFormed().replaceAll('\r', '')),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const word = (minLength: number, maxLength: number) =>
  fc.stringMatching(new RegExp(`^[\\w-]{${minLength},${maxLength}}$`));
const messages = fc.record({
  html: text.map((body) => `<p>${body}`),
  text: text.map((body) => `${body}.`),
  subject: fc.oneof(
    fc.constant('Kurrende'),
    text.map((line) => `Blatt ${line.replace(/\s+/g, ' ')}`),
  ),
  unsubscribeTo: fc.option(fc.constant('abmelden@blatt.example'), { nil: undefined }),
  token: fc.oneof(word(1, 12), word(43, 43), word(90, 120)),
  otherToken: word(43, 43),
  address: fc.oneof(
    fc.constantFrom(
      'o’neill@rathaus.example',
      'grüße@rathaus.example',
      'leserin@xn--mnchen-3ya.example',
      'a%b&c@x.example',
    ),
    word(1, 60).map((local) => `${local}@${'lang.'.repeat(20)}rathaus.example`),
  ),
  aboUrl: fc.constantFrom(aboUrl, 'https://x.example', `https://abo.${'lang.'.repeat(15)}example/unter/pfad=1`),
  mailing: fc.integer({ min: 1, max: 3 }),
});

describe('a message that is filled in', () => {
  it('has the bytes that nodemailer makes of the same message, whatever text, link and address', async () => {
    const shipped = await shippedEdition('2025-kw33');
    await fc.assert(
      fc.asyncProperty(
        messages,
        async ({ token, otherToken, address, aboUrl: url, mailing, unsubscribeTo, ...changes }) => {
          const edition: Edition = { ...shipped, ...changes, ...(unsubscribeTo && { unsubscribeTo }) };
          const { write } = editionWriter(edition, {});
          for (const to of [
            { address, token },
            { ...recipient, token: otherToken },
          ]) {
            const delivery = { aboUrl: url, date, mailing };
            const { wire, messageId } = await write(to, delivery);
            const whole = messageFor(edition, to, delivery);
            expect(messageOnWire(wire).toString()).toBe((await rawMessage(whole)).toString());
            expect(wire.equals(wireForm(messageOnWire(wire)))).toBe(true);
            expect(messageId).toBe(whole.messageId);
          }
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);

  it.each(['2025-kw33', '2026-kw47', '2026-kw05'])('reads the same in a mail program for issue %s', async (issue) => {
    const edition = await shippedEdition(issue);
    const to = { address: 'leserin@rathaus.example', token: 'x'.repeat(42) };
    const raw = messageOnWire((await editionWriter(edition, settings).write(to, { aboUrl, date })).wire);
    const parsed = await simpleParser(raw);
    const whole = messageFor(edition, to, { aboUrl, date });
    const other = await simpleParser(await rawMessage(whole));
    for (const field of ['subject', 'from', 'to', 'replyTo', 'messageId', 'date', 'html', 'text'] as const) {
      expect(parsed[field], field).toEqual(other[field]);
    }
    expect(parsed.text).toBe(whole.text);
    expect(parsed.headerLines.slice(1)).toEqual(other.headerLines);
    expect(parsed.attachments).toEqual([]);
  });
});

describe('a signature', () => {
  const whole = { aboUrl, date };

  it('is the one that nodemailer sets, over all that a one-click link needs', async () => {
    const edition = await shippedEdition('2026-kw47');
    const dkim = new DKIM({ domainName: 'kurrende.example', keySelector: 'k2026', privateKey: key.privateKey });
    const raw = messageOnWire((await editionWriter(edition, settings).write(recipient, whole)).wire);
    const theirs = await buffer(dkim.sign(await rawMessage(messageFor(edition, recipient, whole))));
    expect(raw.toString()).toBe(theirs.toString());
  });

  it('is found good by a verifier whatever text, link and address, and bad when a byte of either changes', async () => {
    const shipped = await shippedEdition('2025-kw33');
    const resolver = async () => [[key.record]];
    const result = async (raw: Buffer | string) => {
      const { results } = await dkimVerify(raw, { resolver });
      return results[0]?.status.result;
    };
    await fc.assert(
      fc.asyncProperty(
        messages,
        async ({ token, address, aboUrl: url, mailing, unsubscribeTo, otherToken, ...changes }) => {
          const edition: Edition = { ...shipped, ...changes, ...(unsubscribeTo && { unsubscribeTo }) };
          const to = { address, token };
          const raw = messageOnWire(
            (await editionWriter(edition, settings).write(to, { aboUrl: url, date, mailing })).wire,
          );
          expect(await result(raw)).toBe('pass');
          const changed = (from: string, by: string) => result(raw.toString().replace(from, by));
          expect(await changed('List-Unsubscribe-Post: List', 'List-Unsubscribe-Post: Last')).toBe('fail');
          expect(await changed('\r\n<p>', '\r\n<q>')).not.toBe('pass');
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});
