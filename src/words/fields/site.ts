/** Help for whoever sets up a site, at each field of `site.md`. */
export const siteHelp = {
  title: 'Name des Newsletters; er steht auf jeder Seite, in den Feeds und in der E-Mail.',
  description: 'Ein Satz für Suchmaschinen und Feeds dazu, was hier zu lesen ist.',
  publicUrl: 'Adresse der Website mit https:// und ohne Pfad; sie steht in allen Feeds und E-Mails.',
  aboUrl:
    'Adresse des Abo-Dienstes mit https:// und ohne Pfad, meist die der Website; ohne das Feld gibt es kein Abo per E-Mail.',
  idAuthority:
    'Domain, in deren Namen neue Kennungen vergeben werden; sie gehört Ihnen und bleibt, auch wenn die Website umzieht.',
  example: 'true, solange die Angaben erfunden sind; löschen Sie die Zeile, wenn sie stimmen.',
  frequency:
    'Wie oft der Newsletter erscheint, in Worten, die auf „Erscheint“ folgen; lassen Sie das Feld weg, wenn es keinen festen Takt gibt.',
  fourEyesSince:
    'Tag in der Form JJJJ-MM-TT: Was von da an erscheint, gibt in der Redaktion eine zweite Person frei, sonst weisen npm run build -- --release und npm run send es zurück; lassen Sie das Feld weg, wenn das Haus das nicht verlangt.',
  publishers: 'Herausgeber, eine Liste; daraus entsteht das Impressum.',
  colours:
    'Farbe des Hauses für Links und die aktuelle Woche, auf der Website, in E-Mails, Zeichnungen und im Symbol, geprüft auf Lesbarkeit; ohne das Feld gilt die der Gestaltung.',
  theme: 'Gestaltung: kurrende oder kern (Werte des Designsystems der Verwaltung); ohne das Feld gilt kurrende.',
  logo: 'Logo des Hauses in Dateien neben site.md; lassen Sie das Feld weg, wenn es keines gibt.',
  responsible: 'Wer nach § 18 Abs. 2 MStV für den Inhalt einsteht, eine Liste; jeder Eintrag ist ein Mensch, kein Amt.',
  editors: 'Redaktion: Sie steht in den Feeds, bekommt Antworten auf E-Mails und die Meldungen des Abo-Dienstes.',
  mail: 'Ausgabe als E-Mail; mit aboUrl müssen Sie das Feld ausfüllen, ohne E-Mail lassen Sie es weg.',
  style: 'Was das Haus über seinen Stil entschieden hat; die Hinweise von npm run check -- --style gehen danach.',
  security: 'Wer Meldungen von Sicherheitslücken entgegennimmt; daraus entsteht die Datei security.txt (RFC 9116).',
};

export const coloursHelp = {
  light: 'Farbe auf hellem Grund, # und sechs Zeichen von 0 bis 9 und a bis f, in der Datei in Anführungszeichen.',
  dark: 'Farbe auf dunklem Grund, # und sechs Zeichen von 0 bis 9 und a bis f, in der Datei in Anführungszeichen.',
};

export const logoHelp = {
  file: 'Name der Datei neben site.md, ohne Pfad: SVG, PNG oder JPEG.',
  alt: 'Was auf dem Logo steht, in der Regel der Name des Hauses.',
  dark: 'Name der Datei mit dem Logo für dunklen Grund; ohne das Feld steht das Logo dort auf einem hellen Schild.',
};

export const publisherHelp = {
  name: 'Voller Name des Hauses.',
  legalForm:
    'Rechtsform: zweckverband, kommune, aoer (Anstalt des öffentlichen Rechts), koer (Körperschaft des öffentlichen Rechts), stiftung-oer (Stiftung des öffentlichen Rechts), gmbh, ggmbh, ag, eg oder ev.',
  legalFormText: 'Rechtsform in Worten; bei Unternehmen, Genossenschaften und Vereinen dürfen Sie das Feld weglassen.',
  address: 'Anschrift des Hauses, kein Postfach.',
  email: 'E-Mail-Adresse des Hauses.',
  phone: 'Telefonnummer des Hauses mit Vorwahl.',
  website: 'Adresse der Website des Hauses mit https://; lassen Sie das Feld weg, wenn es keine hat.',
  representatives: 'Wer das Haus nach außen vertritt, eine Liste.',
  register:
    'Register, in dem das Haus steht, oder none, wenn es in keinem steht; ob Sie das Feld weglassen dürfen, sagt die Rechtsform.',
  vatId:
    'Umsatzsteuer- oder Wirtschafts-Identifikationsnummer mit DE am Anfang, oder none, wenn es keine gibt; nie die Steuernummer.',
  legalSupervision: 'Behörde, die die Rechtsaufsicht führt; lassen Sie das Feld weg, wenn es keine gibt.',
  licensingAuthority: 'Aufsichtsbehörde, wenn die Tätigkeit eine Zulassung braucht; sonst lassen Sie das Feld weg.',
  supervisoryBoardChair:
    'Wer dem Aufsichtsrat vorsitzt, mit Vor- und Nachnamen, oder none, wenn eine GmbH oder Genossenschaft keinen hat.',
  auditAssociation: 'Prüfungsverband einer Genossenschaft; andere lassen das Feld weg.',
  dataProtectionOfficer:
    'Wer die Datenschutzbeauftragte oder der Datenschutzbeauftragte ist, oder none, wenn das Haus niemanden braucht; öffentliche Stellen brauchen jemanden.',
  inLiquidation: 'true, wenn das Haus abgewickelt wird; sonst lassen Sie das Feld weg.',
};

export const addressHelp = {
  street: 'Straße und Hausnummer, kein Postfach.',
  postalCode: 'Postleitzahl aus fünf Ziffern, in der Datei in Anführungszeichen.',
  city: 'Ort.',
};

export const representativeHelp = {
  name: 'Vor- und Nachname.',
  function: 'Amt oder Funktion.',
  address: 'Anschrift, wenn sie von der des Hauses abweicht; sonst lassen Sie das Feld weg.',
};

export const responsibleHelp = {
  name: 'Vor- und Nachname.',
  address: 'Anschrift, kein Postfach; die dienstliche genügt.',
  part: 'Teil, für den dieser Mensch einsteht, wenn mehrere sich die Verantwortung teilen; sonst lassen Sie das Feld weg.',
};

export const registerHelp = {
  kind: 'Art des Registers: HRA und HRB (Handelsregister), GnR (Genossenschaftsregister), VR (Vereinsregister) oder PR (Partnerschaftsregister).',
  court: 'Gericht, das das Register führt.',
  number: 'Nummer im Register, in der Datei in Anführungszeichen.',
};

/** At an authority or association that watches over a publisher. */
export const authorityHelp = {
  name: 'Voller Name der Behörde oder des Verbands.',
  website: 'Adresse der Website mit https://; lassen Sie das Feld weg, wenn es keine gibt.',
};

export const dataProtectionOfficerHelp = {
  name: 'Name des Menschen oder der Stelle; lassen Sie das Feld weg, wenn die E-Mail-Adresse genügt.',
  email: 'E-Mail-Adresse für Fragen zum Datenschutz.',
  phone: 'Telefonnummer für Fragen zum Datenschutz mit Vorwahl; lassen Sie das Feld weg, wenn es keine gibt.',
};

export const editorsHelp = {
  name: 'Name der Redaktion.',
  email: 'E-Mail-Adresse der Redaktion.',
};

export const mailHelp = {
  from: 'Absender der E-Mail.',
  listId: 'Name der Liste in der Form einer Domain, nach dem Mailprogramme sortieren; er bleibt für immer gleich.',
  articles:
    'Umfang der E-Mail: full (Beiträge im Wortlaut) oder teaser (Titel, Zusammenfassung und Link); ohne das Feld gilt full.',
  unsubscribeTo:
    'Postfach, das Abmeldungen per E-Mail annimmt, für Mailprogramme, die keinen Link kennen; jemand muss es lesen. Sonst lassen Sie das Feld weg.',
  previewTo: 'Wer eine Probe der Ausgabe bekommt, wenn hinter --test niemand steht; eine Liste von E-Mail-Adressen.',
};

export const senderHelp = {
  name: 'Name des Absenders: der des Newsletters oder des Hauses.',
  address: 'E-Mail-Adresse des Absenders; für ihre Domain gelten SPF, DKIM und DMARC.',
};

export const securityHelp = {
  contact: 'E-Mail-Adresse für Meldungen von Sicherheitslücken.',
  expires:
    'Tag, bis zu dem die Angabe gilt, in der Form JJJJ-MM-TT und höchstens ein Jahr voraus; danach warnt die Prüfung.',
};
