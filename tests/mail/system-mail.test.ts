import { HtmlValidate } from 'html-validate';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { rawMessage } from '../../src/mail/mime.ts';
import { systemMail } from '../../src/mail/system-mail.ts';
import { launch } from '../browser/browser.ts';
import { library } from '../reader/sample-content.ts';
import { faultsOf } from './axe.ts';
import { date, origin } from './sample-edition.ts';

const delivery = {
  from: { name: 'Blatt', address: 'blatt@blatt.example' },
  to: 'leserin@rathaus.example',
  messageId: '<eins@blatt.example>',
  date,
};
const mail = {
  subject: 'Bitte bestätigen Sie Ihr Abo',
  paragraphs: ['Sie möchten Blatt per E-Mail lesen?', 'Wenn nicht, müssen Sie nichts tun. <b>Wirklich</b>.'],
  link: { text: 'Abo bestätigen', url: 'https://abo.blatt.example/abo/bestaetigen/geheim/' },
};
const message = () => systemMail(library().site, origin, mail, delivery);

describe('a mail that answers what somebody did', () => {
  it('says what there is to do, in both parts, and who publishes', async () => {
    const parsed = await simpleParser(await rawMessage(message()));
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text).toBe(`Sie möchten Blatt per E-Mail lesen?

Abo bestätigen: https://abo.blatt.example/abo/bestaetigen/geheim/

Wenn nicht, müssen Sie nichts tun. <b>Wirklich</b>.

-- 
Blatt
Herausgeber: Zweckverband Muster
Impressum: https://blatt.example/impressum/
Datenschutz: https://blatt.example/datenschutz/
`);
    expect(parsed.html).toMatch(
      /<a href="https:\/\/abo\.blatt\.example\/abo\/bestaetigen\/geheim\/"[^>]*>Abo bestätigen<\/a>/,
    );
    expect(parsed.html).toContain('&#x3C;b>Wirklich&#x3C;/b>');
    expect(parsed.html).toMatch(/<a href="https:\/\/blatt\.example\/impressum\/"[^>]*>Impressum<\/a>/);
  });

  it('names several publishers as the site does', () => {
    const publishers = [{ name: 'Verband A' }, { name: 'Verband B' }, { name: 'Stadt C' }];
    const site = {
      ...library().site,
      publishers: library()
        .site.publishers.slice(0, 1)
        .flatMap((one) => publishers.map((named) => ({ ...one, ...named }))),
    };
    const { text, html } = systemMail(site, origin, mail, delivery);
    for (const part of [text, html]) expect(part).toContain('Herausgeber: Verband A, Verband B und Stadt C');
  });

  it('is marked as sent by a machine (RFC 3834) and as no list', async () => {
    const { headers } = await simpleParser(await rawMessage(message()));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('list')).toBeUndefined();
  });

  it('loads nothing', () => {
    expect(message().html).not.toMatch(/<(?:img|link|script|iframe)|url\(/);
  });

  it('follows the rules of html-validate and axe, light and dark', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    const { results } = await validator.validateString(message().html);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message: text }) => `${ruleId}: ${text}`)),
    ).toEqual([]);
    const browser = await launch();
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme });
      await page.setContent(message().html);
      expect(await faultsOf(page)).toEqual([]);
    }
    await browser.close();
  });
});
