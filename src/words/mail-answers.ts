/** What the answers of large mail providers mean, for those who have to mend it. */

interface AnswerMeaning {
  pattern: RegExp;
  meaning: string;
}

const setUp = 'Was fehlt, sagt: npm run doctor -- --mail';

/** By the enhanced code (RFC 3463, RFC 7372) or by words that only one provider uses; the first that fits. */
const meanings: readonly AnswerMeaning[] = [
  {
    pattern: /\b5\.7\.26\b/,
    meaning: `Gmail nimmt die E-Mail nicht an, weil weder SPF noch DKIM zur Domain des Absenders passen, oder weil deren DMARC-Eintrag es so verlangt. ${setUp}`,
  },
  {
    pattern: /\b5\.7\.515\b/,
    meaning: `Microsoft (outlook.com, hotmail.com) verlangt SPF, DKIM und DMARC, und eines davon fehlt oder passt nicht zum Absender. ${setUp}`,
  },
  {
    pattern: /\b5\.7\.(?:23|24|27)\b/,
    meaning: `Der SPF-Eintrag der Domain des Absenders erlaubt diesem Mailserver das Verschicken nicht. ${setUp}`,
  },
  {
    pattern: /\b5\.7\.(?:20|21|22|30)\b/,
    meaning: `Die DKIM-Signatur fehlt oder ist ungültig. ${setUp}`,
  },
  {
    pattern: /\b5\.7\.(?:509|40)\b/,
    meaning: `Nach dem DMARC-Eintrag der Domain des Absenders ist die E-Mail abzulehnen: Weder SPF noch DKIM passen zu ihr. ${setUp}`,
  },
  {
    pattern: /\b5\.7\.25\b|\breverse (?:dns|lookup|hostname)|\bPTR\b/i,
    meaning: `Die IP-Adresse des Mailservers hat im DNS keinen Namen, oder der Name führt nicht zu ihr zurück. ${setUp}`,
  },
  {
    pattern: /\b5\.7\.29\b/,
    meaning: 'Der Empfänger nimmt E-Mails nur verschlüsselt an; Ihr Mailserver hat kein TLS benutzt.',
  },
  {
    pattern: /\b5\.7\.6(?:0[6-9]|[1-4]\d)\b|\bS3140\b/,
    meaning:
      'Microsoft hat die IP-Adresse des Mailservers gesperrt. Die Freigabe beantragt dessen Betreiber: https://sender.office.com',
  },
  {
    pattern: /\b[45]\.7\.28\b|\brate limit/i,
    meaning:
      'Das ging dem Empfänger zu schnell, oder zu viele E-Mails dieses Mailservers galten als unerwünscht. Senken Sie SEND_PER_MINUTE, und setzen Sie den Versand später fort.',
  },
  {
    pattern: /nemesis|postmaster\.(?:gmx|web\.de|1und1)/i,
    meaning:
      'GMX, WEB.DE und 1&1 lehnen aus eigenen Gründen ab: meist ein fehlender oder unpassender Name der IP-Adresse, eine Sperrliste oder zu viele E-Mails auf einmal. Mehr steht unter https://postmaster.gmx.net',
  },
  {
    pattern: /t-online\.de|bad reputation/i,
    meaning:
      'T-Online kennt die IP-Adresse des Mailservers nicht oder traut ihr nicht. Sie verlangen einen Namen im DNS und ein Impressum unter dessen Domain; die Freigabe beantragt der Betreiber bei tosa@rx.t-online.de.',
  },
  {
    pattern: /spamhaus|blocklist|blacklist|\bRBL\b|dnsbl/i,
    meaning:
      'Die IP-Adresse des Mailservers steht auf einer Sperrliste. Welche es ist, sagt die Antwort; die Streichung beantragt der Betreiber des Mailservers dort.',
  },
  {
    pattern: /greylist|\bgr[ae]y ?list/i,
    meaning: 'Der Empfänger vertröstet jeden Unbekannten (Greylisting); der nächste Versuch gelingt meist.',
  },
  { pattern: /\b5\.3\.4\b/, meaning: 'Die E-Mail ist dem Empfänger zu groß.' },
  { pattern: /\b[45]\.2\.2\b/, meaning: 'Das Postfach ist voll.' },
  { pattern: /\b5\.1\.(?:1|6|10)\b/, meaning: 'Das Postfach gibt es nicht.' },
];

/** What a mail server's answer means, in German; undefined where only its own words say it. */
export function answerMeaning(answer: string): string | undefined {
  return meanings.find(({ pattern }) => pattern.test(answer))?.meaning;
}
