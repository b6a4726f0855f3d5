import { parseConnectionUrl } from 'nodemailer/lib/shared';

/** Whether the server that `url` names is this machine. */
export function isLoopback(url: string): boolean {
  const { host = '' } = parseConnectionUrl(url);
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/**
 * What nodemailer has to know of the server that `url` names. A password goes to another machine over TLS or not at all,
 * also where the server offers none (RFC 8314 section 3).
 */
export function mailServer(url: string) {
  const options = parseConnectionUrl(url);
  return options.auth && !isLoopback(url) ? { ...options, requireTLS: true } : options;
}

/** Name and port of the server that `url` names, and nothing else of it: `mail.example:587`. */
export function serverName(url: string): string {
  const { host = '', port, secure } = parseConnectionUrl(url);
  return `${host.includes(':') ? `[${host}]` : host}:${port ?? (secure ? 465 : 587)}`;
}
