/** The file that tells finders of a weakness whom to write to, RFC 9116. */
import { timeZone } from '../model/day.ts';
import type { SiteFrontMatter } from '../model/site.ts';
import { momentText } from '../views/parts/date.ts';

const securityTxtPath = '/.well-known/security.txt';

/** `security.txt` for the site at `origin`. It holds until the day given in `site.md` ends in Berlin. */
export function securityTxt({ contact, expires }: SiteFrontMatter['security'], origin: string | URL): string {
  const lastSecond = Temporal.PlainDate.from(expires).toZonedDateTime({ timeZone, plainTime: '23:59:59' });
  const fields = [
    ['Contact', `mailto:${contact}`],
    ['Expires', momentText(lastSecond)],
    ['Preferred-Languages', 'de, en'],
    ['Canonical', new URL(securityTxtPath, origin).href],
  ];
  return fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
}
