import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { browsedSite, screens } from './site.ts';

const record = (file: string) =>
  `{file: ${file}, alt: Ein Plan, credit: Zweckverband Kommunale IT Musterland, licence: own, medium: drawing, consent: not-needed}`;

const site = browsedSite((content) => {
  const folder = join(content, 'issues', '2026-kw47');
  for (const name of ['eins.png', 'zwei.png']) copyFileSync(join(folder, 'wochenjahr-2027.png'), join(folder, name));
  writeFileSync(
    join(folder, '04-stimmen.md'),
    `---
id: tag:kurrende.example,2026-11-24:stimmen
title: Voices and boxes
kind: news
lang: en
summary: Short.
ai: assisted
pictures: [${record('eins.png')}, ${record('zwei.png')}]
---

> "It is good."
> – Erika Mustermann, Treasurer

> **Note:** Closed on Friday.

![Eins](eins.png)
![Zwei](zwei.png)
`,
  );
});
const path = '/ausgaben/2026/kw47/stimmen/';

test('two pictures stand side by side, on a phone too, each above its own credit', async () => {
  for (const screen of ['phone', 'desktop'] as const) {
    const places = await site.visit(path, { viewport: screens[screen] }, async (page) => {
      await page.goto(site.origin + path);
      return page.locator('.pair > figure').evaluateAll((figures) =>
        figures.map((figure) => {
          const { left, top, bottom } = figure.getBoundingClientRect();
          const credit = figure.querySelector('figcaption')?.getBoundingClientRect();
          return {
            left,
            top,
            bottom,
            isInside: credit !== undefined && credit.top > top && credit.bottom <= bottom + 1,
          };
        }),
      );
    });
    const [first, second] = places;
    if (!first || !second) throw new Error('no pair');
    expect(places.map(({ isInside }) => isInside)).toEqual([true, true]);
    expect([second.top, second.left > first.left]).toEqual([first.top, true]);
  }
});

test('a screen reader meets a statement with its speaker, a note by its name, and each language as what it is', async () => {
  await site.visit(path, { viewport: screens.desktop }, async (page) => {
    await page.goto(site.origin + path);
    const article = page.getByRole('article');
    expect(await article.getByRole('note', { name: 'Note' }).textContent()).toContain('Closed on Friday.');
    const voice = article.getByRole('figure').filter({ has: page.getByRole('blockquote') });
    expect(await voice.locator('figcaption').textContent()).toBe('Erika Mustermann, Treasurer');
    const languageOf = (text: string) =>
      article.getByText(text).evaluate((element) => element.closest('[lang]')?.getAttribute('lang'));
    expect(await languageOf('It is good.')).toBe('en');
    expect(await languageOf('Beim Schreiben hat eine KI geholfen.')).toBe('de');
    expect(
      await article.getByRole('heading', { level: 1 }).evaluate((one) => one.closest('[lang]')?.getAttribute('lang')),
    ).toBe('en');
  });
});

test('a list marks title and summary of an article in another language', async () => {
  const html = await (await fetch(`${site.origin}/ausgaben/2026/kw47/`)).text();
  expect(html).toMatch(/Nachricht · Englisch<\/p>\s*<h\d lang="en"><a href="[^"]*stimmen\/">Voices and boxes<\/a>/);
  expect(html).toContain('<p lang="en">Short.</p>');
});
