import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { kurrende, organisation } from '../cli/command-line.ts';
import { newsletter, seedNewsletter, wordsOf } from '../import/newsletter.ts';
import { axeFindings } from './axe.ts';
import { browsedRedaktion } from './browsed.ts';
import { checked } from './typing.ts';

/** A publication whose first issue is still to come. */
const browsed = browsedRedaktion(() => {
  const folder = organisation();
  for (const name of ['issues', 'seiten']) rmSync(join(folder, 'content', name), { recursive: true });
  return folder;
});

const texts = [
  ['a newsletter of its own shape', newsletter, { key: '2026-kw18', sections: 2 }],
  ...(seedNewsletter
    ? [['the newsletter in SEED_NEWSLETTER', seedNewsletter, { key: '2025-kw33', sections: 4 }] as const]
    : []),
] as const;

test.each(texts)(
  '%s becomes a page in the browser alone, word by word, with two ticks taken away',
  async (_name, text, { key, sections }) => {
    const page = await browsed.window();
    await page.getByRole('link', { name: 'Einlesen', exact: true }).click();
    await page.getByLabel('Oder Text einfügen').fill(text);
    await page.getByRole('button', { name: 'Einlesen' }).click();
    expect(await axeFindings(page, 'imported')).toEqual([]);
    await page.getByRole('link', { name: 'Text öffnen' }).click();
    await checked(page);
    // What only a person can do is said beside the text.
    expect(await page.locator('#eingelesen-liste').textContent()).toContain('Holen Sie ihre Freigabe ein.');
    expect(await axeFindings(page, 'text with what is left to do')).toEqual([]);
    const path = `ausgaben/${key.slice(0, 4)}/${key.slice(5)}`;
    const slug = /\/\d\d-(.*)\.md$/.exec(decodeURIComponent(page.url()))?.[1];
    await publish(page);
    await page.getByRole('link', { name: /^Ausgabe \d/ }).click();
    await page.locator(`[id="${key}"] .texts a`).first().click();
    await checked(page);
    await publish(page);
    expect(await kurrende(['build', '--no-search', '--no-compression'], browsed.desk.folder)).toMatchObject({
      code: 0,
    });

    const built = async (at: string) => {
      await page.setContent(readFileSync(join(browsed.desk.folder, 'dist', at, 'index.html'), 'utf8'));
      const parts = (selector: string) => page.locator(selector).allTextContents();
      return { parts };
    };
    const issue = await built(path);
    const lead = (await issue.parts('.lead')).join(' ');
    const article = await built(`${path}/${slug}`);
    const credit = /Originalbild: (©[^,]*),/.exec((await article.parts('figcaption')).join(' '))?.[1];
    const label = (await article.parts('.byline a')).find((link) => link.includes('KW')) ?? '';
    const arrived = [
      lead,
      ...(await article.parts('h1')),
      ...(await article.parts('.prose :is(h2, p)')),
      `Bild ${credit} Impressum`,
      label,
    ];
    expect(wordsOf(arrived.join(' '))).toEqual(wordsOf(text));
    expect(await article.parts('.prose h2')).toHaveLength(sections);
  },
  240_000,
);

/** Takes the tick at “Entwurf” away and saves; nothing that stops the text is left to be done. */
async function publish(page: Page): Promise<void> {
  expect(await page.locator('#problemliste li.error, #problemliste li.unfinished').allTextContents()).toEqual([]);
  await page.getByLabel('Entwurf').uncheck();
  await page.getByRole('button', { name: 'Sichern' }).click();
  await page.getByText(/^Gesichert um/).waitFor();
}
