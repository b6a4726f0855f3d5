import { openEdition } from '../../build/open-edition.ts';
import type { OpenIssue } from '../../build/open-issue.ts';
import { domainOf, parseAddress } from '../../model/mail-address.ts';
import { UserError } from '../../model/user-error.ts';
import { editionWriter } from '../../sending/edition-writer.ts';
import { isSigned } from '../../sending/permission.ts';
import type { SendSetting } from '../../sending/send-settings.ts';
import { ConnectionError, connect } from '../../sending/smtp-connection.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { haltWords, sendingErrors, sendingWords } from '../../words/sending.ts';

/** `--test ADDRESS`: one mail, marked in its subject, of any issue, and no note of it. */
export async function sendTest(open: OpenIssue, to: unknown, surroundings: Surroundings<SendSetting>): Promise<number> {
  const { settings, now, uuid, print, printError } = surroundings;
  const { SMTP_URL: smtpUrl } = settings;
  const address = typeof to === 'string' ? parseAddress(to) : undefined;
  if (!address) throw new UserError(sendingErrors.testAddress);
  if (smtpUrl === undefined) throw new UserError(sendingErrors.noSmtp);
  const { site } = open.library;
  const { edition, sender, write } = editionWriter(await openEdition(open, surroundings), settings);
  const { raw } = await write(
    { address: address.email, token: 'probe' },
    { aboUrl: site.aboUrl ?? site.publicUrl, date: now },
    {
      subject: `${sendingWords.testMark} ${edition.subject}`,
      // A second test with the same one would be taken for the first.
      messageId: `<${uuid()}@${domainOf(sender)}>`,
    },
  );
  const connection = await connect(smtpUrl).catch((error: unknown) => {
    if (error instanceof ConnectionError)
      throw new UserError(haltWords['server-away']({ reply: error.reply, reason: error.message }));
    throw error;
  });
  const outcome = await connection.send({ from: sender, to: address.email }, raw);
  connection.close();
  if (outcome.kind !== 'accepted') {
    const reply = 'reply' in outcome ? outcome.reply : undefined;
    printError(reply ? sendingErrors.testRefused(reply.text) : sendingErrors.testUnanswered);
    return 1;
  }
  print(sendingWords.testSent(address.email, raw.length));
  if (!isSigned(settings)) print(sendingWords.testUnsigned);
  return 0;
}
