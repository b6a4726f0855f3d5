import { knownSite } from '../../build/known-site.ts';
import { dnsResolver } from '../../doctor/dns.ts';
import type { SetupFinding } from '../../doctor/finding.ts';
import { mailSetup } from '../../doctor/mail-setup.ts';
import { UserError } from '../../model/user-error.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { doctorWords as words } from '../../words/doctor.ts';
import type { SetupSetting } from './setup-settings.ts';

/** `--mail`: what providers of mailboxes would object to. */
export async function checkMail(
  surroundings: Surroundings<SetupSetting | 'DNS_SERVER'>,
): Promise<{ title: string; findings: SetupFinding[] }> {
  const { settings } = surroundings;
  const { DNS_SERVER: server } = settings;
  const sender = knownSite(surroundings)?.sender?.address;
  if (sender === undefined) throw new UserError(words.noSender);
  try {
    const findings = await mailSetup({
      sender,
      smtpUrl: settings.SMTP_URL,
      dkim: settings,
      resolve: dnsResolver(server),
      seesAll: server !== undefined,
    });
    return { title: words.mailTitle(sender), findings };
  } catch (error) {
    const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
    if (!syscall.startsWith('query') && !syscall.startsWith('getHost')) throw error;
    throw new UserError(words.dnsAway(server, code));
  }
}
