/** The service's pages: words, and at most one button or the form, in the site's frame. */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Context } from 'hono';
import { policyAllowing } from '../../delivery/content-security-policy.ts';
import { addresses } from '../../model/address.ts';
import type { ServiceFacts } from '../../model/service-facts.ts';
import { leaveForm } from '../../views/abo/leave-form.ts';
import { type Refused, subscriptionForm } from '../../views/abo/subscription-form.ts';
import { type PageWords, serviceFrameWords } from '../../words/subscription.ts';
import { fillShell, type Shell } from './shell.ts';

/** What the pages stand in, as the site's last build left it. */
export interface ServiceFrame {
  facts: ServiceFacts;
  shell: Shell;
}

export interface Page extends PageWords {
  status: 200 | 400 | 403 | 404 | 409 | 410 | 413 | 429 | 500 | 503;
  /** A button that posts to the page's own address. */
  button?: string;
  /** The form, with what was refused if anything was. */
  form?: { refused?: Refused };
  /** The form that asks for the link to leave. */
  leaveForm?: { refused?: Refused };
  /** A way back to where one can subscribe. */
  hasWayBack?: boolean;
}

/** Answers with a page that is kept nowhere, shown in no other site's frame, and runs no script. */
export function answer(context: Context, { facts, shell }: ServiceFrame, page: Page): Response {
  context.header('Content-Security-Policy', contentSecurityPolicy(facts, shell));
  return context.html(fillShell(shell, page.title, toHtml(content(page, facts))), page.status);
}

function content(
  { title, paragraphs, button, form, leaveForm: leaving, hasWayBack }: Page,
  facts: ServiceFacts,
): ElementContent[] {
  const parts: ElementContent[] = [h('h1', title), ...paragraphs.map((text) => h('p', text))];
  if (button) parts.push(h('form', { method: 'post' }, [h('p', h('button', { type: 'submit' }, button))]));
  if (form) parts.push(subscriptionForm(facts.form, facts.aboUrl, facts.siteUrl, form.refused));
  if (leaving) parts.push(leaveForm(facts.aboUrl, leaving.refused));
  if (hasWayBack) parts.push(h('p', h('a', { href: facts.siteUrl + addresses.subscribe }, serviceFrameWords.toForm)));
  return parts;
}

/** Form targets are the service itself; pictures and fonts of the frame come from the site. */
function contentSecurityPolicy({ siteUrl, aboUrl }: ServiceFacts, { styleHashes }: Shell): string {
  return policyAllowing({
    'style-src': styleHashes.length > 0 ? styleHashes : ["'none'"],
    'img-src': [siteUrl, 'data:'],
    'font-src': [siteUrl],
    'form-action': ["'self'", aboUrl],
  });
}
