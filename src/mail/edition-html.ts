/** The edition as HTML. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { EventLine } from '../views/article/event-facts.ts';
import type { Fact, FactValue } from '../views/parts/facts.ts';
import { correctionWords } from '../words/corrections.ts';
import { mailWords } from '../words/mail.ts';
import { bodyElements } from './body-html.ts';
import type { EditionView, MailArticle } from './edition-view.ts';
import { separatorOf } from './fact-list.ts';
import { type LayoutBlock, layOut } from './layout.ts';
import type { MailLook } from './look.ts';
import { type MailFigure, shownSize } from './pictures.ts';

/** The whole document; `unsubscribe` is the address that the link for ending the subscription leads to. */
export function editionHtml(view: EditionView, look: MailLook, unsubscribe: string): Promise<string> {
  const blocks = [
    { content: [...logoParts(look), ...masthead(view)] },
    ...editorial(view),
    ...contents(view),
    ...view.articles.map((article) => ({ content: articleParts(article, view.origin), isRuled: true })),
    ...corrections(view),
    { content: smallPrint(view, unsubscribe), isSmall: true, isRuled: true },
  ];
  return layOut(view.subject, view.preview, blocks, look);
}

/** Programs that know no `picture` show the one within, on its light paper. */
function logoParts({ logo }: MailLook): ElementContent[] {
  if (!logo) return [];
  const { url, alt, width, height, darkUrl } = logo;
  const img = h(darkUrl ? 'img' : 'img.plate', { src: url, alt, width, height });
  const dark = darkUrl && h('source', { srcSet: darkUrl, media: '(prefers-color-scheme: dark)' });
  return [h('p.logo', dark ? h('picture', [dark, img]) : img)];
}

function masthead({ site, week, label, date, range, title, lead, url, figure }: EditionView): ElementContent[] {
  return [
    h('p.name', site),
    yearLine(week),
    h('p.kicker', label, ' · ', date, ...(range ? [` · ${range}`] : [])),
    h('h1', title),
    h('p.lead', lead),
    ...figureParts(figure),
    h('p.note', h('a', { href: url }, mailWords.readOnSite)),
  ];
}

/** The year as a line with the issue's week on it: a drawing that even Outlook draws, without any picture. */
function yearLine({ before, length, after }: EditionView['week']): ElementContent {
  const part = (name: string, share: number) => h('td', { className: name, width: `${share}%` });
  return h(
    'table.year',
    { role: 'presentation', ariaHidden: 'true', width: '100%', border: 0, cellPadding: 0, cellSpacing: 0 },
    h(
      'tr',
      ...(before > 0 ? [part('gone', before)] : []),
      part('now', length),
      ...(after > 0 ? [part('coming', after)] : []),
    ),
  );
}

function editorial({ editorial: text, origin }: EditionView): LayoutBlock[] {
  return text ? [{ content: [h('h2', mailWords.editorial), ...bodyElements(text, origin, 1)], isRuled: true }] : [];
}

function contents({ contents: links }: EditionView): LayoutBlock[] {
  if (links.length === 0) return [];
  const items = links.map(({ text, url, lang, event }) =>
    h('li', h('a', { href: url, lang }, text), ...eventParts(event)),
  );
  return [{ content: [h('h2', mailWords.contents), h('ul', ...items)], isRuled: true }];
}

/** Date and place below the title; what is off first. */
function eventParts(event: EventLine | undefined): ElementContent[] {
  if (!event) return [];
  const state = event.state ? [h('br'), h('strong', event.state)] : [];
  return [...state, h('br'), textNode(event.text)];
}

function corrections({ corrections: entries }: EditionView): LayoutBlock[] {
  if (entries.length === 0) return [];
  const parts = entries.map(({ state, title, lang, issue, url, sentence }) =>
    h('p', h('strong', `${state}:`), ' ', h('a', { href: url, lang }, title), ` (${issue}). ${sentence}`),
  );
  return [{ content: [h('h2', correctionWords.inIssue), ...parts], isRuled: true }];
}

function articleParts(article: MailArticle, origin: string): ElementContent[] {
  const { url, title, opening, author, making, figure, before, body, after } = article;
  return [
    ...opening.map(({ role, text, lang }) =>
      role === 'title' ? h('h2', { lang }, h('a.title', { href: url }, text)) : h('p', { className: role, lang }, text),
    ),
    ...(author ? [h('p.note', author)] : []),
    ...(making ? [h('p.note', making)] : []),
    ...figureParts(figure),
    ...factParts(before),
    ...(body ? bodyElements(body, origin, 1) : [h('p', h('a', { href: url }, mailWords.readArticle(title)))]),
    ...factParts(after, 'after'),
  ];
}

function figureParts(figure: MailFigure | undefined): ElementContent[] {
  if (!figure) return [];
  const { picture, caption, credit, remarks } = figure;
  const shown = picture && h('img', { src: picture.url, alt: picture.alt, ...shownSize(picture) });
  return [
    ...(shown ? [shown] : []),
    h('p.note', caption ? `${caption} ` : '', ...list([{ text: credit }, ...remarks])),
  ];
}

function factParts(facts: readonly Fact[], place?: 'after'): ElementContent[] {
  if (facts.length === 0) return [];
  return [
    h(
      'div',
      { className: ['facts', ...(place ? [place] : [])] },
      ...facts.map(({ name, values }) => h('p.fact', h('strong', `${name}:`), ' ', ...list(values))),
    ),
  ];
}

function list(values: readonly FactValue[]): ElementContent[] {
  const separator = separatorOf(values);
  return values.flatMap(({ text, href, lang, description }, index) => [
    ...(index > 0 ? [textNode(separator)] : []),
    href ? h('a', { href, lang }, text) : textNode(text),
    ...(description ? [textNode(` – ${description}`)] : []),
  ]);
}

function smallPrint(view: EditionView, unsubscribe: string): ElementContent[] {
  const links = view.links.map(({ text, url }) => h('a', { href: url }, text));
  return [
    h('h2', mailWords.about),
    h('p', view.why, ' ', mailWords.noTracking),
    h('p.apart', h('a', { href: unsubscribe }, mailWords.unsubscribe)),
    ...view.imprint.flatMap(({ title, rows }) => [
      h('h3', title),
      ...rows.map(({ label, values }) =>
        h('p', h('strong', `${label}:`), ' ', ...list(values.flatMap(({ lines }) => lines))),
      ),
    ]),
    ...(view.example ? [h('p.apart', view.example)] : []),
    h('p.apart', ...links.flatMap((link, index) => (index > 0 ? [textNode(' · '), link] : [link]))),
  ];
}

function textNode(value: string): ElementContent {
  return { type: 'text', value };
}
