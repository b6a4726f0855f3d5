import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong with a mail: `rule: element`. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: loaded } = globalThis as unknown as { axe: typeof axe };
    // Landmarks are those of the program that shows the mail.
    const rules = { region: { enabled: false }, 'landmark-one-main': { enabled: false } };
    const { violations } = await loaded.run(document, { rules });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}
