/** Help at the fields of `content/freigaben.yaml`, which the Redaktion writes. */
export const approvalsHelp = {
  approvals: 'Freigaben durch eine zweite Person, eine Liste; die Redaktion trägt sie ein, und Sie ändern sie nie.',
};

export const approvalHelp = {
  file: 'Der freigegebene Text.',
  sha256: 'Prüfsumme des freigegebenen Textes; wird er geändert, gilt die Freigabe nicht mehr.',
  coversAttachments:
    'Die Prüfsumme gilt auch den Dateien, die der Text zum Herunterladen nennt. In älteren Freigaben fehlt die Angabe; sie gelten dem Text allein.',
  coversPictures:
    'Die Prüfsumme gilt auch den Bildern des Textes. In älteren Freigaben fehlt die Angabe; ein Bild, das danach ein anderes wurde, hebt sie nicht auf.',
  by: 'Wer den Text freigegeben hat.',
  on: 'Tag der Freigabe in der Form JJJJ-MM-TT.',
};
