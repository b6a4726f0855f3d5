/** What is said of the DNS and of mail servers to those who run them. */

export const dkimErrors = {
  otherDomain: (domain: string, sender: string) =>
    `DKIM_DOMAIN ist „${domain}“, der Absender gehört zu ${sender}. Eine Signatur einer fremden Domain zählt für DMARC nicht; viele Postfächer lehnen die E-Mail dann ab. Nehmen Sie ${sender} oder eine Domain desselben Hauses, oder löschen Sie DKIM_DOMAIN.`,
};

/** What keeps a mail server from being reached, each as a sentence that says what to do. */
export const serverTroubles = {
  refused: (server: string) =>
    `${server} nimmt keine Verbindung an. Stimmen Name und Port in SMTP_URL, und läuft der Mailserver? Vielleicht sperrt eine Firewall den Port.`,
  'not-found': (server: string) =>
    `Den Namen des Mailservers ${server} kennt der Nameserver nicht. Prüfen Sie den Namen in SMTP_URL.`,
  timeout: (server: string) =>
    `${server} antwortet nicht. Stimmt der Port in SMTP_URL? Für smtp:// ist es meist 587 oder 25, für smtps:// 465; vielleicht sperrt auch eine Firewall den Port.`,
  certificate: (server: string) =>
    `Dem Zertifikat von ${server} vertraut dieser Rechner nicht. Ist es von der Zertifizierungsstelle des Hauses, nennen Sie deren Datei: NODE_EXTRA_CA_CERTS=/etc/ssl/certs/haus-ca.pem. Sonst ist es abgelaufen oder auf einen anderen Namen ausgestellt; in SMTP_URL muss der Name stehen, der im Zertifikat steht. Schalten Sie die Prüfung nicht ab: Das Kennwort ginge dann an jeden.`,
  tls: (server: string) =>
    `Mit ${server} kommt keine verschlüsselte Verbindung zustande. smtps:// verschlüsselt von Anfang an (Port 465), smtp:// erst danach (Port 587 oder 25); mit einem Kennwort muss der Server es können.`,
  login: (server: string) => `${server} nimmt Name oder Kennwort aus SMTP_URL nicht an.`,
  rejected: (server: string) => `${server} weist diesen Rechner ab.`,
  broken: (server: string) => `Die Verbindung zu ${server} bricht ab.`,
} as const;

/** Behind such a sentence. */
export const systemSays = (reason: string) => `Meldung des Systems: ${reason}`;
export const serverSays = (answer: string) => `Seine Antwort: ${answer}`;
