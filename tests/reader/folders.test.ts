import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  article,
  emptyProject,
  inArticle,
  index,
  inIndex,
  issueFolder,
  like,
  ownPage,
  privacy,
  problems,
  projectWith,
  readIn,
  replaced,
  terms,
} from './sample-content.ts';

const issue = (key: string, fields = '') => like(index, `content/issues/${key}/index.md`, fields);
const keysOf = (files: Parameters<typeof projectWith>[0], options?: Parameters<typeof readIn>[1]) =>
  readIn(projectWith(files), options).library?.issues.map(({ key }) => key);

describe('folders and files that are not what they should be', () => {
  it('a folder that is no issue', () => {
    expect(problems(issue('kw34-2025'))).toMatchInlineSnapshot(`
      content/issues/kw34-2025:1 (error unknownFile)
        Gefunden: „kw34-2025“
        Erwartet: einen Ordner wie 2025-kw33, 2025-kw33-34 oder 2025-kw33-extra
        Zu tun: Benennen Sie „kw34-2025“ um in „2025-kw34“. Was nicht veröffentlicht werden soll, gehört in einen anderen Ordner.
    `);
    expect(problems(issue('2025-kw34', 'publishedOn: 2025-08-21'))).toEqual([]);
    const [taken] = problems({ ...issue('2025-kw34', 'publishedOn: 2025-08-21'), ...issue('kw34-2025') });
    expect(taken?.advice).toMatch(/^Geben Sie einen solchen Namen\./);
  });

  it('an imprint as a file, wherever it lies', () => {
    expect(problems({ 'content/impressum.md': 'x' })).toMatchInlineSnapshot(`
      content/impressum.md:1 (error imprintFile)
        Gefunden: die Datei „impressum.md“; sie erscheint nirgends
        Erwartet: die Angaben für das Impressum als Felder in content/site.md; daraus entsteht die Seite /impressum/
        Zu tun: Tragen Sie unter „publishers“ und „responsible“ in content/site.md ein, was fehlt, und löschen Sie die Datei. docs/einrichten.md nennt jedes Feld.
    `);
    for (const file of ['content/legal/Impressum.md', 'content/seiten/impressum.md', 'content/seiten/Impressum.docx']) {
      expect(problems({ [file]: '---\ntitle: Impressum\n---\n' }).map(({ rule }) => rule)).toEqual(['imprintFile']);
    }
  });

  it('a file where only issues belong', () => {
    expect(problems({ 'content/issues/notizen.txt': '' })).toMatchInlineSnapshot(`
      content/issues/notizen.txt:1 (error unknownFile)
        Gefunden: „notizen.txt“
        Erwartet: einen Ordner wie 2025-kw33, 2025-kw33-34 oder 2025-kw33-extra
        Zu tun: Geben Sie einen solchen Namen. Was nicht veröffentlicht werden soll, gehört in einen anderen Ordner.
    `);
  });

  it('a file name that is no article, and one with the ending of another program', () => {
    expect(problems({ [`${issueFolder}/Neue Fenster.md`]: '' })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/Neue Fenster.md:1 (error unknownFile)
        Gefunden: „Neue Fenster.md“: ohne Nummer am Anfang, mit Großbuchstaben, mit Leerzeichen
        Erwartet: einen Namen wie 01-kurzer-titel.md: Nummer, Bindestrich, Kleinbuchstaben ohne Umlaute und Leerzeichen
        Zu tun: Benennen Sie „Neue Fenster.md“ um in „02-neue-fenster.md“. Was nicht veröffentlicht werden soll, gehört in einen anderen Ordner.
    `);
    for (const name of ['02-fenster.MD', '02-fenster.md.txt', '02-fenster.markdown', '2-Fenster.md', 'fenster.md']) {
      const file = `${issueFolder}/${name}`;
      expect(problems({ [file]: '' }).map((problem) => `${problem.file} ${problem.rule}`)).toEqual([
        `${file} unknownFile`,
      ]);
    }
    expect(problems(like(article, `${issueFolder}/02-neue-fenster.md`, ''))).toEqual([]);
  });

  it('a name that is nearly right, with the right one', () => {
    const suggested = (name: string) => problems({ [name]: '' })[0]?.advice.match(/um in „(.*?)“/)?.[1];
    expect(suggested('content/issues/2026-KW51/index.md')).toBe('2026-kw51');
    expect(suggested('content/issues/2026-51/index.md')).toBe('2026-kw51');
    expect(suggested('content/issues/KW5 2026/index.md')).toBe('2026-kw05');
    expect(suggested('content/issues/2025-kw33_34/index.md')).toBe('2025-kw33-34');
    expect(suggested('content/issues/2025-KW33-Sonderausgabe/index.md')).toBe('2025-kw33-extra');
    expect(suggested('content/issues/Sommer 2025/index.md')).toBeUndefined();
    expect(suggested('content/issues/2025-KW60/index.md')).toBeUndefined();
    expect(problems({ [`${issueFolder}/02-neues-bürgerbüro.md`]: '' })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/02-neues-bürgerbüro.md:1 (error unknownFile)
        Gefunden: „02-neues-bürgerbüro.md“: mit Umlauten oder anderen besonderen Buchstaben
        Erwartet: einen Namen wie 01-kurzer-titel.md: Nummer, Bindestrich, Kleinbuchstaben ohne Umlaute und Leerzeichen
        Zu tun: Benennen Sie „02-neues-bürgerbüro.md“ um in „02-neues-buergerbuero.md“. Was nicht veröffentlicht werden soll, gehört in einen anderen Ordner.
    `);
    expect(suggested(`${issueFolder}/02_Straße & Café.MD`)).toBe('02-strasse-cafe.md');
    expect(suggested(`${issueFolder}/fenster.md`)).toBe('02-fenster.md');
  });

  it('a copy of an article, an issue or a page', () => {
    const file = `${issueFolder}/01-erster-beitrag(1).md`;
    expect(problems({ [file]: 'x' })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag(1).md:1 (error copiedFile)
        Gefunden: „01-erster-beitrag(1).md“, eine Kopie von „01-erster-beitrag.md“
        Erwartet: jeden Text und jede Ausgabe nur einmal
        Zu tun: Löschen Sie die Kopie. Soll etwas Eigenes daraus werden, geben Sie ihr einen eigenen Namen, und löschen Sie in ihr die Zeile „id“.
    `);
    const names = [
      `${issueFolder}/01-erster-beitrag (2).md`,
      `${issueFolder}/01-erster-beitrag - Kopie (3).md`,
      `${issueFolder}/01-erster-beitrag - Kopie.md`,
      `${issueFolder}/Kopie von 01-erster-beitrag.md`,
      `${issueFolder}/01-erster-beitrag Kopie 2.md`,
      `${issueFolder}/01-erster-beitrag (2. Kopie).md`,
      `${issueFolder}/index - Kopie.md`,
    ];
    for (const name of names) {
      expect(problems({ [name]: 'x' }).map((problem) => `${problem.file} ${problem.rule}`)).toEqual([
        `${name} copiedFile`,
      ]);
    }
    expect(problems(issue('2025-kw33 - Kopie')).map(({ rule }) => rule)).toEqual(['copiedFile']);
    const page = { ...ownPage('ueber-uns.md'), 'content/seiten/ueber-uns (2).md': 'x' };
    expect(problems(page).map(({ rule }) => rule)).toEqual(['copiedFile']);
    // The first is gone: then it is no copy any more.
    const [found] = problems({ [`${issueFolder}/02-fenster (2).md`]: 'x' });
    expect(`${found?.rule} ${found?.advice}`).toMatch(/^unknownFile Benennen Sie .* um in „02-fenster\.md“/);
  });

  it('an article that was saved as plain text', () => {
    expect(problems({ [`${issueFolder}/02-neues-buergerbuero.txt`]: '' })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/02-neues-buergerbuero.txt:1 (error unknownFile)
        Gefunden: „02-neues-buergerbuero.txt“: ohne die Endung .md
        Erwartet: einen Namen wie 01-kurzer-titel.md: Nummer, Bindestrich, Kleinbuchstaben ohne Umlaute und Leerzeichen
        Zu tun: Benennen Sie „02-neues-buergerbuero.txt“ um in „02-neues-buergerbuero.md“. Was nicht veröffentlicht werden soll, gehört in einen anderen Ordner.
    `);
    const attached = inArticle('attachments: [{file: 02-satzung.txt, title: Satzung}]');
    expect(problems({ ...attached, [`${issueFolder}/02-satzung.txt`]: '' })).toEqual([]);
  });

  it('a file that nothing names, and a folder inside the issue', () => {
    expect(problems({ [`${issueFolder}/notiz.txt`]: '' })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/notiz.txt:1 (warning unusedFile)
        Gefunden: die Datei „notiz.txt“, die nirgends genannt ist und deshalb nicht erscheint
        Erwartet: nur Beiträge und Dateien, die unter „image“, „pictures“ oder „attachments“ stehen
        Zu tun: Nennen Sie die Datei dort, wo sie erscheinen soll, oder legen Sie sie in einen anderen Ordner.
    `);
    expect(problems({ [`${issueFolder}/bilder/alt.jpg`]: '' })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/bilder:1 (warning folderInIssue)
        Gefunden: den Ordner „bilder“, den das Programm nicht liest
        Erwartet: alle Dateien einer Ausgabe unmittelbar in ihrem Ordner
        Zu tun: Legen Sie, was erscheinen soll, in den Ordner der Ausgabe, und löschen Sie den inneren Ordner.
    `);
    const unreadable = inArticle('title: A: B\nattachments: [{file: plan.pdf, title: Plan}]');
    expect(problems({ ...unreadable, [`${issueFolder}/plan.pdf`]: '' }).map(({ rule }) => rule)).toEqual([
      'yamlBroken',
    ]);
  });

  it('an issue without its index', () => {
    expect(problems({ [index]: undefined })).toMatchInlineSnapshot(`
      content/issues/2025-kw33:1 (error indexMissing)
        Gefunden: einen Ordner ohne index.md
        Erwartet: die Datei index.md mit Titel und Vorspann der Ausgabe
        Zu tun: Legen Sie index.md an oder entfernen Sie den Ordner.
    `);
  });

  it('week 53 in a year that has only 52', () => {
    expect(problems(issue('2025-kw53', 'publishedOn: 2025-12-31'))).toMatchInlineSnapshot(`
      content/issues/2025-kw53:1 (error impossibleWeek)
        Gefunden: „2025-kw53“
        Erwartet: eine Kalenderwoche, die es gibt: 2025 hat 52 Wochen; die zweite Woche einer Doppelausgabe folgt auf die erste
        Zu tun: Benennen Sie den Ordner nach der richtigen Woche.
    `);
    expect(problems(issue('2026-kw53', 'publishedOn: 2026-12-31'))).toEqual([]);
  });

  it('a double issue whose weeks do not follow each other', () => {
    expect(problems(issue('2025-kw34-36', 'publishedOn: 2025-08-21')).map(({ rule }) => rule)).toEqual([
      'impossibleWeek',
    ]);
    expect(problems(issue('2025-kw52-53', 'publishedOn: 2025-12-23')).map(({ rule }) => rule)).toEqual([
      'impossibleWeek',
    ]);
    expect(problems(issue('2025-kw34-35', 'publishedOn: 2025-08-21'))).toEqual([]);
  });

  it('a double issue over the turn of the year lasts until the Sunday of its second week', () => {
    const published = (day: string) => issue('2025-kw52-01', `publishedOn: ${day}`);
    expect(problems(published('2026-01-04'))).toEqual([]);
    expect(problems(published('2026-01-05'))).toMatchInlineSnapshot(`
      content/issues/2025-kw52-01/index.md:4 publishedOn (warning dayOutsideWeek)
        Gefunden: den Tag 2026-01-05
        Erwartet: einen Tag in der Woche der Ausgabe (2025-12-22 bis 2026-01-04)
        Zu tun: Prüfen Sie „publishedOn“ und den Namen des Ordners.
    `);
    expect(keysOf(published('2025-12-23'), { today: '2026-01-01' })).toEqual(['2025-kw52-01', '2025-kw33']);
  });

  it('an issue that does not say when it comes out does so on the Thursday', () => {
    const files = replaced(index, 'publishedOn: 2025-08-14\n', '');
    expect(problems(files)).toEqual([]);
    expect(readIn(projectWith(files)).library?.issues[0]?.publishedOn).toBe('2025-08-14');
  });

  it('an issue that came out in another week than its own', () => {
    expect(problems(inIndex('publishedOn: 2025-08-18'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/index.md:4 publishedOn (warning dayOutsideWeek)
        Gefunden: den Tag 2025-08-18
        Erwartet: einen Tag in der Woche der Ausgabe (2025-08-11 bis 2025-08-17)
        Zu tun: Prüfen Sie „publishedOn“ und den Namen des Ordners.
    `);
    for (const day of ['2025-08-11', '2025-08-17']) expect(problems(inIndex(`publishedOn: ${day}`))).toEqual([]);
    expect(problems(inIndex('publishedOn: 2025-08-10')).map(({ rule }) => rule)).toEqual(['dayOutsideWeek']);
  });

  it('two articles with one number', () => {
    const second = (name: string) => like(article, `${issueFolder}/${name}`, '');
    expect(problems(second('1-zweiter.md'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/1-zweiter.md:1 (warning duplicateNumber)
        Gefunden: die Nummer 1, die auch content/issues/2025-kw33/01-erster-beitrag.md hat
        Erwartet: je Beitrag einer Ausgabe eine eigene Nummer
        Zu tun: Geben Sie einem der Beiträge eine andere Nummer, damit die Reihenfolge feststeht.
    `);
    expect(problems(second('02-zweiter.md'))).toEqual([]);
  });
});

describe('ids and addresses name one thing', () => {
  it('an article without an id', () => {
    expect(problems(replaced(article, 'id: tag:blatt.example,2025-08-14:erster-beitrag\n', ''))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 id (error idMissing)
        Gefunden: keine Kennung (id)
        Erwartet: eine Kennung, an der Feed-Programme den Beitrag wiedererkennen
        Zu tun: Rufen Sie „npm run check -- --fix“ auf; das trägt eine ein.
    `);
  });

  it('the same id twice', () => {
    const copy = like(article, `${issueFolder}/02-zweiter.md`, 'id: tag:blatt.example,2025-08-14:ausgabe-33');
    expect(problems(copy)).toMatchInlineSnapshot(`
      content/issues/2025-kw33/02-zweiter.md:2 id (error duplicateId)
        Gefunden: dieselbe Kennung wie in content/issues/2025-kw33/index.md
        Erwartet: je Ausgabe und Beitrag eine eigene Kennung
        Zu tun: Löschen Sie die Zeile „id“ in der jüngeren Datei und rufen Sie „npm run check -- --fix“ auf.
    `);
  });

  it('two articles with one address', () => {
    expect(problems(like(article, `${issueFolder}/02-erster-beitrag.md`, ''))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/02-erster-beitrag.md:1 (error duplicateAddress)
        Gefunden: die Adresse /ausgaben/2025/kw33/erster-beitrag/, die schon content/issues/2025-kw33/01-erster-beitrag.md hat
        Erwartet: je Seite eine eigene Adresse
        Zu tun: Ändern Sie den Dateinamen, das Kürzel oder die frühere Adresse.
    `);
  });

  it('a former address that is in use', () => {
    expect(problems(inArticle('formerAddresses: [/alt/, /feeds/]'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 formerAddresses[2] (error duplicateAddress)
        Gefunden: die Adresse /feeds/, die schon die Website selbst hat
        Erwartet: je Seite eine eigene Adresse
        Zu tun: Ändern Sie den Dateinamen, das Kürzel oder die frühere Adresse.
    `);
    expect(
      problems({
        ...inIndex('formerAddresses: [/alt/]'),
        ...inArticle('formerAddresses: [/alt/, /ausgaben/2025/kw33/]'),
      }).map(({ file, line, field, found }) => `${file}:${line} ${field} ${found}`),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2025-kw33/01-erster-beitrag.md:6 formerAddresses[1] die Adresse /alt/, die schon content/issues/2025-kw33/index.md hat",
        "content/issues/2025-kw33/01-erster-beitrag.md:6 formerAddresses[2] die Adresse /ausgaben/2025/kw33/, die schon content/issues/2025-kw33/index.md hat",
      ]
    `);
    expect(problems(inArticle('formerAddresses: [/alt/, /aelter/]'))).toEqual([]);
  });

  it('two terms with one address', () => {
    const more = (slug: string) =>
      replaced(terms, 'municipalities:', `  - name: Jugend\n    slug: ${slug}\nmunicipalities:`);
    expect(problems(more('soziales'))).toMatchInlineSnapshot(`
      content/terms.yaml:5 topics[2].slug (error duplicateAddress)
        Gefunden: die Adresse /themen/soziales/, die schon „Soziales“ hat
        Erwartet: je Seite eine eigene Adresse
        Zu tun: Ändern Sie den Dateinamen, das Kürzel oder die frühere Adresse.
    `);
    expect(problems(more('landkreis-muster'))).toEqual([]);
  });
});

describe('what is not content', () => {
  it('files of the system and of editors are passed over', () => {
    const leftovers = [
      '.DS_Store',
      '.01-erster-beitrag.md.swp',
      '01-erster-beitrag.md~',
      '~$notiz.docx',
      '.entwurf.md',
      'Thumbs.db',
      'desktop.ini',
      '~$01-erster-beitrag.md',
    ];
    const files = Object.fromEntries(leftovers.map((name) => [`${issueFolder}/${name}`, '']));
    expect(
      problems({
        ...files,
        'content/issues/.DS_Store': '',
        'content/issues/Thumbs.db': '',
        'content/seiten/Desktop.ini': '',
        'content/issues/.git/index.md': '',
      }),
    ).toEqual([]);
  });

  it('a symbolic link is refused, so that nothing from outside is published', () => {
    const project = projectWith({ 'public/satzung.pdf': '' });
    const outside = join(emptyProject(), '02-fremd.md');
    writeFileSync(outside, 'fremd');
    symlinkSync(outside, join(project, issueFolder, '02-fremd.md'));
    symlinkSync(join(project, issueFolder), join(project, 'content/issues/2025-kw34'));
    symlinkSync(join(project, 'gibt-es-nicht'), join(project, 'content/issues/verweis'));
    mkdirSync(join(project, 'public/bilder'));
    symlinkSync(outside, join(project, 'public/bilder/fremd.md'));
    symlinkSync('/', join(project, 'public/.well-known'));
    const { problems: found, library } = readIn(project);
    expect(found.slice(0, 1)).toMatchInlineSnapshot(`
      content/issues/2025-kw33/02-fremd.md:1 (error notAPlainFile)
        Gefunden: eine Verknüpfung (symbolischer Link): „content/issues/2025-kw33/02-fremd.md“
        Erwartet: in content/ und public/ nur gewöhnliche Dateien und Ordner, damit nichts von anderswo veröffentlicht wird
        Zu tun: Löschen Sie die Verknüpfung, und legen Sie die Datei selbst an ihre Stelle, wenn sie erscheinen soll.
    `);
    expect(found.map(({ file, rule, severity }) => `${file} ${severity} ${rule}`)).toEqual([
      'content/issues/2025-kw33/02-fremd.md error notAPlainFile',
      'content/issues/2025-kw34 error notAPlainFile',
      'content/issues/verweis error notAPlainFile',
      'public/.well-known error notAPlainFile',
      'public/bilder/fremd.md error notAPlainFile',
    ]);
    expect(library?.issues.map(({ key, articles }) => [key, articles.length])).toEqual([['2025-kw33', 1]]);
  });

  it('a link in the place of a file that every site has is not followed', () => {
    const project = projectWith({ [privacy]: undefined });
    const outside = join(emptyProject(), 'datenschutz.md');
    writeFileSync(outside, 'fremd');
    symlinkSync(outside, join(project, privacy));
    expect(readIn(project).problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      `${privacy} notAPlainFile`,
      `${privacy} siteMissing`,
    ]);
  });

  it('a lock of an editor, which is a link under a hidden name, is passed over', () => {
    const project = projectWith();
    symlinkSync('redaktion@rathaus.4711', join(project, issueFolder, '.#01-erster-beitrag.md'));
    expect(readIn(project).problems).toEqual([]);
  });
});

describe('a project without content', () => {
  it('a missing folder and an empty one', () => {
    const { problems: found, library } = readIn(emptyProject());
    expect(found).toMatchInlineSnapshot(`
      content/legal/barrierefreiheit.md:1 (error siteMissing)
        Gefunden: keine Datei legal/barrierefreiheit.md
        Erwartet: die Datei content/legal/barrierefreiheit.md
        Zu tun: Legen Sie die Datei an; eine Vorlage steht in den Beispielinhalten des Produkts.
      content/legal/datenschutz.md:1 (error siteMissing)
        Gefunden: keine Datei legal/datenschutz.md
        Erwartet: die Datei content/legal/datenschutz.md
        Zu tun: Legen Sie die Datei an; eine Vorlage steht in den Beispielinhalten des Produkts.
      content/site.md:1 (error siteMissing)
        Gefunden: keine Datei site.md
        Erwartet: die Datei content/site.md
        Zu tun: Legen Sie die Datei an; eine Vorlage steht in den Beispielinhalten des Produkts.
    `);
    expect(library).toBeUndefined();
    const project = emptyProject();
    mkdirSync(join(project, 'content', 'issues'), { recursive: true });
    expect(readIn(project).problems).toEqual(found);
  });

  it('a site without issues and terms is allowed', () => {
    const project = projectWith({ [terms]: undefined });
    rmSync(join(project, 'content/issues'), { recursive: true });
    const { problems: found, library } = readIn(project);
    expect(found).toEqual([]);
    expect(library).toMatchObject({ issues: [], articles: [], years: [] });
  });
});
