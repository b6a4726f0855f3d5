import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemMail } from '../../src/mail/system-mail.ts';
import { launch } from '../browser/browser.ts';
import { inSite, library } from '../reader/sample-content.ts';
import { date, origin, sampleEdition } from './sample-edition.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const house = { light: '#7a0019', dark: '#ffb3c1' };
const settings = (theme: string) => `theme: ${theme}\ncolours: {light: "${house.light}", dark: "${house.dark}"}`;

/** The papers, text and quiet text of the themes, as their designers give them. */
const themes = {
  kurrende: {
    light: { paper: '#fbfaf6', text: '#1b1a18', quiet: '#57534b' },
    dark: { paper: '#17191c', text: '#ece9e2', quiet: '#b6b1a7' },
  },
  kern: {
    light: { paper: '#ffffff', text: '#131525', quiet: '#51577a' },
    dark: { paper: '#131525', text: '#f3f4f8', quiet: '#b9bed3' },
  },
} as const;

const cases = (['kurrende', 'kern'] as const).flatMap((theme) =>
  (['light', 'dark'] as const).map((scheme) => ({ theme, scheme })),
);

/** A mail as a program shows it that knows both kinds of surroundings. */
async function shown<T>(html: string, colorScheme: 'light' | 'dark', look: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ colorScheme });
  await page.route('**/*', (route) => route.fulfill({ status: 404 }));
  await page.setContent(html);
  try {
    return await look(page);
  } finally {
    await page.close();
  }
}

/** Computed colours in hexadecimal, by the name of what has them. */
function coloursOf(page: Page, selectors: Record<string, [selector: string, property: string]>) {
  return page.evaluate((wanted) => {
    const hex = (colour: string) =>
      `#${(colour.match(/\d+/g) ?? [])
        .slice(0, 3)
        .map((part) => Number(part).toString(16).padStart(2, '0'))
        .join('')}`;
    return Object.fromEntries(
      Object.entries(wanted).map(([name, [selector, property]]) => {
        const element = document.querySelector(selector);
        return [name, element ? hex(getComputedStyle(element).getPropertyValue(property)) : `no ${selector}`];
      }),
    );
  }, selectors);
}

describe.each(cases)(
  'with the theme $theme and the colours of a house, in $scheme surroundings',
  ({ theme, scheme }) => {
    const expected = { ...themes[theme][scheme], link: house[scheme] };

    it('the e-mail edition has those', async () => {
      const { html } = await sampleEdition({}, settings(theme));
      const found = await shown(html, scheme, (page) =>
        coloursOf(page, {
          paper: ['body', 'background-color'],
          text: ['h1', 'color'],
          quiet: ['.kicker', 'color'],
          link: ['.note a', 'color'],
          name: ['.name', 'color'],
          week: ['.now', 'background-color'],
        }),
      );
      expect(found).toEqual({ ...expected, name: house[scheme], week: house[scheme] });
    });

    it('a mail that answers what somebody did has those', async () => {
      const { site } = library(inSite(settings(theme)));
      const mail = {
        subject: 'Betreff',
        paragraphs: ['Guten Tag.'],
        link: { text: 'Ja', url: 'https://abo.blatt.example/' },
      };
      const delivery = {
        from: { name: 'Blatt', address: 'blatt@blatt.example' },
        to: 'leserin@rathaus.example',
        messageId: '<eins@blatt.example>',
        date,
      };
      const found = await shown(systemMail(site, origin, mail, delivery).html, scheme, (page) =>
        coloursOf(page, {
          paper: ['body', 'background-color'],
          text: ['h1', 'color'],
          quiet: ['.quiet', 'color'],
          link: ['a', 'color'],
        }),
      );
      expect(found).toEqual(expected);
    });
  },
);

describe('the logo in the e-mail edition', () => {
  const file = { 'content/logo.svg': 'x', 'content/dunkel.svg': 'x' };
  const logoIn = (page: Page) =>
    page.evaluate(() => {
      const image = document.querySelector<HTMLImageElement>('.logo img');
      const { backgroundColor = '', paddingTop = '' } = image ? getComputedStyle(image) : {};
      return {
        alt: image?.alt,
        src: image?.currentSrc,
        width: image?.width,
        height: image?.height,
        backgroundColor,
        paddingTop,
      };
    });

  it('is a PNG of the right size on the own host, another in dark surroundings', async () => {
    const { html } = await sampleEdition(file, 'logo: {file: logo.svg, alt: Zweckverband Muster, dark: dunkel.svg}');
    const light = { alt: 'Zweckverband Muster', src: `${origin}/bilder/logo-papier.png`, paddingTop: '0px' };
    expect(await shown(html, 'light', logoIn)).toMatchObject(light);
    expect(await shown(html, 'dark', logoIn)).toMatchObject({ ...light, src: `${origin}/bilder/dunkel-papier.png` });
    expect(html).toMatch(/<img src="[^"]+logo-papier\.png" alt="Zweckverband Muster" width="120" height="40"/);
  });

  it('keeps its light paper around it in the dark where there is no other', async () => {
    const { html } = await sampleEdition(file, 'logo: {file: logo.svg, alt: Zweckverband Muster}\ntheme: kern');
    expect(await shown(html, 'light', logoIn)).toMatchObject({ paddingTop: '0px' });
    expect(await shown(html, 'dark', logoIn)).toMatchObject({
      paddingTop: '6px',
      backgroundColor: 'rgb(255, 255, 255)',
    });
  });

  it('is in no mail of a house without one', async () => {
    expect((await sampleEdition()).html).not.toMatch(/class="logo"|plate/);
  });
});
