/** What `npm run due` says, which a timer runs. */
export const dueWords = {
  running:
    'Ein anderer Lauf von „npm run due“ ist noch nicht zu Ende. Dieser hat nichts getan; der nächste sieht wieder nach.',
  notTogether: '--site und --mail gehen nicht zusammen; ohne beide wird gebaut und verschickt.',
  trouble: (key: string, sentence: string) => `${key} ging nicht hinaus: ${sentence}`,
  calledOff: (key: string) =>
    `${key} wurde geändert, während der Versand vorbereitet wurde; noch ist nichts hinausgegangen. Der nächste Lauf sieht wieder nach.`,
  contentErrors: 'In den Inhalten stehen Fehler; solange geht nichts hinaus. Die Übersicht nennt sie.',
  notBuilt: 'Die Website ließ sich nicht bauen, weil in den Inhalten Fehler stehen. Die Übersicht nennt sie.',
  unknown:
    'Bei einzelnen E-Mails ist ungeklärt, ob sie angekommen sind. Der Betrieb kann im Protokoll des Mailservers nachsehen.',
  restored: (key: string, moment: string) =>
    `Am ${moment} wurde eine Sicherung zurückgeholt. Ob ${key} davor schon an alle oder an einen Teil ging, steht nicht in ihr; von selbst geht die Ausgabe deshalb nicht hinaus. Sehen Sie im Protokoll des Mailservers nach. Ging sie nicht hinaus, verschicken Sie sie von Hand: npm run send -- ${key} --yes. Ging sie hinaus, nehmen Sie „mailing: true“ aus der Ausgabe.`,
  putOff:
    'Der Mailserver hat einzelne Adressen auf später vertröstet; ein späterer Lauf setzt den Versand von selbst fort.',
  stopped: 'Der Versand wurde angehalten, etwa weil der Rechner neu startet; der nächste Lauf setzt ihn fort.',
  notFinished: 'Der Versand ist unterbrochen; der nächste Lauf setzt ihn fort.',
};
