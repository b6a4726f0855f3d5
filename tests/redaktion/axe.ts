import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page, and by how much it is wider than its window; `what` is what the page is called. */
export async function axeFindings(page: Page, what: string): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (values): Promise<AxeResults> =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
        iframes: false,
      }),
    tags,
  );
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${what}: ${id} (${help}): ${html}`),
  );
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return width > 0 ? [...found, `${what}: ${width} px too wide`] : found;
}
