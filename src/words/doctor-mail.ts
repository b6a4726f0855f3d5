/** What `npm run doctor -- --mail` says of the DNS and the mail server. */

export type ProviderDemand = 'domain' | 'spf' | 'dkim' | 'dmarc' | 'tls' | 'reverse';

const demandNames: Record<ProviderDemand, string> = {
  domain: 'Domain',
  spf: 'SPF',
  dkim: 'DKIM',
  dmarc: 'DMARC',
  tls: 'TLS',
  reverse: 'Name der IP-Adresse',
};

/** What the large providers ask of whoever sends to many. */
export const providerWords: readonly { name: string; demands: readonly ProviderDemand[]; also?: string }[] = [
  {
    name: 'Gmail',
    demands: ['domain', 'spf', 'dkim', 'dmarc', 'tls', 'reverse'],
    also: 'Ab 5.000 E-Mails am Tag verlangt es all das, und das Abbestellen mit einem Klick.',
  },
  {
    name: 'Microsoft',
    demands: ['domain', 'spf', 'dkim', 'dmarc'],
    also: 'Für outlook.com und hotmail.com ab 5.000 E-Mails am Tag. Microsoft 365 der Empfänger kann mehr verlangen.',
  },
  { name: 'GMX, WEB.DE', demands: ['domain', 'spf', 'reverse'] },
  {
    name: 'T-Online',
    demands: ['domain', 'reverse'],
    also: 'Unter der Domain dieses Namens muss ein Impressum stehen; unbekannte Mailserver schaltet tosa@rx.t-online.de frei.',
  },
];

export const domainWords = {
  topic: 'Domain',
  serverTopic: 'Mailserver',
  takesMail: (domain: string) => `${domain} nimmt E-Mails an; Rückläufer und Antworten finden ihren Weg.`,
  takesNone: (domain: string) =>
    `${domain} hat weder MX- noch A-Eintrag. Viele Postfächer nehmen von einer solchen Domain nichts an.`,
  noServer: 'SMTP_URL ist nicht gesetzt; der Mailserver wurde nicht geprüft.',
  accepts: (also: string | undefined) => `Nichts einzuwenden.${also ? ` ${also}` : ''}`,
  objects: (demands: readonly ProviderDemand[]) =>
    `Würde beanstanden: ${demands.map((demand) => demandNames[demand]).join(', ')}.`,
};

export const outgoingServerWords = {
  tlsTopic: 'TLS',
  reverseTopic: 'Name',
  encrypted: (server: string) => `${server} nimmt E-Mails verschlüsselt an, und seinem Zertifikat wird vertraut.`,
  clear: (server: string) =>
    `${server} nimmt E-Mails nur unverschlüsselt an. Schalten Sie dort STARTTLS ein, oder nehmen Sie smtps:// in SMTP_URL.`,
  hidden: (server: string) =>
    `${server} steht auf diesem Rechner oder im eigenen Netz. Mit welcher Adresse er hinausschickt, ist von hier nicht zu sehen; fragen Sie seinen Betrieb nach SPF und dem Namen dieser Adresse.`,
  named: (address: string, name: string) => `${address} heißt ${name}, und ${name} führt zurück.`,
  nameless: (address: string) =>
    `${address} hat im DNS keinen Namen (PTR). Den Eintrag macht, wem das Netz gehört, meist Ihr Rechenzentrum oder der Anbieter.`,
  oneWay: (address: string, name: string) =>
    `${address} heißt ${name}, aber ${name} führt nicht zu ${address} zurück. Ergänzen Sie dort den A- oder AAAA-Eintrag.`,
};

export const spfWords = {
  topic: 'SPF',
  missing: (domain: string) =>
    `${domain} hat keinen SPF-Eintrag. Er nennt die Mailserver, die für die Domain verschicken dürfen.`,
  several: (domain: string, count: number) =>
    `${domain} hat ${count} SPF-Einträge; erlaubt ist einer (RFC 7208), deshalb gilt keiner. Fassen Sie sie zusammen.`,
  unseen: (domain: string, record: string) =>
    `${domain} hat einen SPF-Eintrag (${record}). Ob er den Mailserver nennt, der hinausschickt, ist von hier nicht zu sehen.`,
  allowed: (ip: string, domain: string) => `${ip} darf für ${domain} verschicken.`,
  notAllowed: (ip: string, domain: string, record: string) => `${ip} darf für ${domain} nicht verschicken: ${record}`,
  broken: (domain: string, record: string, reason: string) =>
    `Der SPF-Eintrag von ${domain} lässt sich nicht auswerten${reason ? ` (${reason})` : ''}: ${record}`,
};

export const signatureWords = {
  topic: 'DKIM',
  nobody:
    'Niemand signiert. Setzen Sie DKIM_SELECTOR und DKIM_KEY, oder DKIM=relay, wenn Ihr Mailserver signiert. Ohne Signatur bietet kein Postfach das Abbestellen mit einem Klick an.',
  relay:
    'Der Mailserver signiert, sagt DKIM=relay. Sehen Sie es an einer Probe nach: Die Kopfzeile DKIM-Signature nennt mit d= die Domain des Absenders und in h= List-Unsubscribe und List-Unsubscribe-Post.',
  missing: (name: string) => `Unter ${name} steht kein Schlüssel. So lange ist jede Signatur ungültig.`,
  several: (name: string, count: number) => `Unter ${name} stehen ${count} Schlüssel; es darf einer sein.`,
  revoked: (name: string) => `Der Schlüssel unter ${name} ist widerrufen (p= ist leer).`,
  otherKey: (name: string) =>
    `Unter ${name} steht ein anderer Schlüssel als der zu DKIM_KEY. Jede Signatur ist damit ungültig.`,
  short: (name: string, bits: number) =>
    `Der Schlüssel unter ${name} gilt, hat aber nur ${bits} Bit; empfohlen sind 2048.`,
  right: (name: string) => `Der Schlüssel unter ${name} gehört zu DKIM_KEY.`,
};

export const dmarcWords = {
  topic: 'DMARC',
  missing: (domain: string) =>
    `${domain} hat keinen DMARC-Eintrag. Gmail und Microsoft verlangen einen von allen, die an viele schicken; für den Anfang genügt p=none.`,
  broken: (domain: string) => `Der DMARC-Eintrag von ${domain} lässt sich nicht auswerten.`,
  fails: (domain: string, policy: string) =>
    `Weder SPF noch DKIM passen zu ${domain}. Nach dem DMARC-Eintrag (p=${policy}) ${policy === 'none' ? 'wird das nur gemeldet' : policy === 'reject' ? 'wird die E-Mail abgelehnt' : 'landet die E-Mail unter den unerwünschten'}; viele Postfächer lehnen sie trotzdem ab.`,
  watches: (domain: string) =>
    `${domain} hat einen DMARC-Eintrag, der nur beobachtet (p=none), und SPF oder DKIM passen dazu. Kommen die Berichte ohne Beanstandung, gehen Sie zu p=quarantine und p=reject.`,
  right: (domain: string, policy: string) => `Der DMARC-Eintrag von ${domain} (p=${policy}) passt zu SPF oder DKIM.`,
};
