import { openEdition } from '../../build/open-edition.ts';
import type { OpenIssue } from '../../build/open-issue.ts';
import { domainOf, parseAddress } from '../../model/mail-address.ts';
import { UserError } from '../../model/user-error.ts';
import { editionWriter } from '../../sending/edition-writer.ts';
import { isSigned } from '../../sending/permission.ts';
import type { SendSetting } from '../../sending/send-settings.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { sendingErrors, sendingWords } from '../../words/sending.ts';
import { reachServer, tellOfSite } from './before-sending.ts';

/** `--test ADDRESS`: one mail to each, marked in its subject, of any issue, and no note of it. */
export async function sendTest(open: OpenIssue, to: unknown, surroundings: Surroundings<SendSetting>): Promise<number> {
  const { settings, now, uuid, print, printError } = surroundings;
  const { SMTP_URL: smtpUrl } = settings;
  const { site } = open.library;
  const recipients = testRecipients(to, open);
  if (smtpUrl === undefined) throw new UserError(sendingErrors.noSmtp);
  const edition = await openEdition(open, surroundings);
  const subject = `${sendingWords.testMark} ${edition.subject}`;
  const { sender, write } = editionWriter({ ...edition, subject }, settings);
  const told = await tellOfSite(open, edition);
  if (told) print(told.sentence);

  let refused = 0;
  for (const address of recipients) {
    const { raw } = await write(
      { address, token: 'probe' },
      {
        aboUrl: site.aboUrl ?? site.publicUrl,
        date: now,
        // A second test with the same one would be taken for the first.
        messageId: `<${uuid()}@${domainOf(sender)}>`,
      },
    );
    // One for each: a server that refuses one recipient may close.
    const own = await reachServer(smtpUrl);
    const outcome = await own.send({ from: sender, to: address }, raw);
    own.close();
    if (outcome.kind === 'accepted') {
      print(sendingWords.testSent(address, raw.length));
      continue;
    }
    refused += 1;
    const reply = 'reply' in outcome ? outcome.reply : undefined;
    printError(reply ? sendingErrors.testRefused(address, reply.text) : sendingErrors.testUnanswered(address));
  }
  if (refused > 0) return 1;
  if (!isSigned(settings)) print(sendingWords.testUnsigned);
  return 0;
}

/** Whoever is named behind `--test`, several times or between commas; those of `site.md` where nobody is. */
function testRecipients(to: unknown, { library, issue }: OpenIssue): string[] {
  const named = [to]
    .flat()
    .filter((text) => typeof text === 'string')
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const texts = named.length > 0 ? named : (library.site.mail?.previewTo ?? []);
  if (texts.length === 0) throw new UserError(sendingErrors.testAddress(issue.key));
  const addresses = texts.map((text) => {
    const address = parseAddress(text);
    if (!address) throw new UserError(sendingErrors.notATestAddress(text));
    return address.email;
  });
  return [...new Set(addresses)];
}
