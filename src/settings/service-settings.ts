import { isIP } from 'node:net';
import { UserError } from '../model/user-error.ts';
import { serviceErrors } from '../words/subscription.ts';
import { type TrustedProxies, trustedProxies } from './trusted-proxies.ts';

/** What the operator can set; each has a default. */
export interface Settings {
  host: string;
  port: number;
  /** Undefined: mails are written to files. May hold a password: never print it. */
  smtpUrl?: string;
  trusted: TrustedProxies;
  limits: {
    /** Mails to one address, an hour and a day. */
    addressPerHour: number;
    addressPerDay: number;
    /** Sign-ups from one network, to one domain, and all, an hour. */
    prefix: number;
    domain: number;
    total: number;
  };
}

type Environment = Record<string, string | undefined>;

/** Reads the settings. Throws a UserError that names the first wrong one. */
export function readSettings(env: Environment): Settings {
  const count = (name: string, standard: number) => {
    const text = env[name];
    if (!text) return standard;
    if (!/^[1-9]\d{0,8}$/.test(text)) throw new UserError(serviceErrors.notANumber(name, text));
    return Number(text);
  };
  return {
    host: hostIn(env),
    port: portIn(env),
    smtpUrl: smtpUrlIn(env),
    trusted: proxiesIn(env),
    limits: {
      addressPerHour: count('ABO_LIMIT_ADDRESS_HOUR', 1),
      addressPerDay: count('ABO_LIMIT_ADDRESS_DAY', 3),
      prefix: count('ABO_LIMIT_PREFIX', 20),
      domain: count('ABO_LIMIT_DOMAIN', 50),
      total: count('ABO_LIMIT_TOTAL', 500),
    },
  };
}

function hostIn({ ABO_HOST }: Environment): string {
  if (!ABO_HOST) return '127.0.0.1';
  if (!isIP(ABO_HOST)) throw new UserError(serviceErrors.host(ABO_HOST));
  return ABO_HOST;
}

function portIn({ ABO_PORT }: Environment): number {
  if (!ABO_PORT) return 4380;
  const port = Number(ABO_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UserError(serviceErrors.port('ABO_PORT', ABO_PORT));
  }
  return port;
}

function smtpUrlIn({ SMTP_URL }: Environment): string | undefined {
  if (!SMTP_URL) return undefined;
  const url = URL.canParse(SMTP_URL) ? new URL(SMTP_URL) : undefined;
  const isDecodable = (text: string) => !/%(?![0-9a-f]{2})/i.test(text);
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !isDecodable(url.username + url.password)) {
    throw new UserError(serviceErrors.smtpUrl);
  }
  return SMTP_URL;
}

function proxiesIn({ ABO_TRUSTED_PROXIES = '' }: Environment): TrustedProxies {
  const networks = ABO_TRUSTED_PROXIES.split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  for (const network of networks) {
    try {
      trustedProxies([network]);
    } catch {
      throw new UserError(serviceErrors.trustedProxy(network));
    }
  }
  return trustedProxies(networks);
}
