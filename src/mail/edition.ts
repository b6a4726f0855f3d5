/**
 * The e-mail edition of an issue: composed once, then addressed to each subscriber (`message.ts`). What differs from
 * one to the next is the recipient's address, the Message-ID and one token; all else is the same for all.
 */
import { addresses } from '../model/address.ts';
import type { Issue, Library } from '../model/library.ts';
import type { MailSettings } from '../model/site.ts';
import { editionWords, mailWords } from '../words/mail.ts';
import { headerLine, mailCharacters } from './characters.ts';
import { editionHtml } from './edition-html.ts';
import { editionText } from './edition-text.ts';
import { type EditionView, editionView } from './edition-view.ts';
import { type MailLook, mailLook } from './look.ts';
import { encodedBytes } from './mime.ts';
import { type FindPicture, publishedAt } from './pictures.ts';

export interface Edition {
  /** `tag:` URI of the issue. */
  issueId: string;
  from: MailSettings['from'];
  /** Where answers go. */
  replyTo: MailSettings['from'];
  listId: string;
  /** A mailbox that takes unsubscriptions by mail. */
  unsubscribeTo?: string;
  subject: string;
  /** Both hold {@link unsubscribePlaceholder} where each message has an address of its own. */
  html: string;
  text: string;
  /** Size of the HTML part as it is sent, with the placeholder. */
  htmlBytes: number;
}

/** Never a real address (RFC 2606), so that one which was forgotten would lead nowhere. */
export const unsubscribePlaceholder = `https://abo.invalid${addresses.subscribe}`;

/** 100 kB. Gmail cuts off what is longer than 102,400 bytes, the imprint first; the rest is room for longer addresses. */
export const htmlLimit = 100_000;

/** The HTML part is too large; says in German which texts weigh most. */
export class EditionTooHeavy extends Error {}

/** `site.md` names no sender; says in German what to add. */
export class SenderMissing extends Error {}

/**
 * Composes the edition with links to `origin` (no slash at its end). Depends on the content alone, so that the same
 * issue gives the same bytes. Throws {@link EditionTooHeavy} and {@link SenderMissing}.
 */
export async function composeEdition(
  library: Library,
  issue: Issue,
  origin: string,
  find: FindPicture = publishedAt(origin),
): Promise<Edition> {
  const edition = await draftEdition(library, issue, origin, find);
  const problem = await weightProblem(edition, library, issue, origin, find);
  if (problem) throw new EditionTooHeavy(problem);
  return edition;
}

/** Says in German that the edition is too large and which texts weigh most; undefined if it isn't. */
export async function weightProblem(
  { htmlBytes }: Edition,
  library: Library,
  issue: Issue,
  origin: string,
  find: FindPicture = publishedAt(origin),
): Promise<string | undefined> {
  if (htmlBytes <= htmlLimit) return undefined;
  const view = editionView(library, issue, origin, senderOf(library), find);
  return editionWords.tooHeavy(htmlBytes, htmlLimit, await heaviest(view, mailLook(library.site, origin)));
}

/** The edition whatever its size, for the preview. Throws {@link SenderMissing}. */
export async function draftEdition(
  library: Library,
  issue: Issue,
  origin: string,
  find: FindPicture = publishedAt(origin),
): Promise<Edition> {
  const { from, listId, articles, unsubscribeTo } = senderOf(library);
  const view = editionView(library, issue, origin, { articles }, find);
  const html = mailCharacters(await editionHtml(view, mailLook(library.site, origin), unsubscribePlaceholder));
  return {
    issueId: issue.id,
    from: { ...from, name: headerLine(from.name) },
    replyTo: { name: headerLine(library.site.editors.name), address: library.site.editors.email },
    listId,
    ...(unsubscribeTo !== undefined && { unsubscribeTo }),
    subject: headerLine(view.subject),
    html,
    text: mailCharacters(editionText(view, unsubscribePlaceholder)),
    htmlBytes: await encodedBytes(html),
  };
}

function senderOf({ site }: Library): MailSettings {
  if (!site.mail) throw new SenderMissing(editionWords.noSender);
  return site.mail;
}

/** The three longest of editorial and articles, by what each adds to the mail. */
async function heaviest(view: EditionView, look: MailLook): Promise<{ title: string; bytes: number }[]> {
  const { editorial, articles } = view;
  const sizeWith = async (parts: Partial<EditionView>) =>
    encodedBytes(
      await editionHtml(
        { ...view, contents: [], editorial: undefined, articles: [], ...parts },
        look,
        unsubscribePlaceholder,
      ),
    );
  const empty = await sizeWith({});
  const sizes: { title: string; bytes: number }[] = [];
  if (editorial) sizes.push({ title: mailWords.editorial, bytes: (await sizeWith({ editorial })) - empty });
  for (const article of articles) {
    sizes.push({ title: article.title, bytes: (await sizeWith({ articles: [article] })) - empty });
  }
  return sizes.sort((a, b) => b.bytes - a.bytes).slice(0, 3);
}
