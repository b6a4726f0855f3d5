/** What all pages answer with. */
import type { Context } from 'hono';
import { notKeptWords } from '../../words/redaktion-new.ts';
import { notKeptPage } from '../create/create-page.ts';
import type { DeskEnv } from './desk-parts.ts';
import { type DeskPage, pageHtml } from './frame.ts';
import { textPath } from './paths.ts';

type GivenPage = Pick<DeskPage, 'title' | 'content'> & Partial<DeskPage>;

/** Answers with pages of a site that is called so. */
export function pageAnswers(siteTitle: () => string) {
  const page = (context: Context<DeskEnv>, given: GivenPage, status: 200 | 422 = 200) =>
    context.html(
      pageHtml({
        siteTitle: siteTitle(),
        path: context.req.path,
        editor: context.get('editor').name,
        script: { nonce: context.get('nonce') },
        ...given,
      }),
      status,
    );
  /** Back to a text after something was done with it; where that is not in the history, it is said first. */
  const backToText = (context: Context<DeskEnv>, file: string, notKept: string | undefined) =>
    notKept === undefined
      ? context.redirect(textPath(file), 303)
      : page(context, { title: notKeptWords.title, content: notKeptPage(file, notKept) });
  return { page, backToText };
}
