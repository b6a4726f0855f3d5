import { createPublicKey } from 'node:crypto';
import { signatureWords as words } from '../words/doctor-mail.ts';
import { type Resolve, records } from './dns.ts';
import type { SetupFinding } from './finding.ts';

/** The key that signs here, and where its other half belongs (RFC 6376 3.6). */
interface OwnKey {
  selector: string;
  domain: string;
  privateKey: string;
}

/** Whether the DNS holds the key that belongs to the one which signs. */
export async function signatureRecord(
  { selector, domain, privateKey }: OwnKey,
  resolve: Resolve,
): Promise<SetupFinding> {
  const name = `${selector}._domainkey.${domain}`;
  const key = createPublicKey(privateKey);
  const own = key.export({ type: 'spki', format: 'der' }).toString('base64');
  const finding = (state: SetupFinding['state'], text: string, remedy?: string): SetupFinding => ({
    state,
    topic: words.topic,
    text,
    remedy,
  });
  const remedy = `${name}. TXT "v=DKIM1; k=rsa; p=${own}"`;
  const texts = (await records(resolve, name, 'TXT')).filter((text) => /(?:^|;)\s*p\s*=/.test(text));
  const [text] = texts;
  if (text === undefined) return finding('missing', words.missing(name), remedy);
  if (texts.length > 1) return finding('wrong', words.several(name, texts.length), remedy);
  const published = /(?:^|;)\s*p\s*=\s*([^;]*)/.exec(text)?.[1]?.replace(/\s/g, '') ?? '';
  if (published === '') return finding('wrong', words.revoked(name), remedy);
  if (published !== own) return finding('wrong', words.otherKey(name), remedy);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  return bits < 2048 ? finding('note', words.short(name, bits)) : finding('ok', words.right(name));
}
