/** All that the Redaktion says: pages, buttons, answers, and what the terminal says of it. */
import { plural } from './phrases.ts';

export const redaktionCommand = {
  running: (address: string) => `Die Redaktion läuft: ${address}`,
  tokenInAddress: 'Die Adresse enthält den Schlüssel. Öffnen Sie sie in Ihrem Browser, und geben Sie sie nicht weiter.',
  behindProxy: (address: string) => `Die Redaktion läuft: ${address}\nWer schreibt, sagt der Webserver davor.`,
  portBusy: (port: number) =>
    `Der Port ${port} ist belegt. Beenden Sie das andere Programm, oder setzen Sie REDAKTION_PORT auf einen anderen.`,
  proxyIncomplete:
    'REDAKTION_TRUSTED_PROXIES, REDAKTION_USER_HEADER und REDAKTION_URL gehören zusammen: der Webserver vor der Redaktion, die Kopfzeile, in der er den Namen nennt, und die Adresse, unter der man sie öffnet. Setzen Sie alle drei oder keine.',
};

export const historyErrors = {
  noGit:
    'Auf diesem Rechner fehlt Git, in dem die Redaktion jeden Stand aufhebt. Installieren Sie es (git-scm.com), und starten Sie die Redaktion noch einmal.',
  otherOwner: (root: string) =>
    `Der Ordner ${root} gehört einem anderen Konto, darum hebt Git hier nichts auf. Starten Sie die Redaktion mit dem Konto, dem der Ordner gehört.`,
  notBegun: (root: string, reason: string) => `In ${root} ließ sich kein Verlauf anlegen: ${reason}`,
  notAName: (name: string) =>
    `Unter dem Namen „${name}“ lässt sich nichts aufheben: Er besteht nur aus Satzzeichen. Nennen Sie Git einen anderen, mit git config user.name.`,
  notKept: (reason: string) => `Der Stand ließ sich nicht in den Verlauf aufnehmen: ${reason}`,
};

export const historyWords = {
  somebody: 'Redaktion',
  saved: (file: string) => `Gesichert: ${file}`,
  mended: (file: string) => `Behoben: ${file}`,
  created: (file: string) => `Angelegt: ${file}`,
  imported: (file: string) => `Eingelesen: ${file}`,
  picture: (file: string) => `Bild hinzugefügt: ${file}`,
  restored: (file: string, at: string) => `Zurückgeholt: ${file}, Stand vom ${at}`,
  merged: (file: string) => `Zusammengeführt: ${file}`,
  beginning: (file: string) => `Anfangsstand: ${file}`,
  outside: (file: string) => `Außerhalb der Redaktion geändert: ${file}`,
};

export const deskFrame = {
  title: (page: string, site: string) => `${page} · Redaktion ${site}`,
  skip: 'Zum Inhalt springen',
  name: 'Redaktion',
  menu: 'Redaktion',
  overview: 'Übersicht',
  create: 'Neu',
  import: 'Einlesen',
  house: 'Haus',
  signedInAs: (name: string) => `Sie schreiben als ${name}`,
  needsScript: 'Zum Schreiben braucht diese Seite JavaScript. Es kommt von diesem Rechner und von keinem anderen.',
};

export const deskAnswers = {
  locked: {
    title: 'Die Redaktion ist verschlossen',
    text: 'Öffnen Sie die Adresse, die beim Start im Terminal steht. Sie enthält den Schlüssel.',
  },
  noName: {
    title: 'Die Redaktion weiß nicht, wer Sie sind',
    text: 'Der Webserver davor hat keinen Namen genannt oder einen, der nur aus Satzzeichen besteht. Melden Sie sich an, oder fragen Sie, wer ihn betreut.',
  },
  foreignHost: {
    title: 'Unter dieser Adresse gibt es keine Redaktion',
    text: 'Öffnen Sie die Adresse, die beim Start im Terminal steht.',
  },
  foreignOrigin: {
    title: 'Diese Anfrage kam von einer anderen Seite',
    text: 'Die Redaktion nimmt nur an, was auf ihren eigenen Seiten abgeschickt wurde. Es wurde nichts geändert.',
  },
  notFound: { title: 'Diese Seite gibt es nicht', text: 'In der Übersicht stehen alle Texte.' },
  tooLarge: {
    title: 'Das ist zu groß',
    text: 'Die Redaktion nimmt Texte bis 2 MB und Dateien bis 50 MB an. Es wurde nichts geändert.',
  },
  failed: {
    title: 'Das hat nicht geklappt',
    text: 'In der Redaktion ist ein Fehler aufgetreten. Ihr Text steht noch in diesem Fenster. Versuchen Sie es noch einmal, und kopieren Sie ihn sonst in eine Datei.',
  },
  badRequest: { title: 'Diese Anfrage war unvollständig', text: 'Laden Sie die Seite neu. Es wurde nichts geändert.' },
  back: 'Zur Übersicht',
};

const stateWords = { draft: 'Entwurf', scheduled: 'geplant', published: 'erschienen' };
export type DeskState = keyof typeof stateWords;

export const overviewWords = {
  title: 'Übersicht',
  state: stateWords,
  issues: 'Ausgaben',
  pages: 'Eigene Seiten',
  house: 'Angaben des Hauses',
  rulerYear: (year: number) => `${year}`,
  rulerName: (year: number) => `Ausgaben ${year} nach Kalenderwochen`,
  article: 'Beitrag',
  editorial: 'Editorial und Angaben zur Ausgabe',
  editorialAlone: 'Editorial',
  appears: (day: string) => `erscheint am ${day}`,
  appeared: (day: string) => `erschienen am ${day}`,
  mail: (kilobytes: string) => `E-Mail ${kilobytes} kB`,
  mailTooHeavy: (kilobytes: string) => `E-Mail ${kilobytes} kB, zu groß`,
  noMail: 'keine E-Mail, weil in site.md kein Absender steht',
  errors: (count: number) => plural(count, 'Fehler', 'Fehler'),
  unfinished: (count: number) => `noch ${count} zu tun`,
  warnings: (count: number) => plural(count, 'Hinweis', 'Hinweise'),
  nothingWrong: 'in Ordnung',
  missing: 'Bis zum Erscheinen fehlt',
  nothingMissing: 'Bis zum Erscheinen fehlt nichts. Nehmen Sie den Haken bei „Entwurf“ weg.',
  more: (count: number) => `und ${count} weitere Stellen`,
  newArticle: 'Beitrag hinzufügen',
  importHere: 'Datei einlesen',
  write: 'Schreiben',
  unreadable: 'Dieser Ordner lässt sich nicht lesen. Warum, steht unten.',
  otherProblems: 'Was sonst nicht stimmt',
  empty: 'Es gibt noch keine Ausgabe. Legen Sie die erste an.',
  year: (year: number) => `Jahr ${year}`,
  years: 'Jahre',
};

export const houseFileWords: Record<string, string> = {
  'content/site.md': 'Herausgeber, Farben, E-Mail',
  'content/legal/datenschutz.md': 'Datenschutz',
  'content/legal/barrierefreiheit.md': 'Barrierefreiheit',
  'content/legal/leichte-sprache.md': 'Leichte Sprache',
  'content/terms.yaml': 'Themen, Kommunen, Verfahren',
};

interface ProblemCounts {
  errors: number;
  unfinished: number;
  warnings: number;
  hints: number;
}

export const editorWords = {
  form: 'Angaben',
  body: 'Text',
  whole: 'Ganze Datei',
  wholeWhy:
    'Der Kopf dieser Datei lässt sich nicht als Formular zeigen. Hier steht sie, wie sie ist; die Probleme nennen die Zeile.',
  bodyHelp: 'Markdown. Strg+S sichert. Mit Esc und dann Tab verlassen Sie das Textfeld.',
  toolbar: 'Werkzeuge für den Text',
  tools: {
    heading: 'Überschrift',
    bold: 'Fett',
    italic: 'Kursiv',
    list: 'Liste',
    numbers: 'Nummern',
    link: 'Link',
    table: 'Tabelle',
    voice: 'Zitat mit Name',
    note: 'Fußnote',
    picture: 'Bild',
  },
  voiceText: 'Was gesagt wurde.',
  voiceName: 'Vorname Nachname, Amt',
  linkText: 'Worte des Links',
  noteText: 'Was zu ergänzen ist.',
  tableHead: ['Spalte', 'Spalte'],
  save: 'Sichern',
  saved: (time: string) => `Gesichert um ${time}`,
  savedNow: 'Gesichert',
  savedNotKept: (why: string) => `Gesichert, aber nicht im Verlauf: ${why}`,
  saving: 'Wird gesichert …',
  unsaved: 'Noch nicht gesichert',
  unchanged: 'Nichts geändert',
  checking: 'Wird geprüft …',
  away: 'Die Redaktion antwortet nicht. Ihr Text steht noch hier. Läuft sie im Terminal?',
  writtenMeanwhile: 'Gesichert. Was Sie inzwischen geschrieben haben, steht noch hier und ist noch nicht gesichert.',
  notSaved: (why: string) => `Nicht gesichert: ${why}`,
  headNotEditable:
    'Der Kopf der Datei lässt sich so nicht ändern. Öffnen Sie die Datei als Ganzes, und ändern Sie ihn dort.',
  asWhole: 'Als ganze Datei bearbeiten',
  asForm: 'Als Formular bearbeiten',
  history: 'Verlauf',
  problems: 'Probleme',
  noProblems: 'Alles in Ordnung.',
  problemCount: ({ errors, unfinished, warnings, hints }: ProblemCounts) =>
    [
      ...(errors > 0 ? [plural(errors, 'Fehler', 'Fehler')] : []),
      ...(unfinished > 0 ? [`noch ${unfinished} zu tun`] : []),
      ...(warnings > 0 ? [plural(warnings, 'Hinweis', 'Hinweise')] : []),
      ...(hints > 0 ? [`${hints} zum Stil`] : []),
    ].join(', ') || 'alles in Ordnung',
  /** Above the preview; empty where nothing is wrong with what it shows. */
  shownWith: (own: string | undefined, others: string | undefined) =>
    [
      ...(own ? [`In diesem Text: ${own}.`] : []),
      ...(others ? [`In den anderen Texten der Ausgabe: ${others}.`] : []),
    ].join(' '),
  toProblems: 'Zu den Problemen',
  toPreview: 'Zur Vorschau',
  toText: 'Zum Text',
  line: (line: number) => `Zeile ${line}`,
  expected: (what: string) => `Erwartet: ${what}`,
  severity: { error: 'Fehler', unfinished: 'Noch zu tun', warning: 'Hinweis', hint: 'Stil' },
  mend: 'Beheben',
  except: 'Gilt hier nicht …',
  mendAll: 'Alles Mechanische beheben',
  mended: (count: number) => `${plural(count, 'Stelle', 'Stellen')} behoben`,
  preview: 'Vorschau',
  previews: { page: 'Seite', mail: 'E-Mail', feed: 'Feed' },
  makingPreview: 'Die Vorschau entsteht …',
  noPreview: 'Die Vorschau erscheint, sobald die Fehler behoben sind.',
  oldPreview: 'Die Vorschau zeigt den letzten Stand ohne Fehler.',
  noMailPreview: 'Zu diesem Text gehört keine E-Mail.',
  noFeedPreview: 'Dieser Text steht in keinem Feed.',
  deadLink: 'In der Vorschau führen Links nicht weiter.',
  add: (what: string) => `${what}: hinzufügen`,
  remove: 'Entfernen',
  undoRemove: 'Doch behalten',
  entry: (what: string, number: number) => `${what} ${number}`,
  none: '– keine Angabe –',
  characters: (count: number, most: number) => `${count} von höchstens ${most} Zeichen`,
  notInForm: 'Diese Angabe steht in einer Form in der Datei, die hier nicht zu ändern ist.',
  importedNotes: 'Vom Einlesen noch zu tun',
  importedDone: 'Erledigt',
  restoreBackup: 'In diesem Browser liegt eine Fassung, die nicht gesichert wurde.',
  takeBackup: 'Diese Fassung übernehmen',
  dropBackup: 'Verwerfen',
};

export const approvalWords = {
  title: 'Freigabe',
  explain: 'Was erscheint, gibt eine zweite Person frei. Wird der Text danach geändert, gilt die Freigabe nicht mehr.',
  approved: (by: string, day: string) => `Freigegeben von ${by} am ${day}.`,
  outdated: (by: string, day: string) =>
    `${by} hat am ${day} einen früheren Stand freigegeben. Der Text wurde danach geändert.`,
  missing: 'Noch nicht freigegeben.',
  approve: 'Diesen Text freigeben',
  ownText:
    'Wer den Text zuletzt gesichert hat, kann ihn nicht selbst freigeben. Bitten Sie jemanden aus der Redaktion darum.',
  changed: 'Der Text wurde inzwischen geändert. Laden Sie die Seite neu, und lesen Sie ihn noch einmal.',
  notWanted: 'In diesem Haus braucht es keine Freigabe. content/site.md verlangt sie mit fourEyesSince.',
  kept: (file: string) => `Freigegeben: ${file}`,
};

export const pictureUploadWords = {
  title: 'Bild hinzufügen',
  drop: 'Bild hierher ziehen oder auswählen (JPEG, PNG, WebP, AVIF, TIFF, GIF; bis 50 MB)',
  alt: 'Alternativtext: was auf dem Bild zu sehen ist',
  decorative: 'Das Bild ist nur Schmuck',
  credit: 'Bildnachweis',
  creditHelp: 'Von wem das Bild ist, wie der Urheber es verlangt, ohne ©.',
  licence: 'Lizenz',
  consent: 'Einwilligung der Abgebildeten',
  place: 'Wohin das Bild kommt',
  places: { image: 'über den Text', text: 'in den Text, an die Schreibmarke' },
  submit: 'Einfügen',
  cancel: 'Abbrechen',
  hasPlace: 'In der Datei steht, wo das Bild aufgenommen wurde. Auf der Website wird das entfernt.',
  fromFile: (what: string) => `Aus der Datei übernommen: ${what}`,
  notAPicture: (name: string, kind: string) =>
    `„${name}“ ist kein Bild, das die Website zeigen kann (${kind}). Erwartet ist JPEG, PNG, WebP, AVIF, TIFF oder GIF.`,
  noIssue: 'Bilder gehören zu Ausgaben und Beiträgen. Diese Seite hat keine.',
  notKept: (why: string) => `Im Verlauf steht es nicht: ${why}`,
  fileMissing: 'Wählen Sie zuerst ein Bild aus.',
  stored: (name: string) => `„${name}“ liegt jetzt bei der Ausgabe.`,
};

export const conflictWords = {
  title: 'Inzwischen hat jemand anders gesichert',
  by: (name: string, at: string) =>
    `${name} hat diesen Text am ${at} gesichert. Ihre Fassung ist noch nicht gesichert.`,
  somebody: 'Jemand hat diesen Text inzwischen geändert. Ihre Fassung ist noch nicht gesichert.',
  explain: 'Durchgestrichen ist, was nur in der gesicherten Fassung steht; unterstrichen, was nur in Ihrer steht.',
  theirs: 'Gesichert',
  mine: 'Ihre Fassung',
  merge: 'Beide zusammenführen',
  mergeHelp: 'Die Änderungen betreffen verschiedene Stellen und vertragen sich.',
  noMerge: 'Beide Fassungen ändern dieselbe Stelle. Entscheiden Sie, welche gilt; die andere bleibt im Verlauf.',
  keepMine: 'Meine sichern',
  takeTheirs: 'Die gesicherte nehmen',
  mineKept: 'Ihre Fassung wurde im Verlauf aufgehoben.',
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

export const notKeptWords = {
  title: 'Gesichert, aber nicht im Verlauf',
  open: 'Text öffnen',
};

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
  noIdAuthority: 'In content/site.md fehlt idAuthority. Tragen Sie es unter „Haus“ ein.',
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
