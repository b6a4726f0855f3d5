/** The one door for those who have no access: whoever has the key of a link sees the page that was handed out with it. */
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { policyAllowing } from '../../delivery/content-security-policy.ts';
import { houseStyle } from '../../documents/house-style.ts';
import { contentFiles } from '../../model/content-files.ts';
import { guestWords } from '../../words/handing-out.ts';
import { guestPage } from '../showing/hand-out-part.ts';
import type { DeskEnv, DeskParts } from './desk-parts.ts';
import { deskPaths } from './paths.ts';

/** Of the page that asks for the key. */
const asking = (nonce: string) =>
  policyAllowing({ 'script-src': ["'self'"], 'style-src': [`'nonce-${nonce}'`], 'form-action': ["'self'"] });

/** Of what is handed out: it has everything in it, and nothing runs. */
const shown = policyAllowing({ 'style-src': ["'unsafe-inline'"], 'img-src': ['data:'], 'font-src': ['data:'] });

export function addGuests(app: Hono<DeskEnv>, { desk, browser, handOuts }: DeskParts): void {
  if (!handOuts) return;
  // Whoever has no access makes nobody read the whole content: the house's colours are in one file.
  // Nor is anything else handed out here: the page is set in the fonts that its reader has.
  const withoutFonts = browser.styles.replace(/@font-face\s*\{[^}]*\}/g, '');
  let house: { version: string | undefined; style: string } | undefined;
  const styles = () => {
    const version = desk.open(contentFiles.site)?.version;
    if (!house || house.version !== version) {
      const site = desk.library()?.site;
      house = { version, style: site ? houseStyle(site, '', '') : '' };
    }
    return withoutFonts + house.style;
  };

  app.get(deskPaths.guestScript, (context) =>
    context.body(browser.guestScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  app.get(deskPaths.guests, (context) => {
    const nonce = context.get('nonce');
    context.header('Content-Security-Policy', asking(nonce));
    return context.html(guestPage(styles(), nonce, { title: guestWords.title, text: guestWords.explain, asks: true }));
  });
  app.post(deskPaths.guests, bodyLimit({ maxSize: 10_000 }), async (context) => {
    const { schluessel } = await context.req.parseBody();
    const html = typeof schluessel === 'string' ? await handOuts.open(schluessel.trim()) : undefined;
    if (html === undefined) {
      const nonce = context.get('nonce');
      context.header('Content-Security-Policy', asking(nonce));
      const words = { title: guestWords.gone, text: guestWords.goneText, asks: false };
      return context.html(guestPage(styles(), nonce, words), 410);
    }
    context.header('Content-Security-Policy', shown);
    return context.html(html);
  });
}
