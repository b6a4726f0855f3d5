/** Every environment variable of the product. docs/betrieb.md has the same ones; a test holds the two together. */
import { z } from 'zod';
import {
  ageRecipient,
  anyText,
  authServer,
  databaseUrl,
  dayKind,
  dkimSelector,
  domain,
  headerName,
  ipAddress,
  keyFile,
  mailAddress,
  mailAddresses,
  mailbox,
  mailServerUrl,
  nameServer,
  networks,
  path,
  plus,
  port,
  type ReadFile,
  relay,
  secretFile,
  webOrigin,
  wholeNumber,
} from './kinds.ts';

/** What is known of a setting beside its kind and default. */
interface SettingFacts {
  /** A right value, for messages. */
  example: string;
  /** The value may hold a password, or may be a key by mistake: no message shows it. */
  isSecret?: true;
  /** The one that has to be set too. */
  together?:
    | 'DKIM_SELECTOR'
    | 'DKIM_KEY'
    | 'SMTP_URL'
    | 'BOUNCE_MAILBOX'
    | 'BOUNCE_ADDRESS'
    | 'ARRIVAL_MAILBOX'
    | 'DATABASE_URL';
}

export const settingFacts = z.registry<SettingFacts>();

/** More would protect from nothing. */
const mostSignUps = 999_999_999;

/** The schema of all settings; files that they name are read by `readFile`. */
export function settingsSchema(readFile: ReadFile) {
  return z.object({
    /** The day that is built and checked for. Set it to see another day, or to build the same bytes again. */
    BUILD_DATE: dayKind.optional().register(settingFacts, { example: '2026-11-24' }),
    /** Where `npm start` and `npm run dev` serve; the first free port from 4321 on. Set it to have the same every time. */
    PORT: port.optional().register(settingFacts, { example: '5000' }),
    /** The organisation's folder, where it is not the product's. */
    SITE_ROOT: path.optional().register(settingFacts, { example: '/srv/blatt' }),
    /** Where `npm run due` copies a site that it has built, from the organisation's folder. */
    DEPLOY_DIR: path.optional().register(settingFacts, { example: '/var/www/blatt' }),
    /** The commit that is built; it stands in every proof of consent. Set it wherever readers can subscribe. */
    SITE_COMMIT: anyText.optional().register(settingFacts, { example: '4f1c9e2' }),

    /** The mail server of service and sending. Without it, mails become files. */
    SMTP_URL: mailServerUrl
      .optional()
      .register(settingFacts, { example: 'smtp://benutzer:kennwort@mail.example:587', isSecret: true }),
    /** The file that holds the password of `SMTP_URL`, so that no variable does; whoever reads `SMTP_URL` gets it with it. */
    SMTP_PASSWORD_FILE: secretFile(readFile)
      .optional()
      .register(settingFacts, { example: 'smtp-password', isSecret: true, together: 'SMTP_URL' }),
    /** Where the service listens. Another address only where the web server is another machine. */
    ABO_HOST: ipAddress.prefault('127.0.0.1').register(settingFacts, { example: '127.0.0.1' }),
    /** Change it when another program has this port. */
    ABO_PORT: port.prefault('4380').register(settingFacts, { example: '4390' }),
    /** Whose `X-Forwarded-For` is believed. Set it to the web server before the service, and nothing else. */
    ABO_TRUSTED_PROXIES: networks.prefault('').register(settingFacts, { example: '127.0.0.1,10.0.0.0/8' }),
    /** Mails to one address in an hour. More lets strangers fill a mailbox. */
    ABO_LIMIT_ADDRESS_HOUR: wholeNumber(1, mostSignUps).prefault('1').register(settingFacts, { example: '2' }),
    /** Mails to one address in a day. */
    ABO_LIMIT_ADDRESS_DAY: wholeNumber(1, mostSignUps).prefault('3').register(settingFacts, { example: '5' }),
    /** Sign-ups from one network in an hour. Raise it where many readers share an address. */
    ABO_LIMIT_PREFIX: wholeNumber(1, mostSignUps).prefault('20').register(settingFacts, { example: '100' }),
    /** Sign-ups for addresses of one domain in an hour. Raise it before inviting a whole administration. */
    ABO_LIMIT_DOMAIN: wholeNumber(1, mostSignUps).prefault('50').register(settingFacts, { example: '200' }),
    /** All sign-ups in an hour: what the mail server takes beside its other work. */
    ABO_LIMIT_TOTAL: wholeNumber(1, mostSignUps).prefault('500').register(settingFacts, { example: '1000' }),
    /** The PostgreSQL database of the Abo, for several machines or many subscribers. Without it, the data folder holds one. */
    DATABASE_URL: databaseUrl
      .optional()
      .register(settingFacts, { example: 'postgres://kurrende:kennwort@db.example:5432/kurrende', isSecret: true }),
    /** The file that holds the password of `DATABASE_URL`; whoever reads `DATA_DIR` gets both. */
    DATABASE_PASSWORD_FILE: secretFile(readFile)
      .optional()
      .register(settingFacts, { example: 'database-password', isSecret: true, together: 'DATABASE_URL' }),
    /** Database, key, locks and outbox, from the organisation's folder. */
    DATA_DIR: path.prefault('data/').register(settingFacts, { example: '/var/lib/kurrende/data' }),
    /**
     * Where backups lie, best on another disk. The service keeps the list of those who left there, so that a backup can be
     * put back without bringing anybody back.
     */
    BACKUP_DIR: path.optional().register(settingFacts, { example: '/var/backups/kurrende' }),
    /** Backups that are older go, once there is a newer one that was checked. The data protection notice may promise less. */
    BACKUP_DAYS: wholeNumber(1, 3650).prefault('30').register(settingFacts, { example: '14' }),
    /** The public key of age that backups are encrypted for; the private one lies elsewhere. */
    BACKUP_RECIPIENT: ageRecipient
      .optional()
      .register(settingFacts, { example: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p' }),
    /** Where a build leaves facts and shell for the service, and the service finds them. */
    ABO_SITE: path.prefault('server/abo/').register(settingFacts, { example: '/var/lib/kurrende/abo' }),

    /** Where the Redaktion listens. Another address only where the proxy before it is another machine. */
    REDAKTION_HOST: ipAddress.prefault('127.0.0.1').register(settingFacts, { example: '127.0.0.1' }),
    /** The first free port from 4395 on. Set it to have the same every time. */
    REDAKTION_PORT: port.optional().register(settingFacts, { example: '4400' }),
    /** Under which address the Redaktion is opened behind a proxy. */
    REDAKTION_URL: webOrigin.optional().register(settingFacts, { example: 'https://redaktion.kurrende.example' }),
    /** The header in which that proxy says who is writing. */
    REDAKTION_USER_HEADER: headerName.optional().register(settingFacts, { example: 'X-Remote-User' }),
    /** The proxies whose word that is taken for, and nobody else. */
    REDAKTION_TRUSTED_PROXIES: networks.optional().register(settingFacts, { example: '10.0.0.5' }),

    /** Where sender and timer leave their figures for the Redaktion, which may run under another account; with the data. */
    FIGURES_FILE: path.optional().register(settingFacts, { example: '/srv/kurrende/figures/figures.json' }),
    /** Messages of a mailing in a minute: what the relay allows. */
    SEND_PER_MINUTE: wholeNumber(1, 1_000_000).prefault('300').register(settingFacts, { example: '600' }),
    /** Connections of a mailing at a time. Many relays take only a few. */
    SEND_CONNECTIONS: wholeNumber(1, 100).prefault('4').register(settingFacts, { example: '10' }),
    /** Who signs, if not this machine. */
    DKIM: relay.optional().register(settingFacts, { example: 'relay' }),
    /** The name of the key in the DNS. Another key gets another name. */
    DKIM_SELECTOR: dkimSelector.optional().register(settingFacts, { example: 'kurrende2026', together: 'DKIM_KEY' }),
    /** The file of the key that signs here; its value is the key. */
    DKIM_KEY: keyFile(readFile)
      .optional()
      .register(settingFacts, { example: '/etc/kurrende/dkim.pem', isSecret: true, together: 'DKIM_SELECTOR' }),
    /** The domain that signs, where it is not the sender's. */
    DKIM_DOMAIN: domain.optional().register(settingFacts, { example: 'kurrende.example' }),

    /** Where reports go that a mail did not arrive (MAIL FROM), where it isn't the sender. */
    BOUNCE_ADDRESS: mailAddress.optional().register(settingFacts, { example: 'ruecklauf@kurrende.example' }),
    /** Whether each mail has an address of its own for them, behind a plus. */
    BOUNCE_VERP: plus.optional().register(settingFacts, { example: 'plus', together: 'BOUNCE_ADDRESS' }),
    /** The mailbox where they come in. */
    BOUNCE_MAILBOX: mailbox
      .optional()
      .register(settingFacts, { example: 'imaps://ruecklauf@imap.example/INBOX', isSecret: true }),
    /** The file that holds its password. */
    BOUNCE_PASSWORD_FILE: secretFile(readFile)
      .optional()
      .register(settingFacts, { example: 'bounce-password', isSecret: true, together: 'BOUNCE_MAILBOX' }),
    /** The address, subscribed as any other, that proves that an issue arrives. */
    ARRIVAL_ADDRESS: mailAddress.optional().register(settingFacts, { example: 'ankunft@kurrende.example' }),
    /** Its mailbox. */
    ARRIVAL_MAILBOX: mailbox
      .optional()
      .register(settingFacts, { example: 'imaps://ankunft@imap.example/INBOX', isSecret: true }),
    /** The file that holds its password. */
    ARRIVAL_PASSWORD_FILE: secretFile(readFile)
      .optional()
      .register(settingFacts, { example: 'arrival-password', isSecret: true, together: 'ARRIVAL_MAILBOX' }),
    /** The server whose word on SPF, DKIM and DMARC is taken, and nobody else's. */
    ARRIVAL_AUTHSERV: authServer.optional().register(settingFacts, { example: 'mx.kurrende.example' }),

    /** Who is told when a build, a backup, the service or a mailing fails. */
    OPERATOR_MAIL: mailAddresses.optional().register(settingFacts, { example: 'betrieb@kurrende.example' }),
    /** Whom `doctor` asks about the DNS, where it shall not be the resolver of the machine. */
    DNS_SERVER: nameServer.optional().register(settingFacts, { example: '192.0.2.53' }),
  });
}

type Output = z.output<ReturnType<typeof settingsSchema>>;

/** The settings as values, by the names of their variables. One that may be missing is named too: who reads it uses it. */
export type Settings = { [Name in keyof Required<Output>]: Output[Name] };

export type SettingName = keyof Settings;

export const settingNames = Object.keys(settingsSchema(String).shape) as SettingName[];

/** What one may read who uses these: where the data folder is named, the database that may stand in its place is too. */
export type Read<Used extends SettingName> = Used | ('DATA_DIR' extends Used ? 'DATABASE_URL' : never);
