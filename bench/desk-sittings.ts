/** The screens of the Redaktion for the gallery and the editors' manual, each brought to what shall be seen. */
import { execFileSync } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { newsletter } from '../tests/import/newsletter.ts';
import { checked, typeAtEnd, write } from '../tests/redaktion/typing.ts';
import { startDesk } from './desk-process.ts';
import { settings } from './example-site.ts';
import { deskShots, type Shot } from './shots.ts';

interface DeskSitting extends Shot {
  pose: (page: Page) => Promise<unknown>;
}

const article = 'content/issues/2026-kw49/01-bilder-und-nachweise.md';
const picture = 'content/issues/2026-kw43/winterdienst.png';

/** Starts a Redaktion on `folder`, in which somebody has already written, and gives its screens. */
export async function deskSittings(
  folder: string,
  browser: Browser,
): Promise<{ sittings: DeskSitting[]; stop: () => Promise<void> }> {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder });
  git('init', '--quiet');
  git('config', 'user.name', 'Erika Mustermann');
  git('config', 'user.email', 'erika@rathaus.example');
  const { address, stop } = await startDesk(settings(folder));
  const desk = { origin: new URL(address).origin };
  const enter = (page: Page) => page.goto(address);
  const first = await browser.newPage({ locale: 'de-DE' });
  await enter(first);
  for (const sentence of ['Ein Nachweis steht immer beim Bild.', 'Auch in der E-Mail.']) {
    await write(first, desk, article);
    await typeAtEnd(first, `\n\n${sentence}`);
    await first.keyboard.press('Control+s');
    await first.getByText(/^Gesichert um/).waitFor();
  }
  await first.close();
  const preview = (page: Page) => page.frameLocator('#vorschau-bild').locator('h1').first().waitFor();

  const poses: Record<keyof typeof deskShots, DeskSitting['pose']> = {
    overview: enter,
    imported: async (page) => {
      await enter(page);
      await page.goto(`${desk.origin}/einlesen/`);
      await page.getByLabel('Oder Text einfügen').fill(newsletter);
      await page.getByRole('button', { name: 'Einlesen' }).click();
      await page.getByRole('link', { name: 'Text öffnen' }).waitFor();
      // Each look imports it once more, into an issue that is made for it.
      const [file] = await page
        .locator('a.button')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      const text = new URL(String(file), desk.origin).searchParams.get('datei') ?? '-/-';
      rmSync(join(folder, dirname(text)), { recursive: true, force: true });
    },
    picture: async (page) => {
      await enter(page);
      await write(page, desk, article);
      await page.getByRole('button', { name: 'Bild', exact: true }).click();
      await page.getByLabel(/^Bild hierher/).setInputFiles(join(folder, picture));
      await page.getByText('liegt jetzt bei der Ausgabe').waitFor();
      for (const added of globSync('content/issues/2026-kw49/winterdienst*', { cwd: folder }))
        rmSync(join(folder, added));
      await page.evaluate(() => scrollTo(0, 0));
    },
    writing: async (page) => {
      await enter(page);
      await write(page, desk, article);
      await typeAtEnd(page, '\n\nDas Angebot kostet 5 €. [Mehr](https://)');
      await checked(page, 1);
      await preview(page);
      await page.evaluate(() => scrollTo(0, 0));
    },
    history: async (page) => {
      await enter(page);
      await page.goto(`${desk.origin}/verlauf/?datei=${article}`);
    },
  };
  const sittings = Object.entries(deskShots).map(([name, shot]) => ({
    ...shot,
    pose: poses[name as keyof typeof deskShots],
  }));
  return { sittings, stop };
}
