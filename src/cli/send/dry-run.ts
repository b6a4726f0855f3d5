import { openEdition } from '../../build/open-edition.ts';
import type { OpenIssue } from '../../build/open-issue.ts';
import { lastMailing } from '../../sending/choose.ts';
import { editionWriter } from '../../sending/edition-writer.ts';
import { whyNotYet } from '../../sending/permission.ts';
import type { SendSetting } from '../../sending/send-settings.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { withData } from '../../store/open-data.ts';
import { activeSubscribers, countDeliveries } from '../../store/queries/mailings.ts';
import { sendingWords } from '../../words/sending.ts';
import { tellOfSite } from './before-sending.ts';

/** `--dry-run`: to how many a mailing would go, how large it is and how long it takes. Changes and sends nothing. */
export async function dryRun(open: OpenIssue, surroundings: Surroundings<SendSetting>): Promise<number> {
  const { SEND_CONNECTIONS: connections, SEND_PER_MINUTE: perMinute } = surroundings.settings;
  const { issue, library } = open;
  const { site } = library;
  const { edition, write } = editionWriter(await openEdition(open, surroundings), surroundings.settings);
  const sample = { address: site.editors.email, token: 'x'.repeat(32) };
  const { wire } = await write(sample, { aboUrl: site.aboUrl ?? site.publicUrl, date: surroundings.now });
  await withData(surroundings, async ({ db }) => {
    const last = await lastMailing(db, issue);
    const isResumed = last !== undefined && !last.finishedAt;
    const recipients = isResumed ? (await countDeliveries(db, last.id)).queued : await activeSubscribers(db);
    surroundings.print(
      sendingWords.dryRun({
        key: issue.key,
        mailing: isResumed ? last.number : (last?.number ?? 0) + 1,
        recipients,
        isResumed,
        subject: edition.subject,
        htmlBytes: edition.htmlBytes,
        mailBytes: wire.length,
        minutes: Math.round(recipients / perMinute),
        connections,
        perMinute,
        obstacle: whyNotYet(issue),
      }),
    );
  });
  const told = await tellOfSite(open, edition);
  if (told) surroundings.print(told.sentence);
  return 0;
}
