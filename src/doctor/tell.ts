import { signerFor } from '../mail/dkim.ts';
import type { Settings } from '../settings/schema.ts';
import type { ServiceMail } from '../subscription/mails/service-mails.ts';
import { smtpTransport } from '../subscription/mails/transport.ts';

/** The settings by which mails go out that tell of something. */
export const tellSettings = ['SMTP_URL', 'DKIM_SELECTOR', 'DKIM_KEY', 'DKIM_DOMAIN'] as const;

/**
 * Hands mails that tell of something wrong to the mail server, one after the other, signed as all mails of the service are;
 * calls for each whether it was taken. Nobody is told where no mail server is set.
 */
export async function tellByMail<Mail extends { message: ServiceMail }>(
  mails: readonly Mail[],
  settings: Pick<Settings, (typeof tellSettings)[number]>,
  onEach: (mail: Mail, isTaken: boolean) => void,
): Promise<void> {
  const { SMTP_URL: url } = settings;
  if (url === undefined) {
    for (const mail of mails) onEach(mail, false);
    return;
  }
  const transport = smtpTransport(url, (raw, sender) => signerFor(settings, sender)?.sign(raw) ?? raw);
  for (const mail of mails) {
    const isTaken = await transport.send(mail.message).then(
      () => true,
      () => false,
    );
    onEach(mail, isTaken);
  }
  transport.close();
}
