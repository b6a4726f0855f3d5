import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { openEdition } from '../build/open-edition.ts';
import { openIssue } from '../build/open-issue.ts';
import { htmlLimit } from '../mail/edition.ts';
import { messageFor } from '../mail/message.ts';
import { rawMessage } from '../mail/mime.ts';
import { momentOf } from '../model/release.ts';
import { makeFolder } from '../settings/make-folder.ts';
import { commandHelp } from '../words/help.ts';
import { editionWords } from '../words/mail.ts';
import { defineCommand } from './door/command.ts';

/**
 * `npm run mail -- 2025-kw33`: the e-mail edition as files, to look at and to pass on. A draft is made as the
 * preview shows it, and what is still to be done in it is told. The message is addressed to the editors, its link for
 * ending the subscription is a sample.
 */
export const command = defineCommand({
  help: commandHelp.mail,
  options: {},
  words: 1,
  settings: ['BUILD_DATE'],
  async run({ words: [key] }, surroundings) {
    const open = openIssue('mail', key, surroundings);
    if (!open) return 1;
    const { library, issue, unfinished } = open;
    const { publicUrl, editors } = library.site;
    const edition = await openEdition(open, surroundings);
    const recipient = { address: editors.email, token: 'muster' };
    const date = momentOf(issue).toInstant();
    const eml = await rawMessage(messageFor(edition, recipient, { aboUrl: publicUrl, date }));

    const folder = `dist-mail/${issue.key}`;
    makeFolder(join(surroundings.root, folder));
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
    if (unfinished.length > 0) surroundings.print(editionWords.unfinished(issue.key, unfinished));
    return 0;
  },
});
