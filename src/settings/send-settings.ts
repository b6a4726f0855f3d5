import { isDkimKey } from '../mail/dkim.ts';
import { UserError } from '../model/user-error.ts';
import { sendingErrors } from '../words/sending.ts';
import { readSettings } from './service-settings.ts';

/** Who signs: this machine with a key, or the relay by the operator's word. */
export type DkimSetting = { by: 'relay' } | { by: 'key'; selector: string; privateKey: string; domain?: string };

/** What the operator can set for sending. */
export interface SendSettings {
  /** The mail server. May hold a password: never print it. */
  smtpUrl?: string;
  connections: number;
  perMinute: number;
  /** Undefined: nothing is said on DKIM. */
  dkim?: DkimSetting;
}

type Environment = Record<string, string | undefined>;

/** Reads the settings; `readFile` reads a file as text. Throws a UserError that names the first wrong one. */
export function readSendSettings(env: Environment, readFile: (path: string) => string): SendSettings {
  return {
    smtpUrl: readSettings(env).smtpUrl,
    connections: countIn(env, 'SEND_CONNECTIONS', 4, 100),
    perMinute: countIn(env, 'SEND_PER_MINUTE', 300, 1_000_000),
    dkim: dkimIn(env, readFile),
  };
}

function countIn(env: Environment, name: string, standard: number, most: number): number {
  const text = env[name];
  if (!text) return standard;
  const count = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > most) throw new UserError(sendingErrors.setting(name, text, most));
  return count;
}

function dkimIn(
  { DKIM, DKIM_SELECTOR, DKIM_KEY, DKIM_DOMAIN }: Environment,
  readFile: (path: string) => string,
): DkimSetting | undefined {
  if (DKIM_SELECTOR || DKIM_KEY) {
    if (!DKIM_SELECTOR || !DKIM_KEY) throw new UserError(sendingErrors.halfDkim);
    if (!/^[\w-]+(?:\.[\w-]+)*$/.test(DKIM_SELECTOR)) throw new UserError(sendingErrors.dkimSelector(DKIM_SELECTOR));
    const privateKey = textOf(DKIM_KEY, readFile);
    if (!isDkimKey(privateKey)) throw new UserError(sendingErrors.dkimKey(DKIM_KEY));
    return { by: 'key', selector: DKIM_SELECTOR, privateKey, ...(DKIM_DOMAIN && { domain: DKIM_DOMAIN }) };
  }
  if (!DKIM) return undefined;
  if (DKIM !== 'relay') throw new UserError(sendingErrors.dkim(DKIM));
  return { by: 'relay' };
}

function textOf(file: string, readFile: (path: string) => string): string {
  try {
    return readFile(file);
  } catch {
    throw new UserError(sendingErrors.dkimKeyMissing(file));
  }
}
