import { join } from 'node:path';
import { composeEdition, type Edition } from '../../src/mail/edition.ts';
import { messageFor, type Recipient } from '../../src/mail/message.ts';
import { rawMessage } from '../../src/mail/mime.ts';
import type { FindPicture } from '../../src/mail/pictures.ts';
import type { Issue, Library } from '../../src/model/library.ts';
import { type Files, inSite, library, readIn } from '../reader/sample-content.ts';

const product = join(import.meta.dirname, '..', '..');

export const origin = 'https://blatt.example';
const sender = `mail:
  from:
    name: Blatt
    address: blatt@blatt.example
  listId: blatt.blatt.example
`;

function issueIn({ issues }: Library, key: string): Issue {
  const issue = issues.find((one) => one.key === key);
  if (!issue) throw new Error(`no issue ${key}`);
  return issue;
}

/** The edition of an issue of the example content that ships. */
export function shippedEdition(key: string): Promise<Edition> {
  const { library: shipped } = readIn(product, { today: '2026-11-24' });
  if (!shipped) throw new Error('the example content has errors');
  return composeEdition(shipped, issueIn(shipped, key), shipped.site.publicUrl);
}

/** The edition of the sample content with these changes; `fields` are those of `mail` and others in `site.md`. */
export function sampleEdition(files: Files = {}, fields = '', find?: FindPicture): Promise<Edition> {
  const changed = library({ ...inSite(`${sender}${fields}`), ...files });
  showLogo(changed);
  return composeEdition(changed, issueIn(changed, '2025-kw33'), origin, find);
}

/** Prepared as in a build, where the sample has a logo: only its addresses count. */
function showLogo({ site: { logo } }: Library): void {
  const made = (name: string) => ({
    path: `/bilder/${name}.png`,
    mediaType: 'image/png',
    width: 360,
    height: 120,
    bytes: 1,
  });
  const published = (name: string) => ({ onPage: made(name), png: made(`${name}-papier`) });
  if (logo) logo.shown = { light: published('logo'), ...(logo.dark && { dark: published('dunkel') }) };
}

export const date = Temporal.Instant.from('2025-08-14T06:00:00Z');
const aboUrl = 'https://abo.blatt.example';

export async function sampleMessage(edition: Edition, recipient: Partial<Recipient> = {}): Promise<string> {
  const to = { address: 'leserin@rathaus.example', token: 'geheim-1', ...recipient };
  return (await rawMessage(messageFor(edition, to, { aboUrl, date }))).toString('latin1');
}
