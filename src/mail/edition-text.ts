/** The edition as plain text, from the same tree: for programs and people that want no HTML. */
import { hang, lineWidth, wrap } from '../text/line-wrap.ts';
import { plainHeading } from '../text/plain-heading.ts';
import { toPlainText } from '../text/plain-text.ts';
import type { Fact, FactValue } from '../views/parts/facts.ts';
import { correctionWords } from '../words/corrections.ts';
import { mailWords } from '../words/mail.ts';
import { plainTextWords } from '../words/text.ts';
import type { EditionView, MailArticle, MailText } from './edition-view.ts';
import { separatorOf } from './fact-list.ts';
import type { MailFigure } from './pictures.ts';

/** The whole text, its lines ended by LF; `unsubscribe` is the address for ending the subscription. */
export function editionText(view: EditionView, unsubscribe: string): string {
  const sections = [
    masthead(view),
    ...(view.editorial ? [[heading(mailWords.editorial), ...withLinks(view.editorial, view.origin)]] : []),
    ...contents(view),
    ...view.articles.map((article) => articleBlocks(article, view.origin)),
    ...corrections(view),
    smallPrint(view, unsubscribe),
  ];
  return `${sections.map((blocks) => blocks.filter((block) => block !== '').join('\n\n')).join('\n\n\n')}\n`;
}

function masthead({ site, label, date, range, title, lead, url, figure }: EditionView): string[] {
  return [
    paragraph([site, label, date, range].filter((part) => part).join(' · ')),
    plainHeading(title, 1),
    paragraph(lead),
    figureText(figure),
    mailWords.addressed(mailWords.readOnSite, url),
  ];
}

function contents({ contents: links }: EditionView): string[][] {
  if (links.length === 0) return [];
  const items = links.flatMap(({ text, event }) =>
    hang(
      [text, event?.state, event?.text].flatMap((part) => (part ? wrap(part, lineWidth - 2) : [])),
      '- ',
    ),
  );
  return [[heading(mailWords.contents), items.join('\n')]];
}

function corrections({ corrections: entries }: EditionView): string[][] {
  if (entries.length === 0) return [];
  const blocks = entries.map(({ state, title, issue, url, sentence }) =>
    [paragraph(`${state}: ${title} (${issue}). ${sentence}`), url].join('\n'),
  );
  return [[heading(correctionWords.inIssue), ...blocks]];
}

function articleBlocks(article: MailArticle, origin: string): string[] {
  const { url, opening, author, making, figure, before, body, after } = article;
  return [
    ...opening.map(({ role, text }) => (role === 'title' ? heading(text) : paragraph(text))),
    paragraph(author ?? ''),
    paragraph(making ?? ''),
    figureText(figure),
    factLines(before),
    ...(body ? withLinks(body, origin) : []),
    factLines(after),
    mailWords.addressed(body ? mailWords.readOnSite : mailWords.readOn, url),
  ];
}

/** The text and then the addresses that it refers to; each text counts its own. */
function withLinks({ tree, page }: MailText, origin: string): string[] {
  const { text, links } = toPlainText(tree, { origin, page, deeper: 1 });
  const list = links.map((address, index) => plainTextWords.linkEntry(index + 1, address));
  return [text, list.length > 0 ? [plainTextWords.links, ...list].join('\n') : ''];
}

function figureText(figure: MailFigure | undefined): string {
  if (!figure) return '';
  const { picture, caption, credit, remarks } = figure;
  const shown = picture?.alt ? plainTextWords.picture(picture.alt) : '';
  return paragraph([shown, caption, joined([{ text: credit }, ...remarks])].filter((part) => part).join(' '));
}

function factLines(facts: readonly Fact[]): string {
  return facts
    .flatMap(({ name, values }) => hang(wrap(plainTextWords.cell(name, joined(values))), '', '  '))
    .join('\n');
}

/** Values with their addresses where these say more than the text: files and other sites, not terms of this one. */
function joined(values: readonly FactValue[]): string {
  return values
    .map(({ text, href, description }) => {
      const words = href && !/^(?:mailto|tel):/.test(href) ? plainTextWords.at(text, href) : text;
      return description ? `${words} – ${description}` : words;
    })
    .join(separatorOf(values));
}

function smallPrint(view: EditionView, unsubscribe: string): string[] {
  return [
    heading(mailWords.about),
    paragraph(`${view.why} ${mailWords.noTracking}`),
    mailWords.addressed(mailWords.unsubscribe, unsubscribe),
    ...view.imprint.map(({ title, rows }) =>
      [
        title,
        ...rows.flatMap(({ label, values }) => {
          const text = values.flatMap(({ lines }) => lines.map((line) => line.text)).join(', ');
          return hang(wrap(plainTextWords.cell(label, text)), '', '  ');
        }),
      ].join('\n'),
    ),
    paragraph(view.example ?? ''),
    view.links.map(({ text, url }) => mailWords.addressed(text, url)).join('\n'),
  ];
}

function heading(text: string): string {
  return plainHeading(text, 2);
}

function paragraph(text: string): string {
  return wrap(text).join('\n');
}
