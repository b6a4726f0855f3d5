/** What Gmail, Microsoft and German providers would object to, asked of the DNS and of the mail server as they do. */
import { dmarc } from 'mailauth/lib/dmarc/index.js';
import { spf } from 'mailauth/lib/spf/index.js';
import { type DkimSettings, isSameOrganisation } from '../mail/dkim.ts';
import { domainOf } from '../model/mail-address.ts';
import {
  dmarcWords,
  domainWords,
  type ProviderDemand,
  providerWords,
  signatureWords,
  spfWords,
} from '../words/doctor-mail.ts';
import { dkimErrors } from '../words/mail-setup.ts';
import { type Resolve, records } from './dns.ts';
import type { SetupFinding } from './finding.ts';
import { outgoingServer } from './outgoing-server.ts';
import { signatureRecord } from './signature-record.ts';

/** What is looked at. */
export interface MailSetup {
  /** The address that issues come from. */
  sender: string;
  /** Undefined while none is set. */
  smtpUrl: string | undefined;
  dkim: DkimSettings & { DKIM?: 'relay' | string | undefined };
  resolve: Resolve;
  /** The DNS that is asked knows the house's own addresses: what it says counts, on loopback too. */
  seesAll: boolean;
}

/** Looks at everything, one finding each, the verdicts of the providers last. Rejects where the DNS doesn't answer. */
export async function mailSetup({ sender, smtpUrl, dkim, resolve, seesAll }: MailSetup): Promise<SetupFinding[]> {
  const domain = domainOf(sender);
  const server = smtpUrl === undefined ? undefined : await outgoingServer(smtpUrl, resolve, seesAll);
  const policy = await spfFindings(sender, domain, server?.addresses ?? [], resolve);
  const signature = await signatureFinding(domain, dkim, resolve);
  const hasSpf = policy.every(({ state }) => state === 'ok' || state === 'note');
  const signs = signature.state === 'ok' || signature.state === 'note';
  const rules = await dmarcFinding(domain, { hasSpf, signs, dkim }, resolve);
  const mailbox = await mailboxFinding(domain, resolve);
  const lacks: Record<ProviderDemand, boolean> = {
    domain: mailbox.state === 'wrong',
    spf: !hasSpf,
    dkim: !signs,
    dmarc: rules.state === 'missing' || rules.state === 'wrong',
    tls: server !== undefined && !server.hasTls,
    reverse: server !== undefined && !server.hasReverseName,
  };
  return [
    mailbox,
    ...(server
      ? server.findings
      : [{ state: 'missing', topic: domainWords.serverTopic, text: domainWords.noServer } as const]),
    ...policy,
    signature,
    rules,
    ...providerWords.map(({ name, demands, also }): SetupFinding => {
      const missing = demands.filter((demand) => lacks[demand]);
      const text = missing.length === 0 ? domainWords.accepts(also) : domainWords.objects(missing);
      return { state: missing.length === 0 ? 'ok' : 'wrong', topic: name, text };
    }),
  ];
}

/** Whoever can't take answers is taken for no sender. */
async function mailboxFinding(domain: string, resolve: Resolve): Promise<SetupFinding> {
  const topic = domainWords.topic;
  for (const type of ['MX', 'A', 'AAAA'] as const) {
    if ((await records(resolve, domain, type)).length > 0)
      return { state: 'ok', topic, text: domainWords.takesMail(domain) };
  }
  return { state: 'wrong', topic, text: domainWords.takesNone(domain) };
}

async function spfFindings(
  sender: string,
  domain: string,
  addresses: readonly string[],
  resolve: Resolve,
): Promise<SetupFinding[]> {
  const topic = spfWords.topic;
  const texts = (await records(resolve, domain, 'TXT')).filter((text) => /^v=spf1(?: |$)/i.test(text));
  const [record] = texts;
  const example = `${domain}. TXT "v=spf1 ${addresses.map(mechanism).join(' ') || 'ip4:…'} -all"`;
  if (record === undefined) return [{ state: 'missing', topic, text: spfWords.missing(domain), remedy: example }];
  if (texts.length > 1) return [{ state: 'wrong', topic, text: spfWords.several(domain, texts.length) }];
  if (addresses.length === 0) return [{ state: 'note', topic, text: spfWords.unseen(domain, record) }];
  return Promise.all(
    addresses.map(async (ip): Promise<SetupFinding> => {
      const { status } = await spf({ sender, ip, helo: domain, mta: domain, resolver: resolve });
      if (status.result === 'pass') return { state: 'ok', topic, text: spfWords.allowed(ip, domain) };
      if (status.result === 'permerror' || status.result === 'temperror') {
        return { state: 'wrong', topic, text: spfWords.broken(domain, record, String(status.comment ?? '')) };
      }
      return {
        state: 'wrong',
        topic,
        text: spfWords.notAllowed(ip, domain, record),
        remedy: withAddress(domain, record, ip),
      };
    }),
  );
}

const mechanism = (ip: string) => (ip.includes(':') ? `ip6:${ip}` : `ip4:${ip}`);

/** The record with one more address, before what ends it. */
function withAddress(domain: string, record: string, ip: string): string {
  const [version = 'v=spf1', ...rest] = record.split(/\s+/);
  return `${domain}. TXT "${[version, mechanism(ip), ...rest].join(' ')}"`;
}

async function signatureFinding(domain: string, dkim: MailSetup['dkim'], resolve: Resolve): Promise<SetupFinding> {
  const { DKIM_SELECTOR: selector, DKIM_KEY: privateKey, DKIM_DOMAIN } = dkim;
  const topic = signatureWords.topic;
  if (selector === undefined || privateKey === undefined) {
    return dkim.DKIM === undefined
      ? { state: 'missing', topic, text: signatureWords.nobody }
      : { state: 'note', topic, text: signatureWords.relay };
  }
  const signing = DKIM_DOMAIN === undefined ? domain : domainOf(DKIM_DOMAIN);
  if (!isSameOrganisation(signing, domain)) {
    return { state: 'wrong', topic, text: dkimErrors.otherDomain(DKIM_DOMAIN ?? '', domain) };
  }
  return signatureRecord({ selector, domain: signing, privateKey }, resolve);
}

/** Whether there is a policy, and whether what passes belongs to the domain that readers see. */
async function dmarcFinding(
  domain: string,
  { hasSpf, signs, dkim }: { hasSpf: boolean; signs: boolean; dkim: MailSetup['dkim'] },
  resolve: Resolve,
): Promise<SetupFinding> {
  const topic = dmarcWords.topic;
  const signing = dkim.DKIM_DOMAIN === undefined ? domain : domainOf(dkim.DKIM_DOMAIN);
  const result = await dmarc({
    headerFrom: [domain],
    spfDomains: hasSpf ? [domain] : [],
    dkimDomains: signs ? [{ domain: signing }] : [],
    resolver: resolve,
  });
  const remedy = `_dmarc.${domain}. TXT "v=DMARC1; p=none; rua=mailto:dmarc@${domain}"`;
  if (!result || result.status.result === 'none') {
    return { state: 'missing', topic, text: dmarcWords.missing(domain), remedy };
  }
  if (result.status.result === 'permerror' || result.status.result === 'temperror') {
    return { state: 'wrong', topic, text: dmarcWords.broken(domain), remedy };
  }
  if (result.status.result !== 'pass') return { state: 'wrong', topic, text: dmarcWords.fails(domain, result.policy) };
  return result.policy === 'none'
    ? { state: 'note', topic, text: dmarcWords.watches(domain) }
    : { state: 'ok', topic, text: dmarcWords.right(domain, result.policy) };
}
