import { type CanIEmailOptions, caniemail, rawData } from 'caniemail';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeEverything } from './everything.ts';
import { shippedEdition } from './sample-edition.ts';
import { fallbacks, paddedBlocks, partly } from './unsupported-features.ts';

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

/** Features that a program knows in part: what of them it lacks may be the very thing that the mail uses. */
async function partlyIn(html: string): Promise<string[]> {
  const { issues } = caniemail({ clients, html });
  return [...new Set([...issues.warnings.values()].flatMap((warnings) => warnings.map(({ title }) => title)))];
}

/** Classes or names of what has padding and is no cell of a table, as Outlook on Windows wants it. */
function padded(html: string): string[] {
  const found = new Set<string>();
  visit(fromHtml(html), 'element', ({ tagName, properties }) => {
    const paddings = [...String(properties.style ?? '').matchAll(/(?:^|[;\s])padding(?:-\w+)?:\s*([^;]*)/g)];
    if (tagName === 'td' || tagName === 'th' || !paddings.some(([, value = '']) => /[1-9]/.test(value))) return;
    found.add([properties.className ?? []].flat().map(String)[0] ?? tagName);
  });
  return [...found];
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

  it.each(['2025-kw33', '2026-kw47', 'everything'])(
    'are not used in %s in the way that a program lacks',
    async (name) => {
      const { html } = await (name === 'everything' ? composeEverything() : shippedEdition(name));
      expect((await partlyIn(html)).filter((feature) => !partly[feature] && !fallbacks[feature])).toEqual([]);
      expect(padded(html).filter((block) => !paddedBlocks[block])).toEqual([]);
    },
  );

  it('that are known in part are all in use', async () => {
    const mails = [await composeEverything(), await shippedEdition('2025-kw33'), await shippedEdition('2026-kw47')];
    const used = (await Promise.all(mails.map(({ html }) => partlyIn(html)))).flat();
    expect(Object.keys(partly).filter((feature) => !used.includes(feature))).toEqual([]);
    const blocks = mails.flatMap(({ html }) => padded(html));
    expect(Object.keys(paddedBlocks).filter((block) => !blocks.includes(block))).toEqual([]);
  });

  it('keep the indent of lists in Outlook, which knows margins on them and no padding', async () => {
    const lists: string[] = [];
    visit(fromHtml((await composeEverything()).html), 'element', ({ tagName, properties }) => {
      if (tagName === 'ul' || tagName === 'ol') lists.push(String(properties.style));
    });
    expect(lists.length).toBeGreaterThan(1);
    for (const style of lists) {
      expect(style).toMatch(/margin: 0 0 16px 24px/);
      expect(style).toMatch(/padding: 0;/);
    }
  });

  it('are found: the check knows what Outlook lacks', async () => {
    expect(await unsupportedIn('<div style="display: flex; border-radius: 4px">x</div>')).toContain('border-radius');
  });
});
