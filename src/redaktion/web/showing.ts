/** What is handed out before it is published: a page as one file, and the mail of an issue as a mail program opens it. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Context, Hono } from 'hono';
import { productRoot } from '../../build/product.ts';
import { houseStyle } from '../../documents/house-style.ts';
import { composeEdition, EditionTooHeavy, SenderMissing } from '../../mail/edition.ts';
import { messageFor } from '../../mail/message.ts';
import { rawMessage } from '../../mail/mime.ts';
import { mediaTypeOf } from '../../model/media-types.ts';
import { momentOf } from '../../model/release.ts';
import { UserError } from '../../model/user-error.ts';
import { showingWords } from '../../words/redaktion.ts';
import { siteStyles } from '../preview/page-renderer.ts';
import { shownText } from '../preview/previews.ts';
import { pageFile, type ReadPart } from '../showing/page-file.ts';
import type { DeskEnv, DeskParts } from './desk-parts.ts';
import { deskPaths } from './paths.ts';

export function addShowing(app: Hono<DeskEnv>, { desk, access, store, renderer, browser }: DeskParts): void {
  const download = (context: Context, name: string, type: string, body: string | Uint8Array<ArrayBuffer>) =>
    context.body(body, 200, { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` });
  const opened = (context: Context) => {
    const open = desk.open(context.req.query('datei') ?? '');
    const library = desk.library();
    return open && library ? { open, library } : undefined;
  };

  app.get(deskPaths.showPage, async (context) => {
    const found = opened(context);
    if (!found) return context.notFound();
    const { open, library } = found;
    const parts = { origin: access.origins[0] ?? '', today: desk.today(), store, renderer };
    const shown = await shownText('page', open, library, parts);
    if (!shown) throw new UserError(showingWords.notYet);
    const read: ReadPart = async (path) => {
      if (path === siteStyles) return { bytes: Buffer.from(browser.siteStyles), mediaType: 'text/css' };
      if (path === deskPaths.house)
        return { bytes: Buffer.from(houseStyle(library.site, '', '')), mediaType: 'text/css' };
      if (/^\/src\/styles\/fonts\/kurrende-[a-z-]+\.woff2$/.test(path)) {
        return { bytes: await readFile(join(productRoot, path)), mediaType: 'font/woff2' };
      }
      const bytes = path.startsWith('/bilder/') ? await store.read(path).catch(() => undefined) : undefined;
      return bytes && { bytes, mediaType: mediaTypeOf(path) ?? 'image/jpeg' };
    };
    const note = showingWords.note(library.site.title, desk.today());
    const name = `${basename(open.file, '.md')}.html`;
    return download(
      context,
      name,
      'text/html; charset=utf-8',
      await pageFile(shown.html, library.site.publicUrl, note, read),
    );
  });

  app.get(deskPaths.showMail, async (context) => {
    const found = opened(context);
    const issue = found?.library.issues.find(({ key }) => key === found.open.issue);
    if (!found || !issue) throw new UserError(showingWords.notYet);
    const { publicUrl, editors } = found.library.site;
    try {
      const edition = await composeEdition(found.library, issue, publicUrl);
      const recipient = { address: editors.email, token: 'muster' };
      const date = momentOf(issue).toInstant();
      const raw = await rawMessage(messageFor(edition, recipient, { aboUrl: publicUrl, date }));
      return download(context, `${issue.key}.eml`, 'message/rfc822', new Uint8Array(raw));
    } catch (error) {
      if (error instanceof EditionTooHeavy || error instanceof SenderMissing) throw new UserError(error.message);
      throw error;
    }
  });
}
