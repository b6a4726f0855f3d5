/** What the preview says about an edition before anybody gets it. */
import type { Issue, Library } from '../model/library.ts';
import { issueLabel } from '../views/parts/label.ts';
import { editionWords, mailPreviewWords } from '../words/mail.ts';
import { draftEdition, type Edition, htmlLimit, SenderMissing, weightProblem } from './edition.ts';

export interface MailPreview {
  title: string;
  /** Why nothing can be shown, or why this will not be sent. */
  problem: string | undefined;
  facts: { name: string; text: string }[];
  edition: Pick<Edition, 'html' | 'text'> | undefined;
}

/** The edition with what is wrong with it; never throws for a mistake in the content. */
export async function mailPreview(library: Library, issue: Issue, origin: string): Promise<MailPreview> {
  const title = mailPreviewWords.title(issueLabel(issue.week));
  try {
    const edition = await draftEdition(library, issue, origin);
    const { from, subject, htmlBytes } = edition;
    return {
      title,
      problem: await weightProblem(edition, library, issue, origin),
      facts: [
        { name: mailPreviewWords.subject, text: subject },
        { name: mailPreviewWords.from, text: `${from.name} <${from.address}>` },
        { name: mailPreviewWords.size, text: editionWords.htmlPart(htmlBytes, htmlLimit) },
      ],
      edition,
    };
  } catch (error) {
    if (!(error instanceof SenderMissing)) throw error;
    return { title, problem: error.message, facts: [], edition: undefined };
  }
}
