/** Files that the Redaktion's pages and the previews load. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { productRoot } from '../../build/product.ts';
import { houseStyle } from '../../documents/house-style.ts';
import { signSvg } from '../../images/sign.ts';
import { mediaTypeOf } from '../../model/media-types.ts';
import { paletteOf, type Theme, themes } from '../../model/palette.ts';
import { siteStyles } from '../preview/page-renderer.ts';
import type { DeskEnv, DeskParts } from './desk-parts.ts';
import { deskPaths } from './paths.ts';

const styles = join(productRoot, 'src', 'styles');
const fontNames = /^kurrende-[a-z-]+\.woff2$/;
/** As the picture store names them: a hash, a width, an ending. */
const pictureNames = /^[0-9a-f]{12}-[\w-]+\.[a-z]{2,5}$/;

export function addFiles(app: Hono<DeskEnv>, { browser, desk, store, siteTitle }: DeskParts): void {
  const css = { 'Content-Type': 'text/css; charset=utf-8' };
  app.get(deskPaths.script, (context) =>
    context.body(browser.script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  app.get(deskPaths.styles, (context) => context.body(browser.styles, 200, css));
  app.get(siteStyles, (context) => context.body(browser.siteStyles, 200, css));
  app.get('/src/styles/fonts/:name', async (context) => {
    const name = context.req.param('name');
    if (!fontNames.test(name)) return context.notFound();
    return context.body(new Uint8Array(await readFile(join(styles, 'fonts', name))), 200, {
      'Content-Type': 'font/woff2',
    });
  });
  app.get(deskPaths.house, async (context) => {
    const site = desk.site() ?? { theme: 'kurrende' as const };
    const layers = await readFile(join(styles, 'layers.css'), 'utf8');
    return context.body(houseStyle(site, layers, await themeRules(site.theme)), 200, css);
  });
  app.get(deskPaths.sign, (context) => {
    const site = desk.site() ?? { theme: 'kurrende' as const };
    return context.body(signSvg(siteTitle(), paletteOf(site)), 200, { 'Content-Type': 'image/svg+xml; charset=utf-8' });
  });
  app.get('/bilder/:name', async (context) => {
    const name = context.req.param('name');
    const bytes = pictureNames.test(name) ? await store.read(name).catch(() => undefined) : undefined;
    if (!bytes) return context.notFound();
    return context.body(new Uint8Array(bytes), 200, {
      'Content-Type': mediaTypeOf(name) ?? 'application/octet-stream',
    });
  });
}

function themeRules(theme: Theme): Promise<string> {
  const file = themes.find((one) => one === theme && one !== 'kurrende');
  return file === undefined ? Promise.resolve('') : readFile(join(styles, 'themes', `${file}.css`), 'utf8');
}
