import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { organisation, serving } from '../cli/command-line.ts';
import { logoSvg } from '../images/sample-logo.ts';
import { launch } from './browser.ts';
import { browsedSite, screens, story } from './site.ts';

/** Sets the looks of a copy of the example content. */
function furnish(contentFolder: string, settings: string): void {
  const file = join(contentFolder, 'site.md');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^colours:\n(?: .*\n)+/m, settings));
}

const house = { light: '#7a0019', dark: '#ffb3c1' };
const colours = `colours: {light: "${house.light}", dark: "${house.dark}"}\n`;

/** The values of the design system, as it publishes them. */
const kern = {
  light: { paper: '#ffffff', text: '#131525', quiet: '#51577a', line: '#d6d9e6' },
  dark: { paper: '#131525', text: '#f3f4f8', quiet: '#b9bed3', line: '#3b4060' },
};
const own = {
  light: { paper: '#fbfaf6', text: '#1b1a18', quiet: '#57534b', line: '#d8d3c6' },
  dark: { paper: '#17191c', text: '#ece9e2', quiet: '#b6b1a7', line: '#3d4148' },
};

/** The computed colours of a page, in hexadecimal. */
function coloursOf(page: Page) {
  return page.evaluate(() => {
    const hex = (selector: string, property: string) => {
      const element = document.querySelector(selector);
      const colour = element ? getComputedStyle(element).getPropertyValue(property) : '';
      const parts = (colour.match(/\d+/g) ?? []).slice(0, 3);
      return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
    };
    return {
      paper: hex('body', 'background-color'),
      text: hex('h1', 'color'),
      quiet: hex('.kicker', 'color'),
      line: hex('.site-header', 'border-bottom-color'),
      link: hex('main a', 'color'),
      week: hex('.ruler a[aria-current]', 'color'),
    };
  });
}

describe.each(['light', 'dark'] as const)('on %s paper', (colorScheme) => {
  test('a build has the theme and the colours of site.md', async () => {
    const found = await site.visit(story, { colorScheme }, coloursOf);
    expect(found).toEqual({ ...kern[colorScheme], link: house[colorScheme], week: house[colorScheme] });
  });

  test('the logo of the house stands above every page, and leads home from all others', async () => {
    for (const path of ['/', story]) {
      const logo = await site.visit(path, { colorScheme, viewport: screens.phone }, (page) =>
        page.evaluate(async () => {
          const image = document.querySelector<HTMLImageElement>('.site-header img');
          await image?.decode();
          const { width = 0, height = 0, right = 0 } = image?.getBoundingClientRect() ?? {};
          return {
            alt: image?.alt,
            svg: image && (await (await fetch(image.currentSrc)).text()),
            leadsTo: image?.closest('a')?.getAttribute('href'),
            ratio: width / height,
            fits: right > 0 && right < innerWidth,
          };
        }),
      );
      expect(logo).toEqual({
        alt: 'Zweckverband Musterland',
        svg: expect.stringContaining(`fill="${house[colorScheme]}"`),
        leadsTo: path === '/' ? undefined : '/',
        ratio: expect.closeTo(3, 1),
        fits: true,
      });
    }
  });

  test('the sign in the tab has the colour of the house', async () => {
    const stroke = await site.visit('/zeichen.svg', { colorScheme }, (page) =>
      page.evaluate(() => {
        const path = document.querySelector('path');
        return path?.getAttribute('stroke');
      }),
    );
    expect(stroke).toBe(house.light);
    const icon = await (await fetch(`${site.origin}/zeichen.svg`)).text();
    expect(icon).toContain(`@media(prefers-color-scheme:dark){path{stroke:${house.dark}}}`);
  });
});

const site = browsedSite((content) => {
  furnish(
    content,
    `${colours}theme: kern\nlogo: {file: logo.svg, alt: Zweckverband Musterland, dark: logo-dunkel.svg}\n`,
  );
  writeFileSync(join(content, 'logo.svg'), logoSvg(house.light));
  writeFileSync(join(content, 'logo-dunkel.svg'), logoSvg(house.dark));
});

test('on paper the logo is the one for light surroundings', async () => {
  await site.visit('/', { colorScheme: 'dark' }, async (page) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const shown = () =>
      page.evaluate(async () => {
        const image = document.querySelector<HTMLImageElement>('.site-header img');
        return image && (await (await fetch(image.currentSrc)).text());
      });
    await expect.poll(shown).toContain(`fill="${house.light}"`);
  });
});

test('the pages of the Abo service have the logo from the site, in both forms', () => {
  const shell = readFileSync(join(site.folder, 'server', 'abo', 'shell.html'), 'utf8');
  expect(shell.match(/https:\/\/kurrende\.example\/bilder\/\w+-logo\.svg/g)).toHaveLength(2);
  expect(shell).toContain(`--color-accent:${house.light}`);
});

test('the preview has the theme and the colours of site.md, whatever order it loads its styles in', async () => {
  const folder = organisation();
  furnish(join(folder, 'content'), `${colours}logo: {file: logo.svg, alt: Zweckverband Musterland}\n`);
  writeFileSync(join(folder, 'content', 'logo.svg'), logoSvg());
  const { origin } = await serving(['dev'], folder);
  const browser = await launch();
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme });
    // A busy machine compiles for long before the first page.
    await page.goto(origin + story, { waitUntil: 'networkidle', timeout: 120_000 });
    const expected = { ...own[colorScheme], link: house[colorScheme], week: house[colorScheme] };
    // The first page is loaded once more, as soon as what the preview needs has been found.
    await expect.poll(() => coloursOf(page).catch(String)).toEqual(expected);
    // A logo for light paper alone stands on some.
    const ground = await page.evaluate(() => {
      const image = document.querySelector('.site-header img');
      return image && getComputedStyle(image).backgroundColor;
    });
    expect(ground).toBe(colorScheme === 'dark' ? 'rgb(255, 255, 255)' : 'rgba(0, 0, 0, 0)');
    await page.close();
  }
  await browser.close();
});
