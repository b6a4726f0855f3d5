/** What readers get of a text, in each output. */
import { fromHtml } from 'hast-util-from-html';
import { toString as plainText } from 'hast-util-to-string';
import { inEveryFormat, mainFeed } from '../feeds/sample-feeds.ts';
import { sampleEdition } from '../mail/sample-edition.ts';
import { type Files, library } from '../reader/sample-content.ts';
import { written } from '../text/rendered.ts';

/** The words and signs of HTML, a break or the end of a block as a line end. */
function wordsOf(html: string): string {
  const lines = html.replace(/<br\s*\/?>|<\/(?:p|li|h\d|td|th|tr|div|blockquote)>/g, '\n');
  return plainText(fromHtml(lines))
    .replaceAll('\u00a0', ' ')
    .replace(/ *\n\s*/g, '\n');
}

export interface Outputs {
  /** HTML of the page and of each feed, and their words. */
  html: Record<'page' | 'RSS' | 'Atom' | 'JSON Feed', string>;
  words: Record<'page' | 'RSS' | 'Atom' | 'JSON Feed' | 'mail' | 'text', string>;
  mailHtml: string;
}

/** The article of the sample content with these changes, as page, feeds and mail show it. */
export async function outputsOf(files: Files): Promise<Outputs> {
  const [article] = library(files).articles;
  if (!article) throw new Error('the article has errors');
  const feeds = await inEveryFormat(mainFeed(files));
  const { html: mailHtml, text } = await sampleEdition(files);
  const html = {
    page: written(article.body),
    RSS: feeds.RSS[0]?.html ?? '',
    Atom: feeds.Atom[0]?.html ?? '',
    'JSON Feed': feeds['JSON Feed'][0]?.html ?? '',
  };
  const words = Object.fromEntries(Object.entries(html).map(([name, part]) => [name, wordsOf(part)]));
  return {
    html,
    mailHtml,
    words: {
      ...(words as Record<keyof typeof html, string>),
      mail: wordsOf(mailHtml),
      text: text.replaceAll('\u00a0', ' '),
    },
  };
}
