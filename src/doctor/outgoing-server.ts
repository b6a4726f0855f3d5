import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { serverName } from '../mail/mail-server.ts';
import { ConnectionError, connect } from '../sending/smtp-connection.ts';
import { outgoingServerWords as words } from '../words/doctor-mail.ts';
import { serverSays, serverTroubles, systemSays } from '../words/mail-setup.ts';
import { type Resolve, records } from './dns.ts';
import type { SetupFinding } from './finding.ts';

/** The mail server as the providers of mailboxes see it. */
export interface OutgoingServer {
  findings: SetupFinding[];
  /** Its addresses that others can see; none where it hands on to a server that isn't known here. */
  addresses: string[];
  hasTls: boolean;
  /** Every visible address has a name that leads back to it. */
  hasReverseName: boolean;
}

const patience = 12_000;

/**
 * Looks up and connects to the server that `url` names. An address of this machine or of the house's own network says
 * nothing on what others see, unless `seesAll` says that the DNS asked knows it.
 */
export async function outgoingServer(url: string, resolve: Resolve, seesAll: boolean): Promise<OutgoingServer> {
  const server = serverName(url);
  const host = server.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  const all = isIP(host)
    ? [host]
    : host === 'localhost'
      ? ['127.0.0.1']
      : [...(await records(resolve, host, 'A')), ...(await records(resolve, host, 'AAAA'))];
  const addresses = all.filter((address) => seesAll || ipaddr.parse(address).range() === 'unicast');
  const tls = await tlsFinding(url, server);
  const names = await Promise.all(addresses.map((address) => reverseName(address, resolve)));
  const hidden: SetupFinding[] =
    addresses.length > 0 || all.length === 0
      ? []
      : [{ state: 'note', topic: words.reverseTopic, text: words.hidden(server) }];
  return {
    findings: [tls, ...hidden, ...names],
    addresses,
    hasTls: tls.state === 'ok',
    hasReverseName: names.every(({ state }) => state === 'ok'),
  };
}

async function tlsFinding(url: string, server: string): Promise<SetupFinding> {
  const topic = words.tlsTopic;
  try {
    const connection = await connect(url, patience);
    const { isEncrypted } = connection;
    connection.close();
    return isEncrypted
      ? { state: 'ok', topic, text: words.encrypted(server) }
      : { state: 'wrong', topic, text: words.clear(server) };
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    const said = error.reply ? serverSays(error.reply.text) : systemSays(error.message);
    return { state: 'wrong', topic, text: `${serverTroubles[error.trouble](server)} ${said}` };
  }
}

/** An address has a name, and the name has the address (RFC 8601 2.7.3). */
async function reverseName(address: string, resolve: Resolve): Promise<SetupFinding> {
  const topic = words.reverseTopic;
  const names = await records(resolve, reverseZone(address), 'PTR');
  const [name] = names;
  if (name === undefined) return { state: 'wrong', topic, text: words.nameless(address) };
  const type = isIP(address) === 6 ? 'AAAA' : 'A';
  const plain = ipaddr.parse(address).toString();
  for (const one of names) {
    const back = await records(resolve, one, type);
    if (back.some((found) => ipaddr.isValid(found) && ipaddr.parse(found).toString() === plain)) {
      return { state: 'ok', topic, text: words.named(address, one) };
    }
  }
  return { state: 'wrong', topic, text: words.oneWay(address, name) };
}

/** The name under which the DNS keeps the name of an address (RFC 1035 3.5, RFC 3596 2.5). */
function reverseZone(address: string): string {
  const bytes = ipaddr.parse(address).toByteArray();
  if (bytes.length === 4) return `${bytes.toReversed().join('.')}.in-addr.arpa`;
  const digits = bytes.flatMap((byte) => [...byte.toString(16).padStart(2, '0')]);
  return `${digits.toReversed().join('.')}.ip6.arpa`;
}
