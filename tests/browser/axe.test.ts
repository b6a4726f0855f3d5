import type { AxeResults } from 'axe-core';
import axe from 'axe-core';
import type { BrowserContextOptions } from 'playwright-core';
import { expect, test } from 'vitest';
import { browsedSite, screens } from './site.ts';

const site = browsedSite();

const looks: Record<string, BrowserContextOptions> = {
  light: { viewport: screens.desktop, colorScheme: 'light' },
  dark: { viewport: screens.desktop, colorScheme: 'dark' },
  '320 px wide': { viewport: screens.narrow, colorScheme: 'light' },
};

/** WCAG 2.2 A and AA (target size is in the last) and what axe calls best practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test.each(Object.keys(looks))(
  'axe finds nothing on any page type: %s',
  async (look) => {
    const found: [path: string, what: string][] = [];
    const applied = new Set<string>();
    const paths = site.types.map(({ path }) => path);
    await site.visitEach(paths, looks[look] ?? {}, async (page, path) => {
      await page.evaluate(axe.source);
      const { violations, passes } = await page.evaluate(
        (values): Promise<AxeResults> =>
          (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
            runOnly: { type: 'tag', values },
            resultTypes: ['violations'],
          }),
        tags,
      );
      for (const { id } of passes) applied.add(id);
      for (const { id, help, nodes } of violations) {
        for (const { html } of nodes) found.push([path, `${id} (${help}): ${html}`]);
      }
    });
    expect(found).toEqual([]);
    expect([...applied]).toEqual(expect.arrayContaining(['color-contrast', 'target-size', 'document-title']));
  },
  180_000,
);
