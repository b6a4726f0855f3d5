/** Help for whoever fills in the data protection notice, at each field of `datenschutz.md`. */
export const privacyHelp = {
  updatedOn: 'Tag, an dem sich zuletzt in der Sache etwas geändert hat, in der Form JJJJ-MM-TT.',
  state: 'Land mit vollem Namen; nach ihm richten sich Vorschriften und Aufsichtsbehörde.',
  example: 'true, solange die Angaben erfunden sind; löschen Sie die Zeile, wenn sie stimmen.',
  publicTaskAct:
    'Vorschrift, nach der öffentliche Stellen Daten verarbeiten; lassen Sie das Feld weg, wenn die Kurrende sie für Ihr Land kennt.',
  legalBasis:
    'Andere Rechtsgrundlage, wenn die oder der Datenschutzbeauftragte es so will; sonst lassen Sie das Feld weg.',
  supervisoryAuthority:
    'Aufsichtsbehörde für den Datenschutz; lassen Sie das Feld weg, wenn die Kurrende sie für Ihr Land kennt.',
  serverLog: 'Was der Webserver je Abruf aufschreibt, oder none, wenn er kein Protokoll führt.',
  hosting: 'Wer die Website betreibt: own (Ihr Haus selbst) oder ein Unternehmen.',
  correspondenceKept:
    'Wie lange Zuschriften bleiben, in Worten, wenn länger, als ihr Anliegen dauert; sonst lassen Sie das Feld weg.',
  subscription: 'Fristen und Versand des Abos per E-Mail, {} nimmt die üblichen; ohne Abo lassen Sie das Feld weg.',
};

/** At the authority that receives complaints about data protection. */
export const dataAuthorityHelp = {
  name: 'Voller Name der Behörde.',
  website: 'Adresse ihrer Website mit https://.',
};

export const serverLogHelp = {
  fields:
    'Angaben je Abruf, eine Liste: time (Zeit), address (aufgerufene Adresse), status (Antwort des Servers), bytes (Menge), referrer (Seite davor), user-agent (Browser), ip-address (IP-Adresse) und shortened-ip-address (gekürzte IP-Adresse).',
  retentionDays: 'Nach wie vielen Tagen das Protokoll gelöscht ist, als ganze Zahl.',
};

/** At a company that works on the data by order. */
export const processorHelp = {
  name: 'Name des Unternehmens.',
  city: 'Ort, an dem es sitzt.',
  outsideEu: 'Was die Daten schützt, wenn es außerhalb der EU sitzt; sonst lassen Sie das Feld weg.',
};

export const subscriptionHelp = {
  confirmWithinHours: 'Wie viele Stunden der Link zum Bestätigen gilt; ohne das Feld sind es 72.',
  unconfirmedKeptDays: 'Nach wie vielen Tagen eine unbestätigte Anmeldung gelöscht ist; ohne das Feld sind es 7.',
  proofKeptYears: 'Wie viele Jahre der Nachweis der Einwilligung nach der Abmeldung bleibt; ohne das Feld sind es 3.',
  dispatch: 'Wer die E-Mails versendet: own (Ihr Haus selbst) oder ein Unternehmen; ohne das Feld gilt own.',
};

/** Help for whoever fills in the accessibility statement, at each field of `barrierefreiheit.md`. */
export const accessibilityHelp = {
  state: 'Land mit vollem Namen; nach ihm richten sich Gesetz und Schlichtungsstelle.',
  example: 'true, solange die Angaben erfunden sind; löschen Sie die Zeile, wenn sie stimmen.',
  law: 'Gesetz zur Barrierefreiheit; lassen Sie das Feld weg, wenn die Kurrende es für Ihr Land kennt.',
  scope: 'Wofür die Erklärung gilt, eine Liste mit einem Eintrag je Angebot.',
  standard: 'Norm, nach der geprüft wurde; ohne das Feld gilt EN 301 549 V3.2.1.',
  status:
    'Ergebnis: fully-compliant (vollständig vereinbar), partially-compliant (teilweise vereinbar) oder not-compliant (nicht vereinbar).',
  gaps: 'Was nicht barrierefrei ist, eine Liste; nur wenn alles vereinbar ist, lassen Sie das Feld weg.',
  assessment: 'Prüfung, auf der die Erklärung beruht.',
  createdOn: 'Tag der Erklärung in der Form JJJJ-MM-TT.',
  reviewedOn: 'Tag der letzten Durchsicht in der Form JJJJ-MM-TT; nach 335 Tagen erinnert die Prüfung an die nächste.',
  feedback: 'Wer Meldungen von Barrieren annimmt.',
  conciliationBody:
    'Schlichtungs- oder Beschwerdestelle des Landes; lassen Sie das Feld weg, wenn die Kurrende sie für Ihr Land kennt.',
};

export const gapHelp = {
  part: 'Inhalt, der nicht barrierefrei ist.',
  kind: 'Art der Lücke: non-compliance (erfüllt die Norm nicht), disproportionate-burden (unverhältnismäßige Belastung) oder out-of-scope (vom Gesetz ausgenommen).',
  reason: 'Grund, aus dem der Inhalt nicht barrierefrei ist, als ganzer Satz.',
  alternative: 'Was es stattdessen gibt, als ganzer Satz; lassen Sie das Feld weg, wenn es nichts gibt.',
  plannedFor:
    'Tag, bis zu dem die Lücke behoben sein soll, in der Form JJJJ-MM-TT; lassen Sie das Feld weg, wenn keiner feststeht.',
};

export const assessmentHelp = {
  method: 'Wie geprüft wurde: self-assessment (selbst) oder third-party (von einer Prüfstelle).',
  on: 'Tag der Prüfung in der Form JJJJ-MM-TT.',
  assessor: 'Name der Prüfstelle; lassen Sie das Feld weg, wenn Sie selbst geprüft haben.',
  report: 'Adresse des Prüfberichts mit https://; lassen Sie das Feld weg, wenn keiner im Netz steht.',
};

export const feedbackHelp = {
  unit: 'Name der Stelle.',
  email: 'E-Mail-Adresse für Meldungen.',
  phone: 'Telefonnummer für Meldungen mit Vorwahl; lassen Sie das Feld weg, wenn es keine gibt.',
  form: 'Adresse eines Formulars für Meldungen mit https://; lassen Sie das Feld weg, wenn es keines gibt.',
};

export const conciliationBodyHelp = {
  name: 'Voller Name der Stelle.',
  website: 'Adresse ihrer Website mit https://.',
  procedure: 'Wie man sie anruft, in ein oder zwei Sätzen; lassen Sie das Feld weg, wenn ihre Website es sagt.',
};

/** Help for the author of the page in Leichte Sprache, at each field of its front matter. */
export const easyLanguageHelp = {
  title: 'Überschrift der Seite.',
  updatedOn: 'Tag der letzten Änderung in der Form JJJJ-MM-TT.',
  example: 'true, solange die Angaben erfunden sind; löschen Sie die Zeile, wenn sie stimmen.',
  testedBy:
    'Wer von den Menschen, die Leichte Sprache brauchen, den Text geprüft hat; ohne Prüfung lassen Sie das Feld weg.',
};
