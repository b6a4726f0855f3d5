import { openEdition } from '../../build/open-edition.ts';
import type { OpenIssue } from '../../build/open-issue.ts';
import { parseAddress } from '../../model/mail-address.ts';
import { UserError } from '../../model/user-error.ts';
import { isSigned } from '../../sending/permission.ts';
import type { SendSetting } from '../../sending/send-settings.ts';
import { sendTestMails } from '../../sending/test-mails.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { sendingErrors, sendingWords } from '../../words/sending.ts';
import { tellOfSite } from './before-sending.ts';

/** `--test ADDRESS`: one mail to each, marked in its subject, of any issue, and no note of it. */
export async function sendTest(
  open: OpenIssue,
  { to, isSiteSkipped }: { to: unknown; isSiteSkipped: boolean },
  surroundings: Surroundings<SendSetting>,
): Promise<number> {
  const { settings, now, uuid, print, printError } = surroundings;
  const { SMTP_URL: smtpUrl } = settings;
  const { site } = open.library;
  const recipients = testRecipients(to, open);
  if (smtpUrl === undefined) throw new UserError(sendingErrors.noSmtp);
  const edition = await openEdition(open, surroundings);
  const told = isSiteSkipped ? undefined : await tellOfSite(open, edition);
  if (told) print(told.sentence);

  const parts = { smtpUrl, aboUrl: site.aboUrl ?? site.publicUrl, date: now, newId: uuid };
  const outcomes = await sendTestMails(edition, recipients, parts, settings);
  for (const { isSent, sentence } of outcomes) (isSent ? print : printError)(sentence);
  if (outcomes.some(({ isSent }) => !isSent)) return 1;
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
