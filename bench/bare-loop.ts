// A process of its own: what a bare loop over nodemailer's pool costs that sends one and the same message to so many
// recipients. Prints processor milliseconds and mails per second of the loop alone.
import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';

const { SMTP_URL = '', COUNT = '', HTML = '', TEXT = '', DKIM_KEY = '', DKIM_DOMAIN = '' } = process.env;
const message = {
  from: { name: 'Kurrende', address: `kurrende@${DKIM_DOMAIN}` },
  subject: 'Kurrende 33. KW 2025: Wer sich um das Fachverfahren kümmert',
  html: readFileSync(HTML, 'utf8'),
  text: readFileSync(TEXT, 'utf8'),
  textEncoding: 'quoted-printable',
  headers: {
    'List-Id': `<kurrende.${DKIM_DOMAIN}>`,
    'List-Unsubscribe': `<https://${DKIM_DOMAIN}/abo/abmelden/muster/>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Auto-Submitted': 'auto-generated',
  },
} as const;
const { hostname, port } = new URL(SMTP_URL);
const mailer = createTransport({
  host: hostname,
  port: Number(port),
  pool: true,
  maxConnections: 10,
  maxMessages: Number.POSITIVE_INFINITY,
  ...(DKIM_KEY && {
    dkim: { domainName: DKIM_DOMAIN, keySelector: 'bench', privateKey: readFileSync(DKIM_KEY, 'utf8') },
  }),
});

const count = Number(COUNT);
let next = 0;
async function work(): Promise<void> {
  while (next < count) {
    next += 1;
    await mailer.sendMail({ ...message, to: `leserin-${next}@rathaus.example` });
  }
}
const before = process.cpuUsage();
const begin = performance.now();
await Promise.all(Array.from({ length: 20 }, work));
const seconds = (performance.now() - begin) / 1000;
const { user, system } = process.cpuUsage(before);
mailer.close();
console.log(`${(user + system) / 1000} ${count / seconds}`);
