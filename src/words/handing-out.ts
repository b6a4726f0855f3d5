/** What the Redaktion says about showing a text to others before it appears. */

const germanDay = (day: string) => day.split('-').reverse().join('.');

export const showingWords = {
  title: 'Jemandem zeigen',
  explain:
    'Vor dem Erscheinen, etwa der Kommune, von der der Text handelt. Gezeigt wird, was zuletzt gesichert wurde; wer es ansieht, braucht keinen Zugang und kann nichts ändern.',
  page: 'Seite als Datei',
  pdf: 'Seite als PDF',
  noPdf:
    'Für ein PDF öffnen Sie die Datei und drucken sie; selbst macht es die Redaktion, wo Chromium installiert ist.',
  mail: 'E-Mail als Datei (.eml)',
  note: (title: string, day: string) => `Zur Ansicht vor dem Erscheinen, Stand ${germanDay(day)}. ${title}`,
  notYet:
    'Dieser Text lässt sich noch nicht zeigen. Beheben Sie zuerst die Fehler in seinem Kopf, und sichern Sie ihn.',
  pdfFailed:
    'Das PDF ist nicht entstanden: Chromium ließ sich nicht starten. Nehmen Sie „Seite als Datei“, und drucken Sie sie im Browser.',
};

export const handOutWords = {
  title: 'Link mit Frist',
  onlyHere:
    'Diese Redaktion läuft nur auf Ihrem Rechner, ein Link auf sie führte andere nicht hierher. Schicken Sie die Datei.',
  until: 'Gilt bis zum Ablauf des',
  make: 'Link anlegen',
  made: (title: string) => `Link zu „${title}“`,
  once: 'Der Link steht nur jetzt hier. Kopieren Sie ihn in Ihre E-Mail.',
  link: 'Link',
  ends: (day: string) =>
    `Er gilt bis zum Ablauf des ${germanDay(day)} und zeigt immer diesen Stand. Vorher endet er, wenn Sie ihn beim Text widerrufen.`,
  back: 'Zum Text',
  active: (day: string, by: string) => `Gilt bis ${germanDay(day)}, angelegt von ${by}`,
  isOld: 'zeigt einen früheren Stand',
  revoke: 'Widerrufen',
  revokeLink: (day: string) => `Link, der bis ${germanDay(day)} gilt, widerrufen`,
  badDay: (most: number) => `Wählen Sie einen Tag ab heute, höchstens ${most} Tage voraus.`,
  tooMany: (most: number) => `Zu diesem Text gelten schon ${most} Links. Widerrufen Sie zuerst einen.`,
  note: (title: string, made: string, until: string) =>
    `Zur Ansicht vor dem Erscheinen, Stand ${germanDay(made)}; einsehbar bis ${germanDay(until)}. ${title}`,
};

/** What somebody reads who follows such a link. */
export const guestWords = {
  title: 'Ein Text zur Ansicht',
  explain:
    'Der Link, den Sie bekommen haben, enthält einen Schlüssel. Er öffnet einen Text, der noch nicht erschienen ist.',
  key: 'Schlüssel: was in Ihrem Link hinter dem Zeichen # steht',
  open: 'Ansehen',
  gone: 'Dieser Link gilt nicht mehr',
  goneText: 'Seine Frist ist abgelaufen, oder er wurde widerrufen. Bitten Sie die Redaktion um einen neuen.',
};
