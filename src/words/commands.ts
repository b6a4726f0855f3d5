import { plural } from './phrases.ts';
import type { Finding, RuleName } from './problems.ts';

/** What the commands say on the terminal. */

export const problemLabels = {
  error: 'Fehler',
  warning: 'Warnung',
  hint: 'Stil',
  unfinished: 'Noch zu tun',
  note: 'Hinweis',
  found: 'Gefunden:',
  expected: 'Erwartet:',
  advice: 'Zu tun:',
};

export interface ContentCounts {
  issues: number;
  articles: number;
  /** Of the organisation's own. */
  pages: number;
  hiddenIssues: number;
  hiddenArticles: number;
  hiddenPages: number;
}

const issues = (count: number) => plural(count, 'Ausgabe', 'Ausgaben');
const articles = (count: number) => plural(count, 'Beitrag', 'Beiträge');
/** Many organisations have none. */
const andPages = (count: number) => (count > 0 ? `, ${plural(count, 'eigene Seite', 'eigene Seiten')}` : '');

/** What is missing in drafts stops nothing. */
const todo = (count: number) => (count > 0 ? ` Noch zu tun in Entwürfen: ${plural(count, 'Stelle', 'Stellen')}.` : '');

export const reportWords = {
  allRight: (warnings: number, counts: ContentCounts, unfinished: number) => {
    const hidden =
      counts.hiddenIssues + counts.hiddenArticles + counts.hiddenPages > 0
        ? ` Noch nicht veröffentlicht: ${issues(counts.hiddenIssues)}, ${articles(counts.hiddenArticles)}${andPages(counts.hiddenPages)}.`
        : '';
    const withWarnings = warnings > 0 ? `, ${plural(warnings, 'Warnung', 'Warnungen')}` : '';
    return `In Ordnung: ${issues(counts.issues)}, ${articles(counts.articles)}${andPages(counts.pages)}${withWarnings}.${hidden}${todo(unfinished)}`;
  },
  wrong: (errors: number, warnings: number, files: number, unfinished: number) =>
    `${plural(errors, 'Fehler', 'Fehler')}, ${plural(warnings, 'Warnung', 'Warnungen')} in ${plural(files, 'Datei', 'Dateien')}.${todo(unfinished)}`,
  noSpeller:
    'Die Rechtschreibung ist nicht geprüft: Hunspell mit dem deutschen Wörterbuch fehlt auf diesem Rechner (unter Debian und Ubuntu: apt install hunspell hunspell-de-de).',
  hints: (count: number) => `${plural(count, 'Hinweis', 'Hinweise')} zum Stil; sie halten nichts auf.`,
  notBuilt: 'Nicht gebaut. dist/ ist unverändert.',
  withheld: ({ credit, place, isLicenceKnown }: { credit: string; place: string; isLicenceKnown: boolean }) => ({
    found: `ein Bild, das nicht gezeigt wird (${credit}); an seiner Stelle steht eine Zeichnung`,
    expected: 'das Original, wenn Sie es zeigen dürfen; sonst nichts',
    advice: `${isLicenceKnown ? 'Legen Sie es dann hier ab' : 'Klären Sie die Lizenz, und ergänzen Sie „licence“. Legen Sie das Bild dann hier ab'}: ${place}`,
  }),
  mended: ({ problem, lines }: MendedProblem) => {
    const place = `${problem.file}:${problem.line}`;
    if (problem.rule === 'idMissing') return `Gerichtet: ${place}, Kennung vergeben`;
    const changes = lines.map(({ line, from, to }) => `\n  Zeile ${line}: ${from} → ${to}`);
    return `Gerichtet: ${place}, ${mendedWhat[problem.rule] ?? problem.found}${changes.join('')}`;
  },
};

interface MendedProblem {
  problem: Finding & { file: string; line: number };
  /** What was changed in each line, and what there is now. */
  lines: readonly { line: number; from: string; to: string }[];
}

const mendedWhat: Partial<Record<RuleName, string>> = {
  germanDate: 'Datum umgeschrieben',
  notAMoment: 'Zeitpunkt umgeschrieben',
};

export const commandWords = {
  built: (folder: string, origin: string, { made, kept, removed }: { made: number; kept: number; removed: number }) =>
    `Gebaut: ${folder}/ für ${origin}\n${plural(made, 'Datei', 'Dateien')} neu geschrieben, ${kept} unverändert, ${removed} entfernt.`,
  unchanged: (folder: string) => `Nichts zu tun: ${folder}/ ist auf dem Stand des Inhalts.`,
  building: 'Die Website wird gebaut …',
  running: (address: string) => `Kurrende läuft: ${address}\nBeenden mit Strg+C.`,
  writing: (address: string) =>
    `Vorschau mit Entwürfen: ${address}\nJede gespeicherte Datei erscheint sofort. Beenden mit Strg+C.`,
  markedInPreview: 'Was in Entwürfen noch zu tun ist, steht in der Vorschau an seiner Stelle.',
  stillShown: 'Die fehlerhaften Dateien fehlen in der Vorschau, alles andere ist zu sehen.',
  picturesNotMade: (reason: string) =>
    `Nicht alle Bilder ließen sich vorbereiten, die Vorschau läuft weiter. Nach der nächsten Änderung wird es noch einmal versucht. (${reason})`,
  previewUnwatched: (reason: string) =>
    `${reason} Die Vorschau läuft weiter: Was Sie ändern, zeigt sie, wenn Sie die Seite neu laden, neue Dateien in public/ erst nach einem neuen Start.`,
  localOnly: 'dist/ ist jetzt für diese Adresse gebaut. Zum Veröffentlichen bauen Sie mit „npm run build“.',
  aboMails: (outbox: string | undefined) =>
    outbox === undefined
      ? 'Abo: E-Mails gehen über den Server in SMTP_URL hinaus.'
      : `Abo: E-Mails liegen als .eml-Dateien in ${outbox}/, bis SMTP_URL gesetzt ist.`,
  mailWritten: (file: string, link: string | undefined) =>
    `E-Mail geschrieben: ${file}${link === undefined ? '' : `\nLink darin: ${link}`}`,
  aboRunning: (address: string) => `Abo-Dienst läuft: ${address}\nBeenden mit Strg+C.`,
  created: (file: string) => `Angelegt: ${file}`,
};

/** What a user can do wrong on the command line, each as a sentence that says what to do. */
export const commandErrors = {
  /** What is wrong comes last: on a terminal that is what one sees. */
  wrongCall: (help: string, sentence: string) => `${help}\n\n${sentence}`,
  unknownCommand: (name: string, nearest: string | undefined) =>
    `Den Befehl „${name}“ gibt es nicht.${nearest ? ` Meinten Sie „${nearest}“?` : ''}`,
  unknownOption: (name: string, nearest: string | undefined) =>
    `Die Option „${name}“ gibt es hier nicht.${nearest ? ` Meinten Sie „--${nearest}“?` : ''}`,
  articleKind: (name: string, known: Readonly<Record<string, string>>) =>
    `Die Art „${name}“ gibt es nicht.\nErwartet: ${Object.entries(known)
      .map(([kind, word]) => `${kind} (${word})`)
      .join(', ')}.`,
  findingFormat: (name: string, known: readonly string[]) =>
    `Die Option „--format“ kennt „${name}“ nicht.\nErwartet: ${known.join(' oder ')}.`,
  optionWithValue: (name: string) => `Hinter der Option „${name}“ steht kein Wert. Lassen Sie ihn weg.`,
  swallowed: (name: string, line: string) =>
    `Die Option „${name}“ hat npm für sich genommen; dieser Befehl hat sie nicht bekommen. Es ist nichts geschehen. Optionen stehen hinter „--“:\n  ${line}`,
  tooManyWords: (word: string) => `Mit „${word}“ kann dieser Befehl nichts anfangen.`,
  portBusy: (port: number) => `Der Port ${port} ist belegt. Wählen Sie mit PORT einen anderen.`,
  aboWithoutMailServer:
    'SMTP_URL fehlt: Der Abo-Dienst kann niemandem den Link zum Bestätigen schicken. Setzen Sie die Variable; zur Probe schreibt „npm run service -- --outbox“ die E-Mails als Dateien in data/outbox/.',
  siteInUse: (folder: string) =>
    `Ein anderer Befehl baut oder zeigt gerade die Website in ${folder}. Es wurde nichts verändert. Warten Sie, bis er fertig ist, oder beenden Sie ihn, zum Beispiel ein laufendes „npm start“.`,
  noContent: (folder: string) =>
    `Im Ordner ${folder} gibt es kein content/. Rufen Sie den Befehl im Ordner des Projekts auf, oder nennen Sie ihn mit SITE_ROOT.`,
  siteOption: 'Lassen Sie „site“ weg: Die Adresse der Website steht als „publicUrl“ in content/site.md.',
  baseOption: 'Lassen Sie „base“ weg: Alle Adressen der Website beginnen bei „/“.',
  outDirOption:
    'Lassen Sie „outDir“ weg: Gebaut wird immer nach dist/. Ein anderer Ordner lässt sich mit SITE_ROOT nennen.',
  issueKeyMissing: (thisWeek: string) => `Nennen Sie die Woche der Ausgabe: npm run new -- ${thisWeek}`,
  issueMissing: (command: string, newest: string) => `Nennen Sie die Ausgabe: npm run ${command} -- ${newest}`,
  /** `thisWeek` as an example. */
  issueKey: (text: string, meant: string | undefined, thisWeek: string) =>
    meant
      ? `„${text}“ ist keine Ausgabe. Meinten Sie ${meant}?`
      : `„${text}“ ist keine Ausgabe. Schreiben Sie zum Beispiel ${thisWeek} oder, für eine Sonderausgabe, ${thisWeek}-extra.`,
  noSuchWeek: (text: string, year: number, weeks: number) =>
    `Die Woche „${text}“ gibt es nicht: ${year} hat ${weeks} Kalenderwochen.`,
  issueExists: (folder: string, key: string) =>
    `Den Ordner ${folder} gibt es schon. Es wurde nichts verändert.\nEinen weiteren Beitrag legen Sie so an: npm run new -- ${key} "Titel des Beitrags"`,
  articleExists: (file: string) => `Einen Beitrag mit diesem Namen gibt es schon: ${file}. Es wurde nichts verändert.`,
  articleName: (text: string) =>
    `Aus „${text}“ lässt sich kein Dateiname machen. Schreiben Sie einen kurzen Titel aus Buchstaben und Ziffern.`,
  siteNeeded: 'content/site.md fehlt oder enthält Fehler. „npm run check“ zeigt, welche.',
};

/** Where a command may not listen, by the codes of the operating system. */
export const listenErrors: Record<
  string,
  (place: { host: string; port: number; hostSetting: string; portSetting: string }) => string
> = {
  EADDRINUSE: ({ port, portSetting }) =>
    `Der Port ${port} ist belegt. Beenden Sie das andere Programm, oder wählen Sie mit ${portSetting} einen anderen.`,
  EACCES: ({ port, portSetting }) =>
    `An Port ${port} darf dieses Konto nicht lauschen; Ports unter 1024 gehören root. Wählen Sie mit ${portSetting} einen höheren: Nach außen antwortet der Webserver davor.`,
  EADDRNOTAVAIL: ({ host, hostSetting }) =>
    `Die Adresse ${host} hat dieser Rechner nicht. Berichtigen Sie ${hostSetting}; für einen Webserver auf demselben Rechner lassen Sie es weg.`,
};

const mayNot = (path: string) =>
  `Auf „${path}“ darf das Programm nicht zugreifen. Geben Sie dem Konto, unter dem es läuft, das Recht dazu.`;
const noRoom = (path: string) => `Für „${path}“ ist kein Platz mehr. Löschen Sie, was nicht gebraucht wird.`;

/** The same where the system doesn't say for what. */
export const noRoomLeft =
  'Auf der Platte ist kein Platz mehr; was fertig war, bleibt, wie es war. Schaffen Sie Platz („df -h“ zeigt, wo er fehlt), und rufen Sie den Befehl noch einmal auf.';

/** What a disk may refuse, by the codes of the operating system. */
export const diskErrors: Record<string, (path: string) => string> = {
  EACCES: mayNot,
  EPERM: mayNot,
  EROFS: (path) => `„${path}“ lässt sich nicht schreiben: Der Datenträger ist nur zum Lesen da.`,
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  EFBIG: noRoom,
  ENOTDIR: (path) =>
    `Bei „${path}“ liegt eine Datei, wo ein Ordner sein muss. Nennen Sie einen Ordner, oder benennen Sie die Datei um.`,
};

/** Where a folder named by somebody can't be made, since the system takes none in the one above it. */
export const noFolderThere = (path: string, above: string) =>
  `„${path}“ lässt sich nicht anlegen: In „${above}“ nimmt das System keine Ordner auf. Nennen Sie einen Ordner auf einer Platte.`;

/** The system's limit on watched files and folders is reached, at a path. */
export const watchError = (path: string) =>
  `Das System beobachtet für dieses Konto keine weiteren Ordner (bei „${path}“). Beenden Sie, was sonst viele beobachtet, etwa andere Vorschauen oder Editoren, oder erhöhen Sie die Grenze: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512 (dauerhaft in /etc/sysctl.d/).`;

export const problemPageWords = {
  nothingToShow: 'Die Vorschau wartet auf Ihre Korrektur',
  mendFirst: 'Solange diese Dateien Fehler enthalten, gibt es keine Website. Diese Seite prüft alle zwei Sekunden neu.',
};
