import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { preparePictures } from '../images/prepare.ts';
import { composeEdition, type Edition, EditionTooHeavy, htmlLimit, SenderMissing } from '../mail/edition.ts';
import { messageFor } from '../mail/message.ts';
import { rawMessage } from '../mail/mime.ts';
import { momentOf } from '../model/day.ts';
import type { Issue, Library } from '../model/library.ts';
import { nearest } from '../reader/nearest.ts';
import { editionWords } from '../words/mail.ts';
import { type Command, CommandError, type Surroundings } from './command.ts';
import { openProject, openStore, workingDay } from './project.ts';
import { hasErrors } from './report.ts';

/**
 * `npm run mail -- 2025-kw33`: the e-mail edition as files, to look at and to pass on. Drafts can be seen too. The
 * message is addressed to the editors, its link for ending the subscription is a sample.
 */
export const command: Command = {
  options: {},
  words: 1,
  async run({ words: [key] }, surroundings) {
    if (key === undefined) throw new CommandError(editionWords.keyMissing);
    const open = openIssue(key, surroundings);
    if (!open) return 1;
    const { library, issue } = open;
    const { publicUrl, editors } = library.site;
    const edition = await composed(open, surroundings);
    const recipient = { address: editors.email, token: 'muster' };
    const date = momentOf(issue.publishedOn).toInstant();
    const eml = await rawMessage(messageFor(edition, recipient, { aboUrl: publicUrl, date }));

    const folder = `dist-mail/${issue.key}`;
    mkdirSync(join(surroundings.root, folder), { recursive: true });
    surroundings.print(`${editionWords.written(folder)}\n${editionWords.subject(edition.subject)}`);
    for (const [name, data] of Object.entries({
      'ausgabe.html': edition.html,
      'ausgabe.txt': edition.text,
      'ausgabe.eml': eml,
    })) {
      writeFileAtomic(join(surroundings.root, folder, name), data);
      surroundings.print(editionWords.file(name, Buffer.byteLength(data)));
    }
    surroundings.print(editionWords.htmlPart(edition.htmlBytes, htmlLimit));
    if (issue.state !== 'published') surroundings.print(editionWords.notOutYet);
    return 0;
  },
};

/** An issue with the library that it stands in. */
export interface OpenIssue {
  library: Library;
  issue: Issue;
}

/**
 * Reads the issue that a command is about, also one that isn't out yet. An issue that is out holds what is out; drafts
 * in it stay where they are. Tells of errors in the content and returns undefined.
 */
export function openIssue(key: string, surroundings: Surroundings): OpenIssue | undefined {
  const read = openProject(surroundings);
  const today = workingDay(surroundings);
  const published = read({ today, mode: 'publish' });
  if (!published.library || hasErrors(published)) {
    surroundings.printError(editionWords.contentErrors);
    return undefined;
  }
  const isOut = published.library.issues.some((issue) => issue.key === key);
  const library = isOut ? published.library : (read({ today, mode: 'preview' }).library ?? published.library);
  return { library, issue: issueOf(library, key) };
}

function issueOf({ issues }: Library, key: string): Issue {
  const issue = issues.find((one) => one.key === key);
  if (issue) return issue;
  const keys = issues.map((one) => one.key);
  throw new CommandError(editionWords.noIssue(key, nearest(key, keys) ?? keys[0]));
}

/** Prepares the pictures and composes the edition of an issue; what stands in its way is a CommandError. */
export async function composed({ library, issue }: OpenIssue, surroundings: Surroundings): Promise<Edition> {
  await preparePictures(library, await openStore(surroundings));
  try {
    return await composeEdition(library, issue, library.site.publicUrl);
  } catch (error) {
    if (error instanceof EditionTooHeavy || error instanceof SenderMissing) throw new CommandError(error.message);
    throw error;
  }
}
