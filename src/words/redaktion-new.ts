/** What the Redaktion says about new texts, and about earlier states of old ones. */

export const createWords = {
  title: 'Neu anlegen',
  issue: 'Ausgabe',
  issueHelp: 'Eine Ausgabe gehört zu einer Kalenderwoche. Vorgeschlagen ist die nächste freie.',
  week: 'Jahr und Kalenderwoche',
  weekHelp: 'In der Form 2026-kw49; eine Doppelausgabe 2026-kw51-52, eine Sonderausgabe 2026-kw49-extra.',
  createIssue: 'Ausgabe anlegen',
  newIssue: (label: string) => `${label}, neu`,
  article: 'Beitrag',
  inIssue: 'In welcher Ausgabe',
  earlierIssues: 'Zu einer früheren Ausgabe führt die Übersicht ihres Jahres.',
  articleTitle: 'Titel',
  createArticle: 'Beitrag anlegen',
  noIssueYet: 'Legen Sie zuerst eine Ausgabe an.',
  notAWeek: (text: string, suggestion: string | undefined) =>
    suggestion
      ? `„${text}“ ist keine Ausgabe. Meinten Sie ${suggestion}?`
      : `„${text}“ ist keine Ausgabe. Erwartet ist eine Woche wie 2026-kw49.`,
  noSuchWeek: (text: string, year: number, weeks: number) =>
    `Die Woche in „${text}“ gibt es nicht: ${year} hat ${weeks} Wochen.`,
  issueExists: (key: string) => `Die Ausgabe ${key} gibt es schon.`,
  titleMissing: 'Der Beitrag braucht einen Titel mit Buchstaben oder Ziffern.',
  articleExists: (name: string) =>
    `Einen Beitrag mit dieser Adresse gibt es schon: ${name}. Wählen Sie einen anderen Titel.`,
  noIdAuthority:
    'Es fehlt die Domain der Kennungen. Tragen Sie sie in der Übersicht unter „Herausgeber, Farben, E-Mail“ ein.',
};

export const importPageWords = {
  title: 'Datei einlesen',
  intro:
    'Word (.docx), Outlook (.msg), E-Mail (.eml), Webseite (.html), OpenDocument (.odt) oder einfacher Text werden zu einem Entwurf. Nichts, worauf die Datei verweist, wird geladen.',
  file: 'Datei hierher ziehen oder auswählen',
  fileHelp: 'Höchstens 50 MB.',
  paste: 'Oder Text einfügen',
  pastedName: 'Eingefügter Text',
  issue: 'In welche Ausgabe',
  issueGuess: 'die der Text selbst nennt',
  submit: 'Einlesen',
  nothing: 'Wählen Sie eine Datei aus, oder fügen Sie einen Text ein.',
  issueUnknown: 'Der Text nennt keine Ausgabe. Wählen Sie eine aus.',
  done: (title: string) => `„${title}“ ist eingelesen`,
  recognised: 'Erkannt',
  dropped: 'Weggelassen',
  leftToDo: 'Noch zu tun',
  open: 'Text öffnen',
  another: 'Noch eine Datei einlesen',
};

export const historyPageWords = {
  title: (text: string) => `Verlauf: ${text}`,
  back: 'Zum Text',
  intro: 'Jedes Sichern wird aufgehoben. Was einmal da war, lässt sich zurückholen.',
  none: 'Zu diesem Text ist noch kein Stand aufgehoben. Der erste entsteht mit dem nächsten Sichern.',
  newest: 'jetzt',
  changed: 'Was sich geändert hat',
  changedSince: 'gegenüber dem Stand davor',
  first: 'Das ist der erste Stand.',
  nothing: 'Am Text hat sich nichts geändert.',
  restore: 'Diesen Stand zurückholen',
  overtaken:
    'Jemand hat den Text in diesem Augenblick geändert. Es wurde nichts zurückgeholt. Öffnen Sie den Verlauf noch einmal.',
  restoreHelp: 'Der heutige Stand bleibt im Verlauf.',
  states: 'Stände',
  legend: 'Durchgestrichen ist weggefallen, unterstrichen hinzugekommen.',
};

/** Values of a head where two states of a text are compared. */
export const readableWords = { yes: 'ja', no: 'nein' };

export const unusedWords = {
  removed: (name: string) => `„${name}“ ist gelöscht`,
  removedHelp: 'Die Datei bleibt im Verlauf. War sie doch die richtige, holen Sie sie gleich zurück.',
  bringBack: 'Zurückholen',
  broughtBack: (name: string) => `„${name}“ ist wieder da`,
  onward: 'Zur Übersicht',
  isUsed: (name: string) =>
    `„${name}“ ist schon fort, oder ein Text nennt die Datei inzwischen. Es wurde nichts gelöscht.`,
  notKept: (name: string, why: string | undefined) =>
    `„${name}“ wurde nicht gelöscht: Die Datei steht nicht im Verlauf und ließe sich nicht zurückholen.${why ? ` ${why}` : ''}`,
  notThere: (name: string) => `Der Verlauf hat keine Datei „${name}“, die hier lag.`,
};

export const notKeptWords = {
  title: 'Gesichert, aber nicht im Verlauf',
  open: 'Text öffnen',
};
