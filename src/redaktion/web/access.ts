/** Who may come in: by the key in the address, or by the word of the single sign-on proxy before us. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { TrustedProxies } from '../../settings/trusted-proxies.ts';
import { type Editor, gitName } from '../files/history.ts';

/** What stands in the address when the Redaktion is opened, as Jupyter does it. */
export const tokenParameter = 'schluessel';

/** The key, for somebody at this machine. */
interface ByToken {
  kind: 'token';
  token: string;
  cookieName: string;
  /** Whose name stands in the history. */
  editor: Editor;
}

/** A header that a proxy writes, and whose word is taken for it. */
interface ByProxy {
  kind: 'proxy';
  /** In small letters. */
  userHeader: string;
  isTrusted: TrustedProxies;
}

export interface Access {
  /** Origins under which the Redaktion may be opened; the first is the one that it names itself. */
  origins: readonly string[];
  way: ByToken | ByProxy;
}

/** What a request is refused for. */
export type ClosedFor = 'foreign-host' | 'locked' | 'no-name' | 'foreign-origin';

/** Requests as far as access depends on them. */
export interface Knock {
  method: string;
  host: string | undefined;
  origin: string | undefined;
  /** `Sec-Fetch-Site`, which browsers send. */
  site: string | undefined;
  cookies: string | undefined;
  incoming: IncomingMessage;
}

/** Who knocks, or why the door stays closed. A foreign page can neither read nor change anything. */
export function admit(knock: Knock, access: Access): { editor: Editor } | { refusal: ClosedFor } {
  // A name that somebody else has pointed at this machine (DNS rebinding).
  const hosts = access.origins.map((origin) => new URL(origin).host);
  if (knock.host === undefined || !hosts.includes(knock.host)) return { refusal: 'foreign-host' };
  const isReading = knock.method === 'GET' || knock.method === 'HEAD';
  if (!isReading) {
    const isOwn = knock.origin !== undefined && access.origins.includes(knock.origin);
    if (!isOwn || (knock.site !== undefined && knock.site !== 'same-origin')) return { refusal: 'foreign-origin' };
  }
  const { way } = access;
  if (way.kind === 'token') {
    const given = cookieOf(knock.cookies, way.cookieName);
    return given !== undefined && isSame(given, sessionOf(way.token)) ? { editor: way.editor } : { refusal: 'locked' };
  }
  const { socket, headers } = knock.incoming;
  if (!way.isTrusted(socket.remoteAddress ?? '', 0)) return { refusal: 'locked' };
  const name = headers[way.userHeader];
  const editor = typeof name === 'string' ? editorNamed(name) : undefined;
  return editor ? { editor } : { refusal: 'no-name' };
}

/** Whether the key in an address is the right one. */
export function isKey(given: string, { way }: Access): boolean {
  return way.kind === 'token' && isSame(given, way.token);
}

/** The cookie that a browser gets for the right key; it goes with the browser, and to no other site's requests. */
export function sessionCookie({ way }: Access): string {
  if (way.kind !== 'token') throw new Error('a proxy needs no cookie');
  return `${way.cookieName}=${sessionOf(way.token)}; Path=/; HttpOnly; SameSite=Strict`;
}

/** Not the key itself: whoever reads a cookie can't open another browser with it. */
function sessionOf(token: string): string {
  return createHash('sha256').update(`redaktion ${token}`).digest('base64url');
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

/** A name or a mail address as Git writes it; undefined if nothing is left of it. */
function editorNamed(header: string): Editor | undefined {
  // Node reads headers as Latin-1, proxies write UTF-8.
  const written = Buffer.from(header, 'latin1').toString('utf8');
  const text = gitName(written.includes('\ufffd') ? header : written);
  if (text === '') return undefined;
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(text);
  return { name: text, email: isAddress ? text : 'redaktion@localhost' };
}
