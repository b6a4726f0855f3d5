import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/user-error.ts';
import type { ReadFile } from '../../src/settings/kinds.ts';
import { type Environment, readSettings } from '../../src/settings/read-settings.ts';
import { type SettingName, settingNames } from '../../src/settings/schema.ts';

const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });

const files: Record<string, string> = { 'dkim.pem': String(key), 'notiz.txt': 'kein Schlüssel' };

const readFile: ReadFile = (path) => {
  const text = files[path];
  if (text === undefined) throw new Error(`ENOENT ${path}`);
  return text;
};

/** What is told of these variables, line by line. */
function told(env: Environment, used: readonly SettingName[] = settingNames): string[] {
  try {
    readSettings(used, env, readFile);
  } catch (error) {
    if (error instanceof UserError) return error.message.split('\n');
    throw error;
  }
  return [];
}

const manual = 'Alle Einstellungen stehen in docs/betrieb.md.';
const mailServer =
  'SMTP_URL ist falsch gesetzt; der Wert steht nicht hier, weil er geheim sein kann. Erwartet wird die Adresse eines Mailservers; Sonderzeichen in Name und Kennwort stehen darin mit Prozent, zum Beispiel %25 für %. Schreiben Sie zum Beispiel SMTP_URL=smtp://benutzer:kennwort@mail.example:587.';
const keyFile =
  'DKIM_KEY ist falsch gesetzt; der Wert steht nicht hier, weil er geheim sein kann. Erwartet wird der Pfad einer Datei, die dieses Konto lesen darf; er gilt vom Ordner des Projekts aus. Schreiben Sie zum Beispiel DKIM_KEY=/etc/kurrende/dkim.pem.';

describe('a wrong setting is told with its value, what is expected and what to write', () => {
  test.each<[Environment, string]>([
    [
      { BUILD_DATE: '2026-02-30' },
      'BUILD_DATE ist „2026-02-30“, erwartet wird ein Tag wie 2025-08-14 oder ein Zeitpunkt wie 2025-08-14 10:00. Schreiben Sie zum Beispiel BUILD_DATE=2026-11-24.',
    ],
    [
      { BUILD_DATE: '24.11.2026' },
      'BUILD_DATE ist „24.11.2026“, erwartet wird ein Tag wie 2025-08-14 oder ein Zeitpunkt wie 2025-08-14 10:00. Schreiben Sie BUILD_DATE=2026-11-24.',
    ],
    ...['achtzig', '0', '65536', '80.5', '-1', '1e3'].map((text): [Environment, string] => [
      { PORT: text },
      `PORT ist „${text}“, erwartet wird eine ganze Zahl von 1 bis 65535. Schreiben Sie zum Beispiel PORT=5000.`,
    ]),
    [
      { ABO_PORT: '99999' },
      'ABO_PORT ist „99999“, erwartet wird eine ganze Zahl von 1 bis 65535. Schreiben Sie zum Beispiel ABO_PORT=4390; ohne ABO_PORT gilt 4380.',
    ],
    [
      { ABO_HOST: 'alle' },
      'ABO_HOST ist „alle“, erwartet wird eine IP-Adresse. Schreiben Sie zum Beispiel ABO_HOST=127.0.0.1; ohne ABO_HOST gilt 127.0.0.1.',
    ],
    [
      { ABO_TRUSTED_PROXIES: '127.0.0.1, proxy.example' },
      'ABO_TRUSTED_PROXIES enthält „proxy.example“, erwartet wird eine IP-Adresse oder ein Netz; mehrere trennt ein Komma. Schreiben Sie zum Beispiel ABO_TRUSTED_PROXIES=127.0.0.1,10.0.0.0/8.',
    ],
    [
      { REDAKTION_URL: 'redaktion.rathaus.example' },
      'REDAKTION_URL ist „redaktion.rathaus.example“, erwartet wird eine Adresse mit https:// ohne Pfad. Schreiben Sie zum Beispiel REDAKTION_URL=https://redaktion.kurrende.example.',
    ],
    [
      { REDAKTION_USER_HEADER: 'X-Remote-User: Erika' },
      'REDAKTION_USER_HEADER ist „X-Remote-User: Erika“, erwartet wird der Name einer Kopfzeile. Schreiben Sie zum Beispiel REDAKTION_USER_HEADER=X-Remote-User.',
    ],
    ...(
      [
        ['ABO_LIMIT_ADDRESS_HOUR', 2, 1],
        ['ABO_LIMIT_ADDRESS_DAY', 5, 3],
        ['ABO_LIMIT_PREFIX', 100, 20],
        ['ABO_LIMIT_DOMAIN', 200, 50],
        ['ABO_LIMIT_TOTAL', 1000, 500],
      ] as const
    ).map(([name, example, standard]): [Environment, string] => [
      { [name]: '0' },
      `${name} ist „0“, erwartet wird eine ganze Zahl von 1 bis 999999999. Schreiben Sie zum Beispiel ${name}=${example}; ohne ${name} gilt ${standard}.`,
    ]),
    [
      { BACKUP_DAYS: '0' },
      'BACKUP_DAYS ist „0“, erwartet wird eine ganze Zahl von 1 bis 3650. Schreiben Sie zum Beispiel BACKUP_DAYS=14; ohne BACKUP_DAYS gilt 30.',
    ],
    [
      { BACKUP_RECIPIENT: 'age1falsch' },
      'BACKUP_RECIPIENT ist „age1falsch“, erwartet wird ein öffentlicher Schlüssel von age; er beginnt mit age1. Schreiben Sie zum Beispiel BACKUP_RECIPIENT=age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p.',
    ],
    [
      { SEND_CONNECTIONS: '101' },
      'SEND_CONNECTIONS ist „101“, erwartet wird eine ganze Zahl von 1 bis 100. Schreiben Sie zum Beispiel SEND_CONNECTIONS=10; ohne SEND_CONNECTIONS gilt 4.',
    ],
    [
      { SEND_PER_MINUTE: '1000001' },
      'SEND_PER_MINUTE ist „1000001“, erwartet wird eine ganze Zahl von 1 bis 1000000. Schreiben Sie zum Beispiel SEND_PER_MINUTE=600; ohne SEND_PER_MINUTE gilt 300.',
    ],
    [
      { DKIM: 'ja' },
      'DKIM ist „ja“, erwartet wird „relay“ (der Mailserver signiert) oder nichts; wer hier signiert, setzt DKIM_SELECTOR und DKIM_KEY. Schreiben Sie zum Beispiel DKIM=relay.',
    ],
    [
      { DKIM_SELECTOR: 'k 1', DKIM_KEY: 'dkim.pem' },
      'DKIM_SELECTOR ist „k 1“, erwartet wird der Name vor „._domainkey“ im DNS. Schreiben Sie zum Beispiel DKIM_SELECTOR=kurrende2026.',
    ],
    ...['betrieb', ' , '].map((text): [Environment, string] => [
      { OPERATOR_MAIL: text },
      `OPERATOR_MAIL ist „${text}“, erwartet wird eine E-Mail-Adresse; mehrere trennt ein Komma. Schreiben Sie zum Beispiel OPERATOR_MAIL=betrieb@kurrende.example.`,
    ]),
    // An address is a person's.
    ...['betrieb@haus.example, nacht', 'betrieb@haus.example; nacht@haus.example'].map(
      (text): [Environment, string] => [
        { OPERATOR_MAIL: text },
        'OPERATOR_MAIL ist falsch gesetzt; der Wert steht nicht hier, weil er geheim sein kann. Erwartet wird eine E-Mail-Adresse; mehrere trennt ein Komma. Schreiben Sie zum Beispiel OPERATOR_MAIL=betrieb@kurrende.example.',
      ],
    ),
    ...['dns.example', '192.0.2.53:0', '192.0.2.53:99999', '[192.0.2.53]:53', '192.0.2.53:'].map(
      (text): [Environment, string] => [
        { DNS_SERVER: text },
        `DNS_SERVER ist „${text}“, erwartet wird die IP-Adresse eines Nameservers, mit Port zum Beispiel 192.0.2.53:5353. Schreiben Sie zum Beispiel DNS_SERVER=192.0.2.53.`,
      ],
    ),
    [
      { DKIM_DOMAIN: 'kurrende' },
      'DKIM_DOMAIN ist „kurrende“, erwartet wird ein Domainname. Schreiben Sie zum Beispiel DKIM_DOMAIN=kurrende.example.',
    ],
    [
      { DKIM_SELECTOR: 'k1', DKIM_KEY: 'notiz.txt' },
      'DKIM_KEY ist „notiz.txt“, erwartet wird eine Datei mit einem privaten RSA-Schlüssel im PEM-Format ohne Kennwort. Schreiben Sie zum Beispiel DKIM_KEY=/etc/kurrende/dkim.pem.',
    ],
    [{ DKIM_SELECTOR: 'k1', DKIM_KEY: 'weg.pem' }, keyFile],
    [
      { DKIM_SELECTOR: 'k1' },
      'DKIM_SELECTOR und DKIM_KEY gehören zusammen; DKIM_KEY fehlt. Schreiben Sie zum Beispiel DKIM_KEY=/etc/kurrende/dkim.pem.',
    ],
    [
      { DKIM_KEY: 'dkim.pem' },
      'DKIM_KEY und DKIM_SELECTOR gehören zusammen; DKIM_SELECTOR fehlt. Schreiben Sie zum Beispiel DKIM_SELECTOR=kurrende2026.',
    ],
    [
      { SMTP_URL: 'smtp://a@mail.example', SMTP_PASSWORD_FILE: 'weg' },
      'SMTP_PASSWORD_FILE ist falsch gesetzt; der Wert steht nicht hier, weil er geheim sein kann. Erwartet wird eine Datei, die dieses Konto lesen darf und in der nur das Kennwort steht. Schreiben Sie zum Beispiel SMTP_PASSWORD_FILE=smtp-password.',
    ],
    [
      { SMTP_URL: 'smtp://a@mail.example', SMTP_PASSWORD_FILE: 'dkim.pem' },
      'SMTP_PASSWORD_FILE ist „dkim.pem“, erwartet wird eine Datei mit dem Kennwort in ihrer einzigen Zeile. Schreiben Sie zum Beispiel SMTP_PASSWORD_FILE=smtp-password.',
    ],
    [
      { SMTP_PASSWORD_FILE: 'notiz.txt' },
      'SMTP_PASSWORD_FILE und SMTP_URL gehören zusammen; SMTP_URL fehlt. Schreiben Sie zum Beispiel SMTP_URL=smtp://benutzer:kennwort@mail.example:587.',
    ],
    [
      { SMTP_URL: 'smtp://mail.example', SMTP_PASSWORD_FILE: 'notiz.txt' },
      'SMTP_PASSWORD_FILE nennt ein Kennwort, aber in SMTP_URL fehlt der Name dazu. Schreiben Sie zum Beispiel SMTP_URL=smtp://benutzer@mail.example:587.',
    ],
    ...['http://mail.example', 'mail.example', 'smtp://', 'smtp://mail.example:99999', 'smtp://a:b%@mail.example'].map(
      (text): [Environment, string] => [{ SMTP_URL: text }, mailServer],
    ),
  ])('%o', (env, sentence) => {
    expect(told(env)).toEqual([sentence, manual]);
  });
});

test('every setting that can be wrong is among them', () => {
  // These take any text: a path need not exist yet, and a commit may be called anything.
  const free = settingNames.filter((name) => told({ [name]: 'ein wenig Text' }).length === 0);
  expect(free).toEqual([
    'SITE_ROOT',
    'DEPLOY_DIR',
    'SITE_COMMIT',
    'DATA_DIR',
    'BACKUP_DIR',
    'ABO_SITE',
    'FIGURES_FILE',
  ]);
});

test('several are told at once', () => {
  const env = { BUILD_DATE: 'heute', SMTP_URL: 'x', ABO_TRUSTED_PROXIES: 'a, 127.0.0.1, b', DKIM_SELECTOR: 'k1' };
  expect(told(env)).toEqual([
    'Diese Umgebungsvariablen sind falsch gesetzt:',
    expect.stringMatching(/^BUILD_DATE ist „heute“/),
    mailServer,
    expect.stringMatching(/^ABO_TRUSTED_PROXIES enthält „a“/),
    expect.stringMatching(/^ABO_TRUSTED_PROXIES enthält „b“/),
    expect.stringMatching(/^DKIM_SELECTOR und DKIM_KEY gehören zusammen/),
    manual,
  ]);
});

test('those that are not used hinder nobody', () => {
  const env = { SMTP_URL: 'x', PORT: 'achtzig', DKIM_KEY: 'weg.pem', BUILD_DATE: '2026-11-24' };
  expect(readSettings(['BUILD_DATE'], env, readFile)).toEqual({ BUILD_DATE: '2026-11-24' });
});

test.each([
  ['?sslmod=require', 'enthält hinter dem Fragezeichen „sslmod“; das hätte keine Wirkung. Meinten Sie sslmode?'],
  [
    '?sslmode=verify_full',
    'enthält hinter dem Fragezeichen „sslmode=verify_full“; das hätte keine Wirkung. Meinten Sie sslmode=verify-full?',
  ],
  [
    '?sslmode=verify-full&blumenstrauß=1',
    'enthält hinter dem Fragezeichen etwas, das die Kurrende nicht kennt. Möglich ist: application_name,',
  ],
  ['?sslmode=an', 'Möglich ist: sslmode=disable, sslmode=prefer,'],
])('a database’s address with %s is refused with what is meant', (query, sentence) => {
  const text = told({ DATABASE_URL: `postgres://kurrende:geheim@db.example/kurrende${query}` }).join('\n');
  expect(text).toContain(`DATABASE_URL ${sentence}`.replace('DATABASE_URL Möglich', 'Möglich'));
  expect(text).not.toMatch(/geheim|blumenstrauß/);
  const right = 'postgres://kurrende:geheim@db.example/kurrende?sslmode=verify-full&sslrootcert=/etc/ssl/haus-ca.pem';
  expect(told({ DATABASE_URL: right })).toEqual([]);
});

test.each([' postgres://k:geheim@db.example/kurrende', 'POSTGRES://k:geheim@db.example/kurrende'])(
  'a database’s address begins as it must: %s',
  (text) => {
    expect(told({ DATABASE_URL: text })[0]).toMatch(/^DATABASE_URL ist falsch gesetzt/);
  },
);

test('an address is told to say of a second @ which one it is, and where the password may stand as it is', () => {
  expect(told({ DATABASE_URL: 'postgres://kurrende:p@ss/wort@127.0.0.1:55999/kurrende' })).toEqual([
    'DATABASE_URL („…@127.0.0.1:55999/kurrende“) lässt sich auf mehr als eine Weise lesen: Vor dem letzten @ steht in Name oder Kennwort ein Zeichen, das in einer Adresse etwas anderes bedeutet; gezeigt wird davon nichts. Schreiben Sie %40 für @, %2F für /, %23 für #, %3F für ?, %3A für : und %25 für %. Oder lassen Sie das Kennwort in der Adresse weg, und nennen Sie mit DATABASE_PASSWORD_FILE eine Datei, in der es steht, wie es ist.',
    manual,
  ]);
  expect(told({ SMTP_URL: 'smtp://blatt@haus.example:geheim@mail.example:587' })).toEqual([]);
});

describe('no message holds', () => {
  test.each(settingNames)('a password, wherever it went by mistake: %s', (name) => {
    const misplaced = [
      'smtp://benutzer:Sonnenblume7@mail.example',
      'benutzer:Sonnenblume7@mail.example',
      'http://x:Sonnenblume7@y:99999',
    ];
    for (const text of misplaced) expect(told({ [name]: text }).join('\n')).not.toContain('Sonnenblume7');
  });

  test.each(
    ['@', '/', '#', '?', '@x/', '/x@', '?password=x@', '#x@y/'].flatMap((sign) =>
      [
        ['DATABASE_URL', 'postgres', 'db.example:5432/kurrende'],
        ['SMTP_URL', 'smtp', 'mail.example:587'],
        ['BOUNCE_MAILBOX', 'imaps', 'imap.example/INBOX'],
      ].flatMap(([name = '', scheme = '', server = '']) =>
        // A number before the sign reads as a port, a word as a host or a database.
        ['Sonne', '7777'].map((start) => [name, `${scheme}://konto:${start}${sign}Blume9@${server}`] as const),
      ),
    ),
  )('a part of a password with a sign that means something else in an address: %s=%s', (name, address) => {
    const text = told({ [name]: address }).join('\n');
    expect(text).not.toMatch(/Sonne|7777|Blume9/);
    // A mail server's or a mailbox's last @ is where its name ends, in whatever form.
    if (name === 'DATABASE_URL' || /[/?#]/.test(address.split('://')[1]?.split('Blume9')[0] ?? '')) {
      expect(text).toContain(`${name} `);
      expect(text).toContain('Schreiben Sie %40 für @, %2F für /, %23 für #, %3F für ?');
    } else expect(text).toBe('');
  });

  test.each(settingNames)('a key, also in place of the path of its file: %s', (name) => {
    const [, body = ''] = String(key).split('\n');
    for (const text of [String(key), String(key).replaceAll('\n', ''), String(key).split('\n').slice(1).join('')]) {
      expect(told({ DKIM_SELECTOR: 'k1', [name]: text }).join('\n')).not.toContain(body.slice(0, 20));
    }
  });
});
