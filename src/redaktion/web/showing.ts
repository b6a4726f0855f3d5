/** What is handed out before it is published: a page as one file, on paper or by a link, and the mail of an issue. */
import { basename } from 'node:path';
import type { Context, Hono } from 'hono';
import { composeEdition, EditionTooHeavy, SenderMissing } from '../../mail/edition.ts';
import { messageFor } from '../../mail/message.ts';
import { rawMessage } from '../../mail/mime.ts';
import type { Library } from '../../model/library.ts';
import { momentOf } from '../../model/release.ts';
import { UserError } from '../../model/user-error.ts';
import { handOutWords, showingWords } from '../../words/handing-out.ts';
import { heldUpByHouse } from '../../words/redaktion.ts';
import { deskMailSentence } from '../../words/redaktion-problems.ts';
import type { OpenText } from '../desk.ts';
import { madePage } from '../showing/hand-out-part.ts';
import { pdfOf, printingProgram } from '../showing/pdf.ts';
import { showPage } from '../showing/show-page.ts';
import type { DeskEnv, DeskParts } from './desk-parts.ts';
import { pageHtml, textTitle } from './frame.ts';
import { deskPaths, textPath } from './paths.ts';

export function addShowing(app: Hono<DeskEnv>, parts: DeskParts): void {
  const { desk, access, store, renderer, browser, handOuts, siteTitle } = parts;
  const download = (context: Context, name: string, type: string, body: string | Uint8Array<ArrayBuffer>) =>
    context.body(body, 200, { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` });
  const opened = (file: unknown) => {
    const open = desk.open(typeof file === 'string' ? file : '');
    if (!open) return undefined;
    const library = desk.libraryToShow();
    if (!library) throw new UserError(heldUpByHouse(desk.brokenHouseFiles()));
    return { open, library };
  };
  const shown = (open: OpenText, library: Library, note: string) =>
    showPage(open, library, note, {
      origin: access.origins[0] ?? '',
      today: desk.today(),
      store,
      renderer,
      siteStyles: browser.siteStyles,
    });
  const nameOf = ({ file }: OpenText, ending: string) => `${basename(file, '.md')}.${ending}`;

  app.get(deskPaths.showPage, async (context) => {
    const found = opened(context.req.query('datei'));
    if (!found) return context.notFound();
    const { open, library } = found;
    const html = await shown(open, library, showingWords.note(library.site.title, desk.today()));
    return download(context, nameOf(open, 'html'), 'text/html; charset=utf-8', html);
  });

  app.get(deskPaths.showPdf, async (context) => {
    const found = opened(context.req.query('datei'));
    const program = printingProgram();
    if (!found || !program) return context.notFound();
    const { open, library } = found;
    const html = await shown(open, library, showingWords.note(library.site.title, desk.today()));
    return download(context, nameOf(open, 'pdf'), 'application/pdf', await pdfOf(html, program));
  });

  app.get(deskPaths.showMail, async (context) => {
    const found = opened(context.req.query('datei'));
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
      if (error instanceof EditionTooHeavy || error instanceof SenderMissing)
        throw new UserError(deskMailSentence(error.message));
      throw error;
    }
  });

  if (!handOuts) return;
  app.post(deskPaths.handOut, async (context) => {
    const { datei, bis } = await context.req.parseBody();
    const found = opened(datei);
    if (!found) return context.notFound();
    const { open, library } = found;
    const until = String(bis);
    const { name: by } = context.get('editor');
    const html = await shown(open, library, handOutWords.note(library.site.title, desk.today(), until));
    const key = await handOuts.make({ file: open.file, version: open.version, by, until, html });
    const link = `${access.origins[0]}${deskPaths.guests}#${key}`;
    const title = textTitle(open);
    const content = madePage(open.file, title, link, until);
    return context.html(
      pageHtml({
        title: handOutWords.made(title),
        siteTitle: siteTitle(),
        path: context.req.path,
        editor: by,
        content,
      }),
    );
  });

  app.post(deskPaths.revoke, async (context) => {
    const { datei, link } = await context.req.parseBody();
    const open = desk.open(String(datei));
    if (!open) return context.notFound();
    await handOuts.revoke(open.file, String(link));
    return context.redirect(textPath(open.file), 303);
  });
}
