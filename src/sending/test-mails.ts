import type { DkimSettings } from '../mail/dkim.ts';
import type { Edition } from '../mail/edition.ts';
import { domainOf } from '../model/mail-address.ts';
import { sendingErrors, sendingWords } from '../words/sending.ts';
import { editionWriter } from './edition-writer.ts';
import { reachServer } from './reach-server.ts';

/** What a test goes out with. */
interface TestParts {
  smtpUrl: string;
  /** Where its link to unsubscribe leads, which works for nobody. */
  aboUrl: string;
  date: Temporal.Instant;
  newId: () => string;
}

/** What became of the test to one address, as a sentence. */
export interface TestOutcome {
  isSent: boolean;
  sentence: string;
}

/** One mail to each, marked in its subject, and no note of it. Throws a UserError where no server answers. */
export async function sendTestMails(
  edition: Edition,
  recipients: readonly string[],
  { smtpUrl, aboUrl, date, newId }: TestParts,
  settings: DkimSettings,
): Promise<TestOutcome[]> {
  const subject = `${sendingWords.testMark} ${edition.subject}`;
  const { sender, write } = editionWriter({ ...edition, subject }, settings);
  const outcomes: TestOutcome[] = [];
  for (const address of recipients) {
    // A second test with the same id would be taken for the first.
    const messageId = `<${newId()}@${domainOf(sender)}>`;
    const { wire } = await write({ address, token: 'probe' }, { aboUrl, date, messageId });
    // One for each: a server that refuses one recipient may close.
    const own = await reachServer(smtpUrl);
    const outcome = await own.send({ from: sender, to: address }, wire);
    own.close();
    if (outcome.kind === 'accepted') {
      outcomes.push({ isSent: true, sentence: sendingWords.testSent(address, wire.length) });
      continue;
    }
    const reply = 'reply' in outcome ? outcome.reply : undefined;
    const sentence = reply ? sendingErrors.testRefused(address, reply.text) : sendingErrors.testUnanswered(address);
    outcomes.push({ isSent: false, sentence });
  }
  return outcomes;
}
