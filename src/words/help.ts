/** What `--help` says: each command with its options and an example, and all of them at a glance. */
import { initQuestions } from './init.ts';
import { legalFormWords } from './terms.ts';

/** How a command is called; what `--help` shows of it and a wrong call is answered with. */
export interface CommandHelp {
  /** As it is typed, words to be filled in in capitals. */
  call: string;
  does: string;
  /** By the option as it is typed: `--test ADRESSE`. */
  options?: Readonly<Record<string, string>>;
  /** Settings of the environment that matter here, by name. */
  settings?: Readonly<Record<string, string>>;
  /** Whole lines to copy; `JAHR` in them becomes the present year. */
  examples: readonly string[];
}

const labels = {
  options: 'Optionen:',
  settings: 'Umgebungsvariablen:',
  examples: (count: number) => (count === 1 ? 'Beispiel:' : 'Beispiele:'),
};

/** Names in one column, what they mean in the next. */
function columns(rows: readonly [name: string, text: string][]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 3;
  return rows.map(([name, text]) => `  ${name.padEnd(width)}${text}`).join('\n');
}

/** The help of one command, in a year. */
export function helpText({ call, does, options = {}, settings = {}, examples }: CommandHelp, year: number): string {
  const table = (label: string, rows: Readonly<Record<string, string>>) =>
    Object.keys(rows).length === 0 ? [] : [`${label}\n${columns(Object.entries(rows))}`];
  return [
    `${call}\n${does}`,
    ...table(labels.options, options),
    ...table(labels.settings, settings),
    `${labels.examples(examples.length)}\n${examples.map((example) => `  ${example.replaceAll('JAHR', String(year))}`).join('\n')}`,
  ].join('\n\n');
}

/** Commands at a glance. */
export function overview(title: string, commands: readonly CommandHelp[], onHelp: string): string {
  return `${title}\n\n${columns(commands.map(({ call, does }) => [call, does]))}\n\n${onHelp}`;
}

export const commandHelp = {
  start: {
    call: 'npm start',
    does: 'Die Website bauen und hier zeigen, mit Abo-Dienst',
    settings: {
      PORT: 'Port der Adresse, sonst 4321 oder der nächste freie',
      SMTP_URL: 'Mailserver für das Abo; ohne ihn werden E-Mails Dateien in data/outbox/',
    },
    examples: ['npm start', 'PORT=5000 npm start'],
  },
  dev: {
    call: 'npm run dev',
    does: 'Schreiben mit Vorschau; Entwürfe sind sichtbar',
    settings: { PORT: 'Port der Adresse, sonst 4321 oder der nächste freie' },
    examples: ['npm run dev'],
  },
  check: {
    call: 'npm run check',
    does: 'Alle Inhalte prüfen',
    options: {
      '--fix': 'vorher richten, was sich von selbst richten lässt: fehlende Kennungen, deutsche Tage, Zeichen aus Word',
      '--release': 'auch Beispieldaten zurückweisen, wie vor dem Veröffentlichen',
      '--style': 'auch Hinweise zum Stil; sie halten nichts auf',
      '--format PROGRAMM': 'Befunde für github oder gitlab, die sie an den geänderten Zeilen zeigen',
    },
    examples: ['npm run check', 'npm run check -- --fix'],
  },
  build: {
    call: 'npm run build',
    does: 'Die Website nach dist/ schreiben, Dateien für Webserver und Abo-Dienst nach server/',
    options: {
      '--release': 'nicht bauen, solange Beispieldaten im Inhalt stehen',
      '--full': 'alles neu machen, auch was sich nicht geändert hat',
      '--no-search': 'ohne die Suche, die sonst jedes Mal mitgebaut wird',
      '--no-compression': 'ohne die komprimierten Dateien daneben (.br und .gz)',
    },
    settings: {
      BUILD_DATE: 'der Tag, für den gebaut wird, sonst heute',
      SITE_COMMIT: 'der Stand, den Nachweise von Einwilligungen nennen',
    },
    examples: ['npm run build -- --release'],
  },
  init: {
    call: 'npm run init',
    does: 'Eine neue Publikation anlegen: Fragen beantworten, das mitgelieferte Beispiel weicht',
    options: {
      '--from DATEI': 'Antworten aus einer Datei, je Zeile eine wie „title: Rathausblatt“; jede geht auch als Option',
      ...Object.fromEntries(
        Object.entries(initQuestions).map(([name, { ask, form }]) => [
          `--${name} ANGABE`,
          `${ask} ${name === 'form' ? Object.keys(legalFormWords).join(', ') : form}`,
        ]),
      ),
    },
    examples: [
      'npm run init',
      'npm run init -- --from angaben.yaml',
      'npm run init -- --title Rathausblatt --form zweckverband',
    ],
  },
  deploy: {
    call: 'npm run deploy -- ORDNER',
    does: 'Die gebaute Website in einen Ordner übertragen: nur, was sich geändert hat; Fremdes dort bleibt',
    options: {
      '--dry-run': 'nur zeigen, was kopiert und was entfernt würde',
      '--plan PLANORDNER':
        'nichts kopieren, sondern für rsync oder rclone aufschreiben, was zu tun ist; ORDNER braucht nur die Liste vom Ziel',
      '--purge-list DATEI': 'die Adressen aufschreiben, die ein Zwischenspeicher (CDN) vergessen muss',
    },
    examples: ['npm run deploy -- /var/www/blatt --dry-run', 'npm run deploy -- /var/www/blatt'],
  },
  new: {
    call: 'npm run new -- WOCHE [TITEL]',
    does: 'Eine neue Ausgabe anlegen, als Entwurf; gibt es sie schon, einen weiteren Beitrag darin',
    options: {
      '--kind ART':
        'die Art des Beitrags und was zu ihr gehört: case-study, news, event oder notice, auch als deutsches Wort',
    },
    examples: [
      'npm run new -- JAHR-kw34',
      'npm run new -- JAHR-kw34-extra',
      'npm run new -- JAHR-kw34 "Titel des Beitrags"',
    ],
  },
  import: {
    call: 'npm run import -- DATEI …',
    does: 'Texte aus Word, Outlook, E-Mail, Web oder OpenDocument als Entwurf übernehmen; „-“ liest die Eingabe',
    options: {
      '--issue AUSGABE': 'die Ausgabe, wenn sie nicht in der Schlusszeile des Textes steht',
      '--title TITEL': 'ein anderer Titel als der im Text',
    },
    examples: [
      'npm run import -- "C:\\Users\\sie\\Beitrag.docx"',
      'npm run import -- beitrag.msg --issue JAHR-kw34',
      'npm run import -- -',
    ],
  },
  redaktion: {
    call: 'npm run redaktion',
    does: 'Schreiben, prüfen und ansehen im Browser, ohne Terminal',
    settings: {
      REDAKTION_PORT: 'Port der Adresse, sonst 4395 oder der nächste freie',
      REDAKTION_URL: 'Adresse hinter einem Webserver, der die Anmeldung übernimmt (docs/betrieb.md)',
    },
    examples: ['npm run redaktion'],
  },
  mail: {
    call: 'npm run mail -- AUSGABE',
    does: 'Eine Ausgabe als E-Mail nach dist-mail/ schreiben; verschickt wird nichts',
    examples: ['npm run mail -- 2025-kw33'],
  },
  send: {
    call: 'npm run send -- AUSGABE',
    does: 'Eine Ausgabe an die Abonnements verschicken, nach einer Rückfrage; derselbe Befehl setzt einen angehaltenen Versand fort',
    options: {
      '--dry-run': 'nur zeigen, an wie viele sie ginge, wie groß sie ist und wie lange es dauert',
      '--test ADRESSE':
        'eine Probe, im Betreff als solche erkennbar; mehrere Adressen trennt ein Komma, ohne Adresse geht sie an „previewTo“',
      '--yes': 'ohne Rückfrage, für Skripte und Zeitpläne',
      '--again': 'als Korrektur noch einmal an alle',
      '--wait': 'offen bleiben, bis auch die eine Antwort haben, deren Mailserver vertröstet',
      '--skip-site': 'die Website vorher nicht fragen, ob sie die Ausgabe schon zeigt',
      '--failed': 'die Adressen zeigen, die abgelehnt wurden, mit den Antworten der Mailserver',
      '--unknown': 'die E-Mails zeigen, von denen niemand weiß, ob sie angekommen sind',
      '--mark-accepted': '… als angekommen vermerken',
      '--retry-unknown': '… noch einmal verschicken; wer sie schon hat, bekommt sie doppelt',
      '--retry-failed': 'noch einmal an die, die abgelehnt wurden',
      '--pause-refused': 'abgelehnte Adressen anhalten, auch wenn es viele sind',
    },
    settings: {
      SMTP_URL: 'der Mailserver, der hinausschickt',
      'DKIM, DKIM_SELECTOR, DKIM_KEY': 'wer signiert; Näheres steht in docs/betrieb.md',
      'SEND_PER_MINUTE, SEND_CONNECTIONS': 'Tempo, sonst 300 in der Minute über 4 Verbindungen',
    },
    examples: ['npm run send -- 2025-kw33 --dry-run', 'npm run send -- 2025-kw33 --test name@beispiel.de'],
  },
  due: {
    call: 'npm run due',
    does: 'Bauen und verschicken, was fällig ist; für einen Zeitplan, der es alle paar Minuten aufruft',
    options: {
      '--site': 'nur bauen, für ein Konto, das keine Abonnements sieht',
      '--mail': 'nur verschicken',
    },
    settings: {
      DEPLOY_DIR: 'wohin die gebaute Website kopiert wird, sonst bleibt sie in dist/',
      FIGURES_FILE: 'wo die Redaktion nachliest, wie weit der Versand ist, sonst figures.json in DATA_DIR',
      SMTP_URL: 'der Mailserver, der hinausschickt',
    },
    examples: ['npm run -s due'],
  },
  service: {
    call: 'npm run service',
    does: 'Den Abo-Dienst allein betreiben, hinter einem Webserver',
    options: { '--outbox': 'zur Probe: E-Mails werden Dateien in data/outbox/' },
    settings: {
      SMTP_URL: 'Mailserver; ohne ihn startet der Dienst nur mit --outbox',
      'ABO_HOST, ABO_PORT': 'wo er lauscht, sonst 127.0.0.1 und 4380',
      ABO_TRUSTED_PROXIES: 'Webserver davor, deren Angabe zur Herkunft gilt',
      DATA_DIR: 'Ordner mit Datenbank und Schlüssel, sonst data/',
    },
    examples: ['npm run -s service', 'ABO_PORT=4390 npm run -s service'],
  },
  doctor: {
    call: 'npm run doctor',
    does: 'Zeigen, was eingerichtet ist, was fehlt und was falsch ist, mit dem Befehl, der es behebt',
    options: {
      '--mail': 'DNS und Mailserver fragen, ob Postfächer die Ausgaben annehmen: SPF, DKIM, DMARC, TLS, Namen',
    },
    settings: { DNS_SERVER: 'Nameserver, wenn nicht der dieses Rechners gefragt werden soll' },
    examples: ['npm run -s doctor', 'npm run -s doctor -- --mail'],
  },
  failed: {
    call: 'npm run failed -- EINHEIT',
    does: 'Betrieb und Redaktion schreiben, dass etwas gescheitert ist; ruft systemd auf (OnFailure)',
    settings: { OPERATOR_MAIL: 'wer zum Betrieb gehört', SMTP_URL: 'der Mailserver' },
    examples: ['npm run -s failed -- kurrende-build.service'],
  },
  abo: {
    call: 'npm run abo -- BEFEHL',
    does: 'Abonnements verwalten; „npm run abo“ zeigt, was geht',
    examples: ['npm run -s abo -- stats'],
  },
} as const satisfies Record<string, CommandHelp>;

export const usage = overview(
  'Kurrende',
  Object.values(commandHelp),
  'Jeder Befehl arbeitet im Ordner, in dem er aufgerufen wird, oder in dem, den SITE_ROOT nennt: SITE_ROOT=/srv/blatt npm run build\nOptionen und Beispiele zu einem Befehl: npm run send -- --help',
);
