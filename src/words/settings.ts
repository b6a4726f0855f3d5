/** What is said of environment variables that are wrong. */

/** A setting as sentences name it. */
interface Named {
  name: string;
  /** A right value. */
  example: string;
  /** What holds where it isn't set, if that is a value. */
  standard?: string | undefined;
}

/** What a value has to be, as it stands behind “erwartet wird”. */
export const expectedValues = {
  day: 'ein Tag wie 2025-08-14 oder ein Zeitpunkt wie 2025-08-14 10:00',
  wholeNumber: (least: number, most: number) => `eine ganze Zahl von ${least} bis ${most}`,
  path: 'der Pfad einer Datei oder eines Ordners, keine Adresse mit ://',
  ipAddress: 'eine IP-Adresse',
  network: 'eine IP-Adresse oder ein Netz; mehrere trennt ein Komma',
  /** RFC 3986 2.4: a password may hold what has a meaning in a URL. */
  mailServer:
    'die Adresse eines Mailservers; Sonderzeichen in Name und Kennwort stehen darin mit Prozent, zum Beispiel %25 für %',
  database:
    'die Adresse einer Datenbank von PostgreSQL; Sonderzeichen in Name und Kennwort stehen darin mit Prozent, zum Beispiel %25 für %',
  mailAddresses: 'eine E-Mail-Adresse; mehrere trennt ein Komma',
  mailbox:
    'der Ordner eines Maildir, vom Wurzelverzeichnis an, oder imaps://benutzer@imap.example/INBOX; Sonderzeichen im Namen stehen darin mit Prozent, zum Beispiel %40 für @',
  mailAddress: 'eine E-Mail-Adresse',
  plus: '„plus“ (der Mailserver nimmt Adressen mit + an) oder nichts',
  authServer: 'der Name des Mailservers, wie er am Anfang von Authentication-Results steht',
  nameServer: 'die IP-Adresse eines Nameservers, mit Port zum Beispiel 192.0.2.53:5353',
  dkim: '„relay“ (der Mailserver signiert) oder nichts; wer hier signiert, setzt DKIM_SELECTOR und DKIM_KEY',
  dkimSelector: 'der Name vor „._domainkey“ im DNS',
  domain: 'ein Domainname',
  webOrigin: 'eine Adresse mit https:// ohne Pfad',
  headerName: 'der Name einer Kopfzeile',
  ageRecipient: 'ein öffentlicher Schlüssel von age; er beginnt mit age1',
  readableKey: 'der Pfad einer Datei, die dieses Konto lesen darf; er gilt vom Ordner des Projekts aus',
  readableSecret: 'eine Datei, die dieses Konto lesen darf und in der nur das Kennwort steht',
  secret: 'eine Datei mit dem Kennwort in ihrer einzigen Zeile',
  key: 'eine Datei mit einem privaten RSA-Schlüssel im PEM-Format ohne Kennwort',
};

export const settingFaults = {
  wrong: ({
    shown,
    expected,
    corrected,
    ...setting
  }: Named & { shown: string; expected: string; corrected?: string }) =>
    `${setting.name} ist „${shown}“, erwartet wird ${expected}. ${advice(setting, corrected)}`,
  wrongPart: ({ shown, expected, ...setting }: Named & { shown: string; expected: string }) =>
    `${setting.name} enthält „${shown}“, erwartet wird ${expected}. ${advice(setting)}`,
  /** Without a word of the value. */
  wrongSecret: ({ expected, ...setting }: Named & { expected: string }) =>
    `${setting.name} ist falsch gesetzt; der Wert steht nicht hier, weil er geheim sein kann. Erwartet wird ${expected}. ${advice(setting)}`,
  /** `rest`: what of it belongs to no password. */
  ambiguous: (name: string, rest: string, file: string | undefined) =>
    [
      `${name}${rest === '' ? '' : ` („…${rest}“)`} lässt sich auf mehr als eine Weise lesen: Vor dem letzten @ steht in Name oder Kennwort ein Zeichen, das in einer Adresse etwas anderes bedeutet; gezeigt wird davon nichts.`,
      'Schreiben Sie %40 für @, %2F für /, %23 für #, %3F für ?, %3A für : und %25 für %.',
      ...(file === undefined
        ? []
        : [
            `Oder lassen Sie das Kennwort in der Adresse weg, und nennen Sie mit ${file} eine Datei, in der es steht, wie es ist.`,
          ]),
    ].join(' '),
  parameter: (name: string, right: readonly string[], written: string | undefined) =>
    written === undefined
      ? `${name} enthält hinter dem Fragezeichen etwas, das die Kurrende nicht kennt. Möglich ist: ${right.join(', ')}.`
      : `${name} enthält hinter dem Fragezeichen „${written}“; das hätte keine Wirkung. Meinten Sie ${right.join(', ')}?`,
  nobodyToLogIn: (file: string, address: string, example: string) =>
    `${file} nennt ein Kennwort, aber in ${address} fehlt der Name dazu. Schreiben Sie zum Beispiel ${address}=${example}.`,
  incomplete: (name: string, missing: Named) =>
    `${name} und ${missing.name} gehören zusammen; ${missing.name} fehlt. ${advice(missing)}`,
  all: (sentences: readonly string[]) =>
    [
      ...(sentences.length > 1 ? ['Diese Umgebungsvariablen sind falsch gesetzt:'] : []),
      ...sentences,
      'Alle Einstellungen stehen in docs/betrieb.md.',
    ].join('\n'),
  unknown: (name: string, nearest: string | undefined) =>
    `Warnung: Die Umgebungsvariable ${name} kennt die Kurrende nicht; sie hat keine Wirkung.${nearest ? ` Meinten Sie ${nearest}?` : ''}`,
};

const advice = ({ name, example, standard }: Named, corrected?: string) =>
  corrected === undefined
    ? `Schreiben Sie zum Beispiel ${name}=${example}${standard === undefined ? '' : `; ohne ${name} gilt ${standard}`}.`
    : `Schreiben Sie ${name}=${corrected}.`;
