/** What is kept of one person, as the operator hands it out (Art. 15 GDPR). */

/** What a subscription is called by its state. */
export const statusWords: Record<string, string> = { active: 'aktiv', paused: 'angehalten', left: 'abgemeldet' };

const wayWords: Record<string, string> = {
  page: 'über die Seite zum Abmelden',
  'one-click': 'mit einem Klick im Mailprogramm (RFC 8058)',
  operator: 'durch den Betrieb',
  import: 'durch einen Import',
  erasure: 'durch ein Löschverlangen',
};

const sourceWords: Record<string, string> = {
  form: 'Formular auf der Website, doppelt bestätigt',
  import: 'Import aus einem früheren System',
};

/** The printed record of a person. */
export const recordWords = {
  title: (address: string) => `Auskunft über die Daten zu ${address}`,
  asOf: 'Stand',
  subscription: 'Abonnement',
  none: 'kein laufendes',
  status: (status: string, since: string) => `${statusWords[status] ?? status} seit ${since}`,
  pauseReason: 'Grund',
  consent: (number: number) => `Nachweis der Einwilligung ${number}`,
  id: 'Kennung',
  email: 'Adresse',
  list: 'Newsletter',
  text: 'Wortlaut',
  hash: 'SHA-256 des Wortlauts',
  form: 'Formular',
  privacy: 'Datenschutzhinweise, Stand',
  commit: 'Stand der Website (Commit)',
  source: 'Herkunft',
  sourceOf: (source: string) => sourceWords[source] ?? `${sourceWords.import} (${source})`,
  requested: 'Bestellt',
  mailed: 'E-Mail zur Bestätigung abgeschickt',
  messageId: 'Kennung dieser E-Mail (Message-ID)',
  mailVersion: 'Fassung dieser E-Mail',
  mailText: 'Wortlaut dieser E-Mail',
  confirmed: 'Bestätigt',
  withdrawn: 'Widerrufen',
  way: 'Weg des Widerrufs',
  ways: wayWords,
  request: (number: number) => `Unbestätigte Anmeldung ${number}`,
  expires: 'Gilt bis',
  deliveries: 'Zugesandte Ausgaben',
  bounces: 'Rückläufer',
  formerAddress: 'Frühere Adresse',
  formerUntil: (address: string, at: string) => `${address}, bis die Domain am ${at} einen neuen Namen bekam`,
  deliveryStates: {
    queued: 'wartet',
    claimed: 'wird gerade verschickt',
    accepted: 'vom Mailserver angenommen',
    failed: 'nicht zugestellt',
    unknown: 'ungewiss',
  },
  left: 'Nach einer Abmeldung gesperrt (nur als Prüfsumme gespeichert) seit',
  notRecorded: 'nicht festgehalten',
};
