import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { type Answer, decode, encode } from 'dns-packet';
import { onTestFinished } from 'vitest';

/** Records by name: texts, addresses, names. */
export interface Zone {
  [name: string]: {
    TXT?: readonly string[];
    A?: readonly string[];
    AAAA?: readonly string[];
    MX?: readonly string[];
    PTR?: readonly string[];
    /** The name is there and the server fails to answer for it. */
    isBroken?: true;
  };
}

export interface DnsServer {
  /** As `DNS_SERVER` names it. */
  address: string;
  /** A resolver that asks it, as mailauth wants one. */
  resolve: (name: string, type: string) => Promise<string[][] | string[]>;
  /** What was asked: `TXT _dmarc.blatt.example`. */
  asked: string[];
  /** Changes what it says. */
  zone: Zone;
}

const failed = 2;
const noSuchName = 3;

/** A DNS server on loopback that knows these names and no others; gone when the test has finished. */
export async function dnsServer(zone: Zone): Promise<DnsServer> {
  const asked: string[] = [];
  const server: DnsServer = { address: '', asked, zone, resolve: async () => [] };
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const { id, questions = [] } = decode(message);
    const [question] = questions;
    if (!question) return;
    const { name, type } = question;
    asked.push(`${type} ${name}`);
    const entry = server.zone[name.toLowerCase()];
    const isParent = Object.keys(server.zone).some((known) => known.endsWith(`.${name.toLowerCase()}`));
    const code = entry?.isBroken ? failed : entry || isParent ? 0 : noSuchName;
    const answers = code === 0 ? (entry?.[type as 'TXT'] ?? []).map((data) => record(name, type, data)) : [];
    // Recursion desired and available; the low bits are the code of the answer.
    socket.send(encode({ id, type: 'response', flags: 0x0180 | code, questions, answers }), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => socket.close(() => resolve())));
  server.address = `127.0.0.1:${socket.address().port}`;
  const resolver = new Resolver();
  resolver.setServers([server.address]);
  server.resolve = (name, type) => resolver.resolve(name, type as 'TXT') as Promise<string[][]>;
  return server;
}

function record(name: string, type: string, data: string): Answer {
  const ttl = 60;
  // RFC 1035 3.3.14: a text is made of strings of at most 255 bytes.
  if (type === 'TXT') return { name, type, ttl, data: data.match(/.{1,255}/gs) ?? [''] };
  if (type === 'MX') return { name, type, ttl, data: { preference: 10, exchange: data } };
  return { name, type, ttl, data } as Answer;
}
