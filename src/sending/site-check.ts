import { fromHtml } from 'hast-util-from-html';
import pMap from 'p-map';
import { visit } from 'unist-util-visit';
import { reservedHostIn } from '../model/example.ts';

/** Asks a web server for one address; gives its status, or throws if it gives none. */
export type AskSite = (url: string) => Promise<number>;

/** An address of the published site that doesn't answer as it should: its status, or none at all. */
interface MissingPart {
  url: string;
  status?: number;
}

/** `missing` is empty where all answer. `reserved`: a name that nobody owns was not asked. */
export type SiteAnswer = { kind: 'asked'; missing: MissingPart[] } | { kind: 'reserved'; host: string };

/** Longest that one answer may take, in milliseconds. */
const patience = 10_000;

/** Asks as a mail program does, without a name or cookie; follows redirects. */
const askSite: AskSite = async (url) => {
  const response = await fetch(url, { signal: AbortSignal.timeout(patience), headers: { Accept: '*/*' } });
  await response.body?.cancel();
  return response.status;
};

/**
 * Asks the published site for what a mail leads to and shows: a mail that is out can't be called back. `page` is the
 * issue's address, `html` the mail. An example publisher's reserved name is not asked.
 */
export async function checkSite(
  { page, html, isExample }: { page: string; html: string; isExample: boolean },
  ask: AskSite = askSite,
): Promise<SiteAnswer> {
  const host = new URL(page).hostname;
  if (isExample && reservedHostIn(host)) return { kind: 'reserved', host };
  const answers = await pMap([page, ...picturesIn(html)], (url) => answerOf(url, ask), { concurrency: 4 });
  return { kind: 'asked', missing: answers.filter((answer) => answer !== undefined) };
}

async function answerOf(url: string, ask: AskSite): Promise<MissingPart | undefined> {
  try {
    const status = await ask(url);
    return status === 200 ? undefined : { url, status };
  } catch {
    return { url };
  }
}

/** The addresses of the pictures that a mail loads. */
function picturesIn(html: string): string[] {
  const found = new Set<string>();
  visit(fromHtml(html), 'element', ({ tagName, properties }) => {
    if (tagName === 'img' && typeof properties.src === 'string' && properties.src !== '') found.add(properties.src);
  });
  return [...found];
}
