/** What mail servers answer, by what it means: the words are in the manner of each, not theirs. */
import type { BounceKind } from '../../../src/store/schema.ts';

export interface Answer {
  name: string;
  /** RFC 3464: what the report's part for machines says. */
  action: 'failed' | 'delayed';
  status: string;
  /** The server's line, with `{to}` in the place of the address. */
  line: string;
  kind: BounceKind;
}

/** Each is a case of its own: same meanings in other codes, codes in the wrong place, and none at all. */
export const answers: readonly Answer[] = [
  {
    name: 'no-user',
    action: 'failed',
    status: '5.1.1',
    line: '550 5.1.1 <{to}>: Recipient address rejected: User unknown in local recipient table',
    kind: 'gone',
  },
  {
    name: 'no-user-exchange',
    action: 'failed',
    status: '5.1.10',
    line: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient {to} not found by SMTP address lookup',
    kind: 'gone',
  },
  {
    name: 'moved',
    action: 'failed',
    status: '5.1.6',
    line: '551 5.1.6 Recipient has moved, new address not told',
    kind: 'gone',
  },
  {
    name: 'code-in-words',
    action: 'failed',
    status: '5.0.0',
    line: '550 5.1.1 Account {to} is not known here',
    kind: 'gone',
  },
  {
    name: 'no-host',
    action: 'failed',
    status: '5.1.2',
    line: '550 5.1.2 The domain part of {to} has no mail exchanger',
    kind: 'refused',
  },
  {
    name: 'domain-away',
    action: 'failed',
    status: '5.4.4',
    line: 'Host or domain name not found. Name service error for name={domain} type=AAAA: Host not found',
    kind: 'refused',
  },
  {
    name: 'disabled',
    action: 'failed',
    status: '5.2.1',
    line: '550 5.2.1 The mailbox of this account takes no messages any more',
    kind: 'refused',
  },
  {
    name: 'full',
    action: 'failed',
    status: '5.2.2',
    line: '552 5.2.2 Over quota: the mailbox for {to} is full',
    kind: 'refused',
  },
  {
    name: 'plain-550',
    action: 'failed',
    status: '5.0.0',
    line: '550 Requested action not taken: mailbox unavailable',
    kind: 'refused',
  },
  {
    name: 'access-denied',
    action: 'failed',
    status: '5.4.1',
    line: '550 5.4.1 Recipient address rejected: Access denied. [gateway.example]',
    kind: 'refused',
  },
  {
    name: 'policy',
    action: 'failed',
    status: '5.7.1',
    line: '550 5.7.1 Message rejected under the house policy for unwanted mail',
    kind: 'message',
  },
  {
    name: 'unauthenticated',
    action: 'failed',
    status: '5.7.26',
    line: '550 5.7.26 This message has no passing SPF or DKIM and was not taken',
    kind: 'message',
  },
  {
    name: 'too-big',
    action: 'failed',
    status: '5.3.4',
    line: '552 5.3.4 Message size exceeds the fixed limit',
    kind: 'message',
  },
  {
    name: 'blocked',
    action: 'failed',
    status: '5.0.0',
    line: '554 Your host is listed on a block list, mail not taken',
    kind: 'message',
  },
  {
    name: 'expired',
    action: 'failed',
    status: '4.4.7',
    line: '451 4.4.7 Message expired after five days in the queue',
    kind: 'soft',
  },
  {
    name: 'connection',
    action: 'failed',
    status: '4.4.1',
    line: 'connect to mx.{domain}[192.0.2.7]:25: Connection timed out',
    kind: 'soft',
  },
  {
    name: 'greylisted',
    action: 'delayed',
    status: '4.7.1',
    line: '450 4.7.1 <{to}>: Recipient address rejected: greylisted, try again later',
    kind: 'late',
  },
  {
    name: 'slow',
    action: 'delayed',
    status: '4.4.1',
    line: 'connect to mx.{domain}[192.0.2.7]:25: Connection refused',
    kind: 'late',
  },
];
