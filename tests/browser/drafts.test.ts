import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import axe from 'axe-core';
import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { kurrende, organisation, serving } from '../cli/command-line.ts';
import { preparedOrganisation } from '../cli/organisations.ts';
import { launch } from './browser.ts';
import { screens } from './site.ts';

const id = (name: string) => `id: tag:kurrende.example,2026-12-10:${name}`;

/** A draft issue with one article that has several faults, and one whose head can't be read. */
const files: Record<string, string> = {
  'index.md': `---\n${id('ausgabe')}\ntitle: Wintermarkt\ndraft: true\n---\n\nDas [Programm](nirgends.md) steht.\n`,
  '01-lichter.md': `---
${id('lichter')}
title: Lichter am Rathaus
kind: event
summary:
image: {file: lichter.jpg, credit: Stadtarchiv, licence: own, consent: not-needed}
draft: true
---

Der erste Absatz ist gut.

Der zweite hat [eine Satzung](satzung.md), der fehlt.
`,
  '02-dienste.md': `---\n${id('dienste')}\ntitle: Dienste: alle\nkind: news\ndraft: true\n---\n\nDer Text ist da.\n`,
  '03-leer.md': 'draft: true\n\nEin Text ohne Kopf.\n',
};

function addDrafts(folder: string): void {
  const issue = join(folder, 'content', 'issues', '2026-kw50');
  mkdirSync(issue);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(issue, name), text);
}

const address = '/ausgaben/2026/kw50/';

const looks: Record<string, BrowserContextOptions> = {
  'light, at a desk': { viewport: screens.desktop, colorScheme: 'light' },
  'dark, at a desk': { viewport: screens.desktop, colorScheme: 'dark' },
  'light, on a phone': { viewport: screens.phone, colorScheme: 'light' },
  'dark, on a phone': { viewport: screens.phone, colorScheme: 'dark' },
};

describe('a draft with several faults', () => {
  test('is shown by the preview, with each at its place', async () => {
    const folder = organisation();
    addDrafts(folder);
    const { origin } = await serving(['dev'], folder);
    const browser = await launch();
    const page = await browser.newPage();

    await page.goto(`${origin}${address}lichter/`, { waitUntil: 'networkidle', timeout: 120_000 });
    /** What stands directly before or behind an element. */
    const beside = (selector: string, side: 'previous' | 'next') =>
      page
        .locator(selector)
        .evaluate(
          (element, name) =>
            (name === 'next' ? element.nextElementSibling : element.previousElementSibling)?.textContent ?? '',
          side,
        );
    expect(await beside('header .lead', 'next')).toContain('(Zeile 5, Feld summary). Gefunden: ein leeres Feld.');
    expect(await beside('.prose p:has(a[href="satzung.md"])', 'previous')).toBe(
      'Noch zu tun (Zeile 12). Gefunden: einen Link auf „satzung.md“; diese Seite gibt es nicht.' +
        'Erwartet: eine Seite dieser Website oder eine vollständige Adresse mit https://.' +
        'Korrigieren Sie den Link.',
    );
    const marks = await page.getByRole('note', { name: 'Noch zu tun' }).allTextContents();
    for (const field of ['image.alt', 'image.file', 'event']) {
      expect(marks.filter((text) => text.includes(`Feld ${field})`))).toHaveLength(1);
    }
    expect(marks).toHaveLength(5);

    await page.goto(`${origin}${address}dienste/`);
    expect(await page.locator('h1').textContent()).toBe('Dienste: alle');
    expect(await beside('h1', 'next')).toBe('Entwurf');
    expect(await page.getByRole('note').allTextContents()).toEqual([
      expect.stringMatching(/Doppelpunkt.*Erwartet: .*Anführungszeichen/s),
    ]);
    expect(await page.locator('.prose').textContent()).toBe('Der Text ist da.');

    await page.goto(`${origin}${address}leer/`);
    expect(await page.getByRole('note').allTextContents()).toEqual([expect.stringContaining('keinen Kopf')]);

    await page.goto(origin + address);
    const list = page.getByRole('region', { name: 'Noch zu tun in dieser Ausgabe' });
    expect(await list.getByRole('listitem').count()).toBe(9);
    expect(await list.getByRole('listitem').allTextContents()).toContainEqual(
      expect.stringMatching(/^\s*Lichter am Rathaus\s*\(Zeile 5, Feld summary\)\. Gefunden: ein leeres Feld\.\s*$/),
    );
    await list.getByRole('link', { name: 'Lichter am Rathaus' }).last().click();
    await page.waitForURL(/\/lichter\/#noch-zu-tun-\d$/);
    expect(await page.locator('.todo:target').textContent()).toContain('satzung.md');

    // The mail of the issue is shown as well, without marks.
    await page.goto(`${origin}/vorschau/mail/2026-kw50/`);
    expect(await page.locator('h1').textContent()).toMatch(/50\.\sKW\s2026/);
    expect(await page.locator('.todo').count()).toBe(0);

    for (const [look, options] of Object.entries(looks)) {
      for (const path of ['', 'lichter/', 'dienste/']) {
        const one = await browser.newPage(options);
        await one.goto(`${origin}${address}${path}`, { waitUntil: 'networkidle', timeout: 120_000 });
        const faults = async () => {
          await one.evaluate(axe.source);
          const { violations } = await one.evaluate(
            (): Promise<AxeResults> => (globalThis as unknown as { axe: typeof axe }).axe.run(document),
          );
          const broader = await one.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          return [
            ...violations.flatMap((rule) => rule.nodes.map(({ html }) => `${rule.id}: ${html}`)),
            ...(broader > 0 ? [`${look}: /${path} is ${broader} pixels too broad`] : []),
          ];
        };
        // A preview loads a page once more as soon as it has found what it needs.
        await expect.poll(() => faults().catch(String), { timeout: 30_000 }).toEqual([]);
      }
    }
    await browser.close();
  }, 180_000);

  test('gets into no build', async () => {
    const folder = await preparedOrganisation();
    expect(await kurrende(['build'], folder)).toMatchObject({ code: 0 });
    const without = join(folder, 'without');
    cpSync(join(folder, 'dist'), without, { recursive: true });
    rmSync(join(folder, 'dist'), { recursive: true });
    addDrafts(folder);
    expect(await kurrende(['build'], folder)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Noch zu tun in Entwürfen: 9 Stellen.'),
    });
    const built = (root: string) =>
      globSync('**/*', { cwd: root, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
        .sort();
    const names = built(without);
    expect(built(join(folder, 'dist'))).toEqual(names);
    expect(names.length).toBeGreaterThan(50);
    const different = names.filter(
      (name) => !readFileSync(without + name).equals(readFileSync(join(folder, 'dist') + name)),
    );
    expect(different).toEqual([]);
    const pages = names.filter((name) => name.endsWith('.html')).map((name) => readFileSync(without + name, 'utf8'));
    expect(pages.filter((html) => /noch-zu-tun|class="(?:todo|missing|preview)"/.test(html))).toEqual([]);
  }, 180_000);
});
