import { type CanIEmailOptions, caniemail, rawData } from 'caniemail';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeEverything } from './everything.ts';
import { shippedEdition } from './sample-edition.ts';
import { fallbacks } from './unsupported-features.ts';

/** New Outlook for Windows shows mails as outlook.com does. */
const clients: CanIEmailOptions['clients'] = [
  'outlook.windows',
  'outlook.outlook-com',
  'outlook.macos',
  'outlook.ios',
  'outlook.android',
  'gmail.desktop-webmail',
  'gmail.ios',
  'gmail.android',
  'apple-mail.macos',
  'apple-mail.ios',
  'thunderbird.macos',
  'gmx.desktop-webmail',
  'gmx.ios',
  'gmx.android',
  'web-de.desktop-webmail',
  'web-de.ios',
  'web-de.android',
];

beforeAll(() => {
  // The checker throws where a program was never tested with a feature: that is unknown, not unsupported.
  for (const feature of rawData.data) {
    const stats = feature.stats as unknown as Record<string, Record<string, Record<string, string>>>;
    for (const client of clients) {
      const [family = '', platform = ''] = client.split('.');
      stats[family] ??= {};
      stats[family][platform] ??= { '0': 'u' };
    }
  }
});

async function unsupportedIn(html: string): Promise<string[]> {
  const { issues } = caniemail({ clients, html });
  return [...new Set([...issues.errors.values()].flatMap((errors) => errors.map(({ title }) => title)))];
}

describe('features of HTML and CSS that a mail program may lack', () => {
  it.each(['2025-kw33', '2026-kw47', 'everything'])('have a fallback in %s', async (name) => {
    const { html } = await (name === 'everything' ? composeEverything() : shippedEdition(name));
    expect((await unsupportedIn(html)).filter((feature) => !fallbacks[feature])).toEqual([]);
  });

  it('are all in use: no fallback is left from before', async () => {
    const used = await unsupportedIn((await composeEverything()).html);
    expect(Object.keys(fallbacks).filter((feature) => !used.includes(feature))).toEqual([]);
  });

  it('are found: the check knows what Outlook lacks', async () => {
    expect(await unsupportedIn('<div style="display: flex; border-radius: 4px">x</div>')).toContain('border-radius');
  });
});
