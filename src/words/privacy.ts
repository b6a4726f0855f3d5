/** What the data protection notice says by itself, a sentence for each thing that a site may do (Art. 13 GDPR). */

import { plural } from './phrases.ts';

const days = (count: number) => (count === 1 ? 'einem Tag' : plural(count, 'Tag', 'Tagen'));
const inYears = (count: number) => (count === 1 ? 'ein Jahr' : plural(count, 'Jahr', 'Jahre'));

export const privacyWords = {
  title: 'Datenschutzhinweise',
  description: (site: string) => `Welche Daten beim Besuch von „${site}“ anfallen und welche Rechte Sie haben.`,
  example:
    'Der Herausgeber dieser Website ist ein erfundenes Beispiel. Wer das Programm übernimmt, trägt die eigenen Angaben ein.',
  inShort:
    'Kurz gesagt: Sie können hier alles lesen, ohne sich anzumelden. Diese Website setzt keine Cookies, zählt Sie nicht und lädt nichts von anderen Anbietern.',

  controller: 'Wer verantwortlich ist',
  name: 'Name',
  address: 'Anschrift',
  phone: 'Telefon',
  email: 'E-Mail',
  represented: 'Wer uns vertritt, steht im',
  officer: 'Wer über den Datenschutz wacht',
  officerName: 'Datenschutzbeauftragte oder -beauftragter',

  log: 'Was beim Aufruf einer Seite geschieht',
  noLog: 'Unser Server führt kein Protokoll über die Abrufe. Ihre IP-Adresse nutzt er nur, um Ihnen zu antworten.',
  logKeeps: 'Bei jedem Abruf schreibt der Server eine Zeile in ein Protokoll:',
  logFields: {
    time: 'Tag und Uhrzeit',
    address: 'die abgerufene Adresse',
    status: 'ob der Abruf gelungen ist',
    bytes: 'wie viele Bytes übertragen wurden',
    referrer: 'die Seite, von der Sie kamen, wenn Ihr Browser sie mitteilt',
    'user-agent': 'die Kennung Ihres Browsers',
    'ip-address': 'Ihre IP-Adresse',
    'shortened-ip-address': 'Ihre IP-Adresse, gekürzt',
  },
  logPurpose: (kept: number) =>
    `Ohne die IP-Adresse kann der Server Ihnen nicht antworten. Das Protokoll brauchen wir, um Störungen zu finden und Angriffe abzuwehren. Nach ${days(kept)} wird es gelöscht. Wir werten es nicht danach aus, wer was liest.`,
  basis: (text: string) => `Rechtsgrundlage: ${text}.`,
  publicTask: (act: string) =>
    `Art. 6 Abs. 1 Buchst. e und Abs. 3 der Datenschutz-Grundverordnung (DSGVO) in Verbindung mit ${act}; unsere Aufgabe ist es, die Öffentlichkeit zu informieren und die Website sicher zu betreiben`,
  legitimateInterests:
    'Art. 6 Abs. 1 Buchst. f der Datenschutz-Grundverordnung (DSGVO); unser berechtigtes Interesse ist es, über unsere Arbeit zu informieren und die Website sicher zu betreiben',

  hosting: 'Wer die Website betreibt',
  ownHosting: 'Die Website wird in unserem eigenen Rechenzentrum betrieben.',
  hostedBy: (name: string, city: string) =>
    `Die Website betreibt ein Unternehmen nach unseren Weisungen (Art. 28 DSGVO): ${name}, ${city}.`,

  subscription: 'Abo per E-Mail',
  subscriptionData:
    'Wenn Sie das Abo bestellen, speichern wir Ihre E-Mail-Adresse. Mehr fragen wir nicht. Wir verwenden sie, um Ihnen die Ausgaben zu senden.',
  subscriptionConfirm: (hours: number, keptDays: number) =>
    `Sie bekommen zuerst eine E-Mail mit der Bitte um Bestätigung. Ihr Link gilt ${hours} Stunden. Bestätigen Sie nicht, löschen wir die Anfrage spätestens nach ${days(keptDays)}.`,
  subscriptionProof: (years: number) =>
    `Rechtsgrundlage ist Ihre Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO). Damit wir sie nachweisen können (Art. 7 Abs. 1 DSGVO), halten wir ihren Wortlaut, die Fassung dieser Hinweise und die Zeitpunkte fest: wann Sie bestellt, bestätigt und abbestellt haben. Ihre IP-Adresse speichern wir dazu nicht. Den Nachweis löschen wir ${inYears(years)} nach der Abbestellung.`,
  subscriptionEnd:
    'Sie können die Einwilligung jederzeit mit Wirkung für die Zukunft widerrufen, zum Beispiel mit dem Abmeldelink in jeder Ausgabe; auf der Seite zum Abo schicken wir Ihnen den Link auch einzeln. Wir löschen Ihre Adresse dann sofort aus dem Verteiler und bestätigen Ihnen das mit einer letzten E-Mail.',
  subscriptionDeliveries: (years: number) =>
    `Zu jeder Ausgabe vermerken wir, ob Ihr Mailserver sie angenommen oder später als unzustellbar gemeldet hat, mit seiner Antwort, damit sie niemanden doppelt erreicht und tote Adressen nicht weiter angeschrieben werden. Diese Vermerke löschen wir ${inYears(years)} nach dem Versand, mit dem Nachweis der Einwilligung auch früher.`,
  subscriptionTracking: 'Wir messen weder, ob Sie eine E-Mail öffnen, noch, worauf Sie klicken.',
  ownDispatch: 'Die E-Mails versenden wir selbst.',
  dispatchedBy: (name: string, city: string) =>
    `Die E-Mails versendet ein Unternehmen nach unseren Weisungen (Art. 28 DSGVO): ${name}, ${city}.`,

  feeds: 'Feeds',
  feedsWithLog:
    'Wenn Sie einem Feed folgen, ruft Ihr Programm von Zeit zu Zeit eine Datei ab. Dabei entsteht derselbe Eintrag im Protokoll wie beim Aufruf einer Seite. Eine Anmeldung gibt es nicht; wir wissen nicht, wer unsere Feeds liest.',
  feedsWithoutLog:
    'Wenn Sie einem Feed folgen, ruft Ihr Programm von Zeit zu Zeit eine Datei ab. Eine Anmeldung gibt es nicht; wir wissen nicht, wer unsere Feeds liest.',

  search: 'Suche',
  searchText:
    'Die Suche läuft in Ihrem Browser. Was Sie eingeben, senden wir nirgendwohin. Ihr Suchwort steht danach in der Adresse der Seite; laden Sie diese neu oder geben Sie sie weiter, erreicht es den Server wie jede andere Adresse.',

  letters: 'Wenn Sie uns schreiben',
  lettersText: (kept: string) =>
    `Schreiben Sie uns eine E-Mail, verwenden wir Ihre Adresse und Ihre Angaben, um Ihnen zu antworten. ${kept}`,
  lettersUntilDone:
    'Wir löschen sie, sobald Ihr Anliegen erledigt ist und keine Vorschrift verlangt, sie aufzubewahren.',
  lettersKept: (duration: string) => `Aufbewahrt werden sie: ${duration}.`,

  absent: 'Was es hier nicht gibt',
  absentThings: [
    'keine Cookies und keine andere Ablage auf Ihrem Gerät',
    'keine Zählpixel, keine Reichweitenmessung, keine Auswertung von Klicks',
    'keine Schriften, Bilder, Videos oder Programme von fremden Servern',
  ],
  noBanner: 'Deshalb fragt Sie auch kein Fenster nach einer Einwilligung.',

  recipients: 'Wer die Daten erhält',
  ownRecipients: 'Nur die Beschäftigten, die den Server betreuen oder Ihre Nachricht bearbeiten.',
  otherRecipients: (names: string) =>
    `Die Beschäftigten, die den Server betreuen oder Ihre Nachricht bearbeiten, und die Unternehmen, die in unserem Auftrag arbeiten: ${names}.`,
  noThirdCountry: 'Wir übermitteln nichts in Staaten außerhalb der Europäischen Union.',
  thirdCountry: (name: string, safeguard: string) =>
    `Auch außerhalb der Europäischen Union verarbeitet das Unternehmen „${name}“ Daten. Geschützt sind sie dort durch: ${safeguard}.`,
  voluntary:
    'Sie müssen uns keine Daten nennen. Ohne die technischen Angaben im Abruf lässt sich eine Seite allerdings nicht ausliefern. Entscheidungen, die ein Programm allein trifft, gibt es hier nicht.',

  rights: 'Ihre Rechte',
  youCan: 'Sie können von uns verlangen,',
  rightsList: [
    'Auskunft über Ihre Daten zu erhalten (Art. 15 DSGVO),',
    'falsche Daten zu berichtigen (Art. 16 DSGVO),',
    'Daten zu löschen (Art. 17 DSGVO),',
    'ihre Verarbeitung einzuschränken (Art. 18 DSGVO).',
  ],
  portability: 'Die Daten Ihres Abos geben wir Ihnen auf Wunsch in einem Format, das Programme lesen (Art. 20 DSGVO).',
  objection:
    'Aus Gründen, die sich aus Ihrer besonderen Situation ergeben, können Sie der Verarbeitung jederzeit widersprechen (Art. 21 DSGVO).',
  withdrawal: 'Eine Einwilligung können Sie jederzeit widerrufen (Art. 7 Abs. 3 DSGVO).',
  complaint: 'Sie können sich bei einer Aufsichtsbehörde beschweren (Art. 77 DSGVO).',
  authority: 'Für uns zuständig',

  furtherRemarks: 'Weitere Hinweise',
  version: (version: string) => `Fassung ${version}`,
};
