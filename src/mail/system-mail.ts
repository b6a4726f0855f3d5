/** Mails that answer what somebody did: confirm, welcome, goodbye. Nothing in them but that (no advertising). */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { addresses } from '../model/address.ts';
import { type HouseLook, type Palette, paletteOf } from '../model/palette.ts';
import { wrap } from '../text/line-wrap.ts';
import { publishedBy } from '../views/site/frame.ts';
import { frameWords } from '../words/frame.ts';
import { mailWords } from '../words/mail.ts';
import { headerLine, mailCharacters } from './characters.ts';
import type { MessageParts } from './mime.ts';

export interface SystemMail {
  subject: string;
  /** Stands before the first paragraph. */
  greeting?: string;
  /** Plain text, each a paragraph. */
  paragraphs: readonly string[];
  /** The one thing to do; it stands after the first paragraph. */
  link?: MailLink;
  /** What else there is to do; it stands at the end. */
  moreLinks?: readonly MailLink[];
}

interface MailLink {
  text: string;
  url: string;
}

/** Whose mail it is, and what it looks like. */
export interface SystemSender extends HouseLook {
  title: string;
  publishers: readonly { name: string }[];
}

export interface SystemDelivery {
  from: MessageParts['from'];
  to: string;
  messageId: string;
  date: Temporal.Instant;
}

/**
 * The mail as both parts with publisher, imprint (§ 5 DDG) and data protection notice, marked as sent by a machine: no
 * holiday notice shall answer (RFC 3834; the second field is for Exchange).
 */
export function systemMail(
  site: SystemSender,
  origin: string,
  mail: SystemMail,
  delivery: SystemDelivery,
): MessageParts {
  return {
    ...delivery,
    subject: headerLine(mail.subject),
    html: mailCharacters(asHtml(site, origin, mail)),
    text: systemMailText(site, origin, mail),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}

/** All that the plain text says; `wrapped` breaks a paragraph into lines. */
export function systemMailText(
  site: SystemSender,
  origin: string,
  { greeting, paragraphs, link, moreLinks = [] }: Omit<SystemMail, 'subject'>,
  wrapped: (paragraph: string) => string = (paragraph) => wrap(paragraph).join('\n'),
): string {
  const [first = '', ...others] = paragraphs.map(wrapped);
  const inText = ({ text, url }: MailLink) => mailWords.addressed(text, url);
  const blocks = [
    ...(greeting ? [greeting] : []),
    first,
    ...(link ? [inText(link)] : []),
    ...others,
    ...moreLinks.map(inText),
  ];
  const signature = ['-- ', site.title, wrapped(publishedBy(site)), ...legalLines(origin)].join('\n');
  return mailCharacters(`${[...blocks, signature].join('\n\n')}\n`);
}

/** One column of paragraphs: no table is needed, and no program gets it wrong. */
function asHtml(
  site: SystemSender,
  origin: string,
  { subject, greeting, paragraphs, link, moreLinks = [] }: SystemMail,
): string {
  const { page, text, quiet, accent } = paletteOf(site);
  const [first = '', ...others] = paragraphs.map((words) => h('p', { style: paragraph }, words));
  const action = ({ text: words, url }: MailLink) =>
    h('p', { style: paragraph }, h('a', { href: url, style: `color:${accent.light}` }, words));
  const content: ElementContent[] = [
    h('h1', { style: 'margin:0 0 16px;font-size:24px;line-height:1.25;font-weight:500' }, subject),
    ...(greeting ? [h('p', { style: paragraph }, greeting)] : []),
    ...(first ? [first] : []),
    ...(link ? [action(link)] : []),
    ...others,
    ...moreLinks.map(action),
    h('p', { className: 'quiet', style: `margin:24px 0 0;font-size:14px;color:${quiet.light}` }, [
      site.title,
      ' · ',
      publishedBy(site),
      ...legalLinks.flatMap(({ label, path }) => [
        ' · ',
        h('a', { href: origin + path, style: `color:${accent.light}` }, label),
      ]),
    ]),
  ];
  const { language } = mailWords;
  return toHtml([
    { type: 'doctype' },
    h('html', { lang: language }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('title', subject),
        h('style', darkRules({ page, text, quiet, accent })),
      ]),
      h('body', { style: `margin:0;padding:24px;background-color:${page.light}` }, [
        h(
          'div',
          { lang: language, role: 'article', ariaLabel: subject, style: `${face};color:${text.light}` },
          content,
        ),
      ]),
    ]),
  ]);
}

const legalLinks = [
  { label: frameWords.imprint, path: addresses.imprint },
  { label: frameWords.privacy, path: addresses.privacy },
];

const paragraph = 'margin:0 0 16px';
const face = "max-width:552px;font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.55";
const darkRules = ({
  page,
  text,
  quiet,
  accent,
}: Pick<Palette, 'page' | 'text' | 'quiet' | 'accent'>) => `@media (prefers-color-scheme: dark) {
  body { background-color: ${page.dark} !important; }
  div { color: ${text.dark} !important; }
  .quiet { color: ${quiet.dark} !important; }
  a { color: ${accent.dark} !important; }
}`;

function legalLines(origin: string): string[] {
  return legalLinks.map(({ label, path }) => mailWords.addressed(label, origin + path));
}
