import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { simpleParser } from 'mailparser';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { addresses, serviceAddresses } from '../src/model/address.ts';
import { dataFiles } from '../src/store/data-folder.ts';
import { launch } from '../tests/browser/browser.ts';
import { pageTypes } from '../tests/browser/page-types.ts';
import { deskSittings } from './desk-sittings.ts';
import { exampleSite, runCommand, startSite } from './example-site.ts';
import { fileName, galleryPage, isTaken, type Look, looks } from './gallery.ts';
import * as shots from './shots.ts';

const gallery = join(import.meta.dirname, '..', 'docs', 'screenshots');

/** CSS pixels of the window; the picture's width, and the height at which it is cut off. */
const screens = {
  phone: { window: { width: 360, height: 740 }, width: 360, height: 1200 },
  desktop: { window: { width: 1440, height: 900 }, width: 800, height: 1000 },
};

/** CSS pixels of 2 cm, around what is printed. */
const paperMargin = { top: 76, bottom: 76, left: 76, right: 76, background: '#fff' };

/** How a shot is taken: brings a page of a fresh window to what shall be seen. */
interface Sitting extends shots.Shot {
  pose: (page: Page) => Promise<unknown>;
}

/** Builds the example site, takes every picture of the gallery anew and writes the page that shows them. */
export async function takeScreenshots(): Promise<void> {
  const folder = exampleSite('screenshots');
  withdraw(join(folder, 'content', 'issues', '2026-kw01', '02-impressum-aus-angaben.md'));
  const { origin, child } = await startSite(folder);
  const browser = await launch();
  const desk = await deskSittings(exampleSite('screenshots-desk'), browser);
  try {
    runCommand('mail', folder, '2026-kw47');
    rmSync(gallery, { recursive: true, force: true });
    mkdirSync(gallery, { recursive: true });
    const sittings = [
      ...pages(folder, origin),
      ...(await service(folder, origin, browser)),
      ...desk.sittings,
      // Paper leaves its own size and media behind.
      ...editions(folder, origin),
    ];
    for (const look of looks) await takeAll(browser, origin, sittings, look);
    writeFileSync(join(gallery, 'README.md'), galleryPage(sittings));
  } finally {
    await browser.close();
    child.kill('SIGTERM');
    await desk.stop();
  }
}

/** The example content withdraws nothing. */
function withdraw(article: string): void {
  const text = readFileSync(article, 'utf8');
  writeFileSync(
    article,
    text.replace(
      '\ntopics:',
      '\nwithdrawn: Ein Beispiel für einen zurückgezogenen Beitrag.\nwithdrawnOn: 2026-11-23\ntopics:',
    ),
  );
}

function pages(folder: string, origin: string): Sitting[] {
  const at = (path: string) => (page: Page) => page.goto(origin + path);
  const types = new Map<string, string>(pageTypes(join(folder, 'dist')).map(({ name, path }) => [name, path]));
  const ofPages = Object.entries(shots.pageShots).flatMap(([name, shot]): Sitting[] => {
    const path = types.get(name);
    if (!path) return [];
    return [{ ...shot, pose: path === addresses.search ? searching(origin + path) : at(path) }];
  });
  return [
    ...ofPages,
    { ...shots.pictureShot, pose: at('/ausgaben/2026/kw47/redaktionskalender-2027/') },
    { ...shots.eventShot, pose: at('/ausgaben/2026/kw47/redaktionswerkstatt/') },
    { ...shots.withdrawnShot, pose: at('/ausgaben/2026/kw01/impressum-aus-angaben/') },
  ];
}

function searching(url: string) {
  return async (page: Page) => {
    await page.goto(`${url}?q=Woche`);
    await page.locator('[data-search-results] li').first().waitFor();
  };
}

/** Answers of the Abo service; the link for confirming is taken from the mail in its outbox. */
async function service(folder: string, origin: string, browser: Browser): Promise<Sitting[]> {
  const signUp = async (page: Page, email: string) => {
    await page.goto(`${origin}/abo/`);
    const form = page.locator(`form[action$="${serviceAddresses.signUp}"]`);
    await form.evaluate((element: HTMLFormElement) => {
      element.noValidate = true;
    });
    await form.getByLabel('E-Mail-Adresse').fill(email);
    await form.getByRole('button').click();
    await page.waitForURL(origin + serviceAddresses.signUp);
  };
  const page = await browser.newPage();
  await signUp(page, 'erika@rathaus.example');
  const { outbox } = dataFiles(join(folder, 'data'));
  while (globSync('*.eml', { cwd: outbox }).length === 0) await page.waitForTimeout(100);
  await page.close();
  const [file = ''] = globSync('*.eml', { cwd: outbox });
  const { text } = await simpleParser(readFileSync(join(outbox, file)));
  const [link = ''] = text?.match(/http\S+/) ?? [];
  return [
    { ...shots.refusedShot, pose: (one) => signUp(one, 'erika@rathaus') },
    { ...shots.confirmShot, pose: (one) => one.goto(link) },
  ];
}

/** An issue as mail and on paper. */
function editions(folder: string, origin: string): Sitting[] {
  const mail = pathToFileURL(join(folder, 'dist-mail', '2026-kw47', 'ausgabe.html')).href;
  const onPaper = async (page: Page) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    // A4 without its margins.
    await page.setViewportSize({ width: 642, height: 971 });
    await page.goto(`${origin}/ausgaben/2026/kw47/`);
  };
  return [
    { ...shots.mailShot, pose: (page) => page.goto(mail) },
    { ...shots.paperShot, pose: onPaper },
  ];
}

/** All sittings in one look, in one window: it keeps its fonts from page to page, as a reader's does. */
async function takeAll(browser: Browser, origin: string, sittings: readonly Sitting[], look: Look): Promise<void> {
  const { window, width, height } = screens[look.screen];
  const context = await browser.newContext({
    viewport: window,
    colorScheme: look.scheme,
    reducedMotion: 'reduce',
    locale: 'de-DE',
  });
  await picturesFromHere(context, origin);
  const page = await context.newPage();
  await page.goto(origin, { waitUntil: 'networkidle' });
  for (const sitting of sittings.filter((one) => isTaken(one, look))) {
    await sitting.pose(page);
    await loadLatePictures(page);
    const whole = await page.screenshot({ fullPage: !sitting.isWindow });
    const sheet = sitting.isPaper ? await sharp(whole).extend(paperMargin).toBuffer() : whole;
    const { data, info } = await sharp(sheet).resize({ width }).toBuffer({ resolveWithObject: true });
    await sharp(data)
      .extract({ left: 0, top: 0, width, height: Math.min(height, info.height) })
      .webp({ quality: 42, effort: 6 })
      .toFile(join(gallery, fileName(sitting, look)));
  }
  await context.close();
}

/** The mail names its pictures at the published site. */
function picturesFromHere(context: BrowserContext, origin: string): Promise<unknown> {
  return context.route(
    (url) => url.protocol === 'https:',
    async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: origin + pathname }) });
    },
  );
}

function loadLatePictures(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (const picture of document.images) picture.loading = 'eager';
    await Promise.all([...document.images].map((picture) => picture.decode().catch(() => {})));
  });
}
