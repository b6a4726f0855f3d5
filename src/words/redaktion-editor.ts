/** What the page says on which a text is written, with its questions. */
import { plural } from './phrases.ts';

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
  wholeChosen: 'Hier steht die Datei, wie sie ist, mit ihrem Kopf; die Probleme nennen die Zeile.',
  dataWhy:
    'Hier stehen Themen, Kommunen und Verfahren als Listen. Jeder Eintrag beginnt mit einem Strich und hat „name“ und „slug“, sein Kürzel in der Adresse.',
  dataInForm: 'Im Formular geht es einfacher.',
  dataBroken: 'Als Formular lässt sich die Datei erst wieder zeigen, wenn die Fehler behoben sind.',
  dataHelp: 'Strg+S sichert. Mit Esc und dann Tab verlassen Sie das Textfeld.',
  bodyHelp: 'Markdown. Strg+S sichert. Mit Esc und dann Tab verlassen Sie das Textfeld.',
  /** By the name of the form, where the text below it is no text of its own. */
  bodies: {
    site: { title: 'Leitsatz', why: 'Steht oben auf der Startseite, unter dem Namen des Newsletters.' },
    privacy: { title: 'Weitere Hinweise', why: 'Stehen am Ende der Datenschutzhinweise; sie dürfen fehlen.' },
    accessibility: { title: 'Weitere Hinweise', why: 'Stehen am Ende der Erklärung; sie dürfen fehlen.' },
  } as Readonly<Record<string, { title: string; why: string }>>,
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
  away: 'Die Redaktion antwortet nicht. Ihr Text steht noch hier. Lassen Sie dieses Fenster offen, versuchen Sie es gleich noch einmal, und sagen Sie sonst dem Betrieb Bescheid.',
  writtenMeanwhile: 'Gesichert. Was Sie inzwischen geschrieben haben, steht noch hier und ist noch nicht gesichert.',
  notSaved: (why: string) => `Nicht gesichert: ${why}`,
  headNotEditable:
    'Der Kopf der Datei lässt sich so nicht ändern. Öffnen Sie die Datei als Ganzes, und ändern Sie ihn dort.',
  asWhole: 'Als ganze Datei bearbeiten',
  asForm: 'Als Formular bearbeiten',
  history: 'Verlauf',
  problems: 'Probleme',
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
  found: (what: string) => `Gefunden: ${what}`,
  expected: (what: string) => `Erwartet: ${what}`,
  severity: { error: 'Fehler', unfinished: 'Noch zu tun', warning: 'Hinweis', hint: 'Stil' },
  mend: 'Beheben',
  except: 'Gilt hier nicht …',
  mendAll: 'Alles Mechanische beheben',
  mended: (count: number) => `${plural(count, 'Stelle', 'Stellen')} behoben`,
  preview: 'Vorschau',
  previews: { page: 'Seite', mail: 'E-Mail', feed: 'Feed', imprint: 'Impressum' },
  homePreview: 'Startseite',
  makingPreview: 'Die Vorschau entsteht …',
  noPreview: 'Die Vorschau erscheint, sobald die Fehler behoben sind.',
  heldUp:
    'An diesem Text liegt es nicht: Zeigen lässt er sich erst, wenn die Angaben des Hauses stimmen. Fehler stehen noch in',
  oldPreview: 'Die Vorschau zeigt den letzten Stand ohne Fehler.',
  noMailPreview: 'Zu diesem Text gehört keine E-Mail.',
  noFeedPreview: 'Dieser Text steht in keinem Feed.',
  deadLink: 'In der Vorschau führen Links nicht weiter.',
  add: (what: string) => `${what}: hinzufügen`,
  addByHand: (what: string) => `${what}: Eintrag von Hand`,
  remove: 'Entfernen',
  undoRemove: 'Doch behalten',
  entry: (what: string, number: number, name?: string) => `${what} ${number}${name ? `: ${name}` : ''}`,
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
  changed:
    'Der Text oder eine Datei, die er zeigt oder zum Herunterladen nennt, wurde inzwischen geändert. Laden Sie die Seite neu, und sehen Sie sich beides noch einmal an.',
  notWanted:
    'In diesem Haus braucht es keine Freigabe. Verlangen lässt sie sich unter „Herausgeber, Farben, E-Mail“ mit „Vier Augen seit“.',
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
    `„${name}“ ist kein Bild, das die Website zeigen kann (${kind}). Erwartet ist JPEG, PNG, WebP, AVIF, TIFF oder GIF.${kind === 'HEIC' ? ' So speichern manche Telefone: Öffnen Sie das Bild auf einem Rechner, und speichern Sie es als JPEG.' : ''}`,
  adding: (name: string) => `„${name}“ wird hochgeladen …`,
  tooLarge: (name: string) => `„${name}“ ist größer als 50 MB. Verkleinern Sie das Bild.`,
  noIssue: 'Bilder gehören zu Ausgaben und Beiträgen. Diese Seite hat keine.',
  notKept: (why: string) => `Im Verlauf steht es nicht: ${why}`,
  fileMissing: 'Wählen Sie zuerst ein Bild aus.',
  stored: (name: string) => `„${name}“ liegt jetzt bei der Ausgabe.`,
};

export const conflictWords = {
  title: 'Inzwischen wurde dieser Text gesichert',
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
