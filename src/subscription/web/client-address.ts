import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import proxyaddr from 'proxy-addr';
import type { TrustedProxies } from '../../settings/trusted-proxies.ts';

/**
 * The network that a request comes from, as limits count it: /24 of IPv4, /48 of IPv6, which is what one customer
 * gets. `X-Forwarded-For` counts as far as trusted proxies wrote it; anyone can send one.
 */
export function clientNetwork(request: IncomingMessage, trusted: TrustedProxies): string {
  const address = proxyaddr(request, trusted);
  if (!ipaddr.isValid(address)) return 'unknown';
  const ip = ipaddr.process(address);
  const bits = ip.kind() === 'ipv4' ? 24 : 48;
  const network = ip.toByteArray().map((byte, index) => (index < bits / 8 ? byte : 0));
  return `${ipaddr.fromByteArray(network).toString()}/${bits}`;
}

/** Whether a request was made on this machine, and not handed on by a web server that stands before the service. */
export function isLocal({ socket, headers }: IncomingMessage): boolean {
  const isHandedOn = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some((name) => name in headers);
  const { remoteAddress = '' } = socket;
  return !isHandedOn && ipaddr.isValid(remoteAddress) && ipaddr.process(remoteAddress).range() === 'loopback';
}
