import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shippedLibrary } from '../shipped.ts';
import { kurrende, organisation } from './command-line.ts';
import { inProcess } from './in-process.ts';

const article = 'content/issues/2025-kw33/01-open-prosoz-wesermarsch.md';

function edit(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

describe('npm run check', () => {
  test('says that the example content is in order, and what it counted', async () => {
    const { code, out, err } = await kurrende(['check'], organisation());
    expect(err).toBe('');
    const { issues, articles } = shippedLibrary();
    expect(
      out.endsWith(
        `In Ordnung: ${issues.length} Ausgaben, ${articles.length} Beiträge, 1 eigene Seite, 1 Warnung. Noch nicht veröffentlicht: 1 Ausgabe, 1 Beitrag.\n`,
      ),
    ).toBe(true);
    expect(code).toBe(0);
  });

  test('shows an error with its place and what to do, and ends with 1', async () => {
    const folder = organisation();
    edit(folder, article, (text) => text.replace('kind: case-study', 'kind: case-study\npublishedOn: 14.08.2025'));
    const { code, err } = await kurrende(['check'], folder);
    expect(err).toContain(`${article}:5  Fehler  publishedOn
  Gefunden:  das deutsche Datum „14.08.2025“
  Erwartet:  einen Tag in der Form JJJJ-MM-TT
  Zu tun:    Schreiben Sie 2025-08-14.`);
    expect(err).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  test.each(['check', 'build', 'start', 'dev'])(
    'npm run %s refuses a link in public and a pipe in content',
    async (name) => {
      const folder = organisation();
      symlinkSync('/etc/hostname', join(folder, 'public', 'abo.sqlite'));
      execFileSync('mkfifo', [join(folder, 'content/issues/2025-kw33/02-pipe.md')]);
      const { code, out, err } = await inProcess([name], folder);
      expect(err).toContain(`public/abo.sqlite:1  Fehler
  Gefunden:  eine Verknüpfung (symbolischer Link): „public/abo.sqlite“`);
      if (name !== 'dev') expect(err).toContain('eine Pipe: „content/issues/2025-kw33/02-pipe.md“');
      expect(`${out}${err}`).not.toMatch(/^\s+at /m);
      expect(code).toBe(name === 'dev' ? 2 : 1);
      expect(existsSync(join(folder, 'dist'))).toBe(false);
    },
  );

  test('names the place for the original of a withheld picture', async () => {
    const folder = organisation();
    const { out } = await inProcess(['check'], folder);
    expect(out).toContain(`${article}:15  Hinweis  image.withheld
  Gefunden:  ein Bild, das nicht gezeigt wird (AdobeStock/heidepinkall); an seiner Stelle steht eine Zeichnung
  Erwartet:  das Original, wenn Sie es zeigen dürfen; sonst nichts
  Zu tun:    Klären Sie die Lizenz, und ergänzen Sie „licence“. Legen Sie das Bild dann hier ab: content/licensed/2025-kw33-open-prosoz-wesermarsch.jpg`);
    edit(folder, article, (text) =>
      text.replace('image:\n', 'image:\n  licence: stock-standard\n').replace('kind: case-study', 'kind: Bericht'),
    );
    const { err } = await inProcess(['check'], folder);
    expect(err).toContain(
      'Zu tun:    Legen Sie es dann hier ab: content/licensed/2025-kw33-open-prosoz-wesermarsch.jpg',
    );
    expect(err.indexOf('Hinweis')).toBeGreaterThan(err.indexOf(`${article}:4  Fehler  kind`));
  });

  test('looks into the files of pictures, those of drafts too', async () => {
    const folder = organisation();
    const image = 'image: {file: plan.svg, alt: Ein Plan, credit: A, licence: stock-standard}';
    for (const [file, line] of [
      [article.replace('01-open-prosoz-wesermarsch', 'index'), 'title:'],
      ['content/issues/2026-kw49/01-bilder-und-nachweise.md', 'kind:'],
    ] as const) {
      writeFileSync(join(folder, dirname(file), 'plan.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
      edit(folder, file, (text) => text.replace(line, `${image}\n${line}`));
    }
    const { code, err } = await inProcess(['check'], folder);
    expect(err).toContain(`content/issues/2025-kw33/index.md:3  Fehler  image.file
  Gefunden:  die Bilddatei „plan.svg“ im Format SVG, das Programme enthalten kann`);
    expect(err).toContain('content/issues/2026-kw49/01-bilder-und-nachweise.md:4  Noch zu tun  image.file');
    expect(err).toContain('1 Fehler, 1 Warnung in 3 Dateien. Noch zu tun in Entwürfen: 1 Stelle.');
    expect(err).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  test('--release refuses the example publisher', async () => {
    const { code, err } = await inProcess(['check', '--release'], organisation());
    expect(err).toMatch(/content\/site\.md:\d+ {2}Fehler {2}example/);
    expect(code).toBe(1);
  });

  test('--fix mints a missing id and rewrites a German date, once and for all', async () => {
    const folder = organisation();
    edit(folder, article, (text) =>
      text.replace(/^id: .*\n/m, '').replace('kind: case-study', 'kind: case-study\npublishedOn: 14.08.2025'),
    );
    const first = await inProcess(['check', '--fix'], folder);
    expect(first.out).toContain(`Gerichtet: ${article}:1, Kennung vergeben`);
    expect(first.out).toContain(`Gerichtet: ${article}:5, Datum umgeschrieben`);
    expect(first.code).toBe(0);
    const mended = readFileSync(join(folder, article), 'utf8');
    expect(mended).toMatch(
      /^---\nid: tag:kurrende\.example,2026-11-24:[0-9a-f-]{36}\ntitle: .*\nkind: case-study\npublishedOn: 2025-08-14\n/,
    );
    await inProcess(['check', '--fix'], folder);
    expect(readFileSync(join(folder, article), 'utf8')).toBe(mended);
  });

  test.each(['id:', 'id: ""', 'id: # kommt noch'])('--fix fills an empty field: %s', async (field) => {
    const folder = organisation();
    edit(folder, article, (text) => text.replace(/^id: .*$/m, field));
    const { out, code } = await inProcess(['check', '--fix'], folder);
    expect(out).toContain(`Gerichtet: ${article}:2, Kennung vergeben`);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, article), 'utf8')).toMatch(
      /^---\nid: tag:kurrende\.example,2026-11-24:[0-9a-f-]{36}(?: # kommt noch)?\ntitle: /,
    );
  });

  test('--fix names the lines at which what it mended stands in the end', async () => {
    const folder = organisation();
    edit(folder, article, (text) => `${text.replace(/^id: .*\n/m, '')}\n- eins\n##Zwei\n\n##Drei\n`);
    const { out } = await inProcess(['check', '--fix'], folder);
    const lines = readFileSync(join(folder, article), 'utf8').split('\n');
    for (const [, line, to] of out.matchAll(/Zeile (\d+): „##\p{L}+“ → „(.*?)“/gu)) {
      expect(lines[Number(line) - 1]).toBe(to);
    }
    expect(out.match(/Zeile \d+: „##/g)).toHaveLength(2);
  });

  test('--fix mends what is mechanical in the text, and says what it made of what', async () => {
    const folder = organisation();
    edit(folder, article, (text) => `${text}\n##Zum Schluss\n\n3. Oktober: frei\n31. Oktober: auch frei\n`);
    const last = readFileSync(join(folder, article), 'utf8').split('\n').length - 1;
    const { code, out } = await inProcess(['check', '--fix'], folder);
    expect(
      out,
    ).toContain(`Gerichtet: ${article}:${last - 3}, „##Zum Schluss“; das ist keine Überschrift, weil das Leerzeichen fehlt
  Zeile ${last - 3}: „##Zum Schluss“ → „## Zum Schluss“
`);
    expect(out).toContain(`
  Zeile ${last - 1}: „3. Oktober: frei“ → „3\\. Oktober: frei\\“
  Zeile ${last}: „31. Oktober: auch frei“ → „31\\. Oktober: auch frei“
`);
    expect(out).toMatch(/In Ordnung: .*\n$/);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, article), 'utf8')).toMatch(
      /\n## Zum Schluss\n\n3\\. Oktober: frei\\\n31\\. Oktober: auch frei\n$/,
    );
    expect((await inProcess(['check', '--fix'], folder)).out).not.toContain('Gerichtet');
  });

  test('--fix puts a value with a colon in it into quotation marks', async () => {
    const folder = organisation();
    edit(folder, article, (text) => text.replace(/^title: .*$/m, 'title: Kaputt: mit Absicht'));
    const { code, out } = await inProcess(['check', '--fix'], folder);
    expect(out).toMatch(/Zeile \d+: „?title: Kaputt: mit Absicht“? → „?title: "Kaputt: mit Absicht"/);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, article), 'utf8')).toContain('\ntitle: "Kaputt: mit Absicht"\n');
  });

  test('--fix shows of a long line what has changed in it', async () => {
    const folder = organisation();
    edit(folder, article, (text) => `${text}\n${'Wort '.repeat(40)}[Anruf](tel:+49 441 1) ${'Wort '.repeat(40)}\n`);
    const { out } = await inProcess(['check', '--fix'], folder);
    expect(out).toContain(
      '„…ort Wort [Anruf](tel:+49 441 1) Wort Wort Wort Wort W…“ → „…ort Wort [Anruf](tel:+494411) Wort Wort Wort Wort W…“',
    );
  });

  test('--fix keeps Windows line ends', async () => {
    const folder = organisation();
    edit(folder, article, (text) => `${text.replace(/^id: .*\n/m, '')}\n| A |\n| 1 |\n`.replaceAll('\n', '\r\n'));
    expect((await inProcess(['check', '--fix'], folder)).code).toBe(0);
    expect(readFileSync(join(folder, article), 'utf8')).not.toMatch(/[^\r]\n/);
  });
});

describe('wrong calls are answered with a sentence', () => {
  test.each<{ args: string[]; env: Record<string, string>; says: string }>([
    { args: ['chek'], env: {}, says: 'Den Befehl „chek“ gibt es nicht. Meinten Sie „check“?\n' },
    { args: ['check', '--fixx'], env: {}, says: 'Die Option „--fixx“ gibt es hier nicht. Meinten Sie „--fix“?\n' },
    { args: ['check', 'alles'], env: {}, says: 'Mit „alles“ kann dieser Befehl nichts anfangen.' },
    {
      args: ['check'],
      env: { BUILD_DATE: '24.11.2026' },
      says: 'BUILD_DATE ist „24.11.2026“, erwartet wird ein Tag wie 2025-08-14 oder ein Zeitpunkt wie 2025-08-14 10:00.',
    },
    {
      args: ['start'],
      env: { PORT: 'achtzig' },
      says: 'PORT ist „achtzig“, erwartet wird eine ganze Zahl von 1 bis 65535.',
    },
    { args: ['new'], env: {}, says: 'Nennen Sie die Woche der Ausgabe: npm run new -- 2026-kw48' },
    { args: ['new', '2025-KW34'], env: {}, says: '„2025-KW34“ ist keine Ausgabe. Meinten Sie 2025-kw34?' },
    { args: ['new', '2025-kw34', '…'], env: {}, says: 'Aus „…“ lässt sich kein Dateiname machen.' },
    { args: ['new', '2025-kw53'], env: {}, says: 'Die Woche „2025-kw53“ gibt es nicht: 2025 hat 52 Kalenderwochen.' },
  ])('$args', async ({ args, env, says }) => {
    const { code, err, out } = await inProcess(args, organisation(), env);
    expect(err).toContain(says);
    expect(err + out).not.toMatch(/^\s+at /m);
    expect(code).toBe(2);
  });

  test('a folder without content', async () => {
    const folder = organisation();
    rmSync(join(folder, 'content'), { recursive: true });
    const { code, err } = await inProcess(['check'], folder);
    expect(err).toContain(`Im Ordner ${folder} gibt es kein content/.`);
    expect(code).toBe(2);
  });
});

describe('npm run new', () => {
  test('makes a draft that passes the check, and never overwrites', async () => {
    const folder = organisation();
    const made = await kurrende(['new', '2025-kw34'], folder);
    expect(made.out).toBe(
      'Angelegt: content/issues/2025-kw34/index.md\nAngelegt: content/issues/2025-kw34/01-neuer-beitrag.md\n',
    );
    const check = await kurrende(['check'], folder);
    expect(check.out).toContain('Noch nicht veröffentlicht: 2 Ausgaben, 2 Beiträge.');
    // What the template says counts as still to be done.
    expect(check.out).toContain('Noch zu tun in Entwürfen: 8 Stellen.');
    expect(check.code).toBe(0);

    const again = await kurrende(['new', '2025-kw34'], folder);
    expect(again.err).toContain('Den Ordner content/issues/2025-kw34 gibt es schon. Es wurde nichts verändert.');
    expect(again.err).toContain('npm run new -- 2025-kw34 "Titel des Beitrags"');
    expect(again.code).toBe(2);
  });

  test('proposes the Thursday of the week and a topic that there is', async () => {
    const folder = organisation();
    await inProcess(['new', '2026-kw51'], folder);
    const issue = join(folder, 'content/issues/2026-kw51');
    expect(readFileSync(join(issue, 'index.md'), 'utf8')).toContain('\npublishedOn: 2026-12-17 #');
    expect(readFileSync(join(issue, '01-neuer-beitrag.md'), 'utf8')).toContain('\n# topics: [soziales] #');
  });

  test('adds an article with the next number to an issue that exists', async () => {
    const folder = organisation();
    const made = await inProcess(['new', '2026-kw47', 'Neues Bürgerbüro'], folder);
    expect(made.out).toBe('Angelegt: content/issues/2026-kw47/04-neues-buergerbuero.md\n');
    const file = join(folder, 'content/issues/2026-kw47/04-neues-buergerbuero.md');
    const written = readFileSync(file, 'utf8');
    expect(written).toMatch(/^---\nid: tag:kurrende\.example,2026-11-24:[0-9a-f-]{36}\n/);
    expect(written).toContain('\ntitle: "Neues Bürgerbüro"\n');
    expect(written).toMatch(/\ndraft: true #.*\n---\n/);
    const check = await inProcess(['check'], folder);
    expect(check.out).toContain('Noch nicht veröffentlicht: 1 Ausgabe, 2 Beiträge.');

    const again = await inProcess(['new', '2026-kw47', 'neues-buergerbuero'], folder);
    expect(again.err).toContain(
      'Einen Beitrag mit diesem Namen gibt es schon: content/issues/2026-kw47/04-neues-buergerbuero.md. Es wurde nichts verändert.',
    );
    expect(again.code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(written);
  });

  test('names the first article of a new issue', async () => {
    const made = await inProcess(['new', '2026-kw51', 'buergerbuero'], organisation());
    expect(made.out).toBe(
      'Angelegt: content/issues/2026-kw51/index.md\nAngelegt: content/issues/2026-kw51/01-buergerbuero.md\n',
    );
  });

  test.each([
    { words: ['Amt', 'zu:', 'ab', 'Montag'], file: '01-amt-zu-ab-montag.md', title: 'title: "Amt zu: ab Montag"' },
    { words: ['Das "neue" Haus'], file: '01-das-neue-haus.md', title: `title: 'Das "neue" Haus'` },
    { words: ['neues-haus'], file: '01-neues-haus.md', title: 'title: Titel des Beitrags' },
  ])('takes the words behind the week as the title, in quotes or not: $words', async ({ words, file, title }) => {
    const folder = organisation();
    expect((await inProcess(['new', '2026-kw51', ...words], folder)).code).toBe(0);
    expect(readFileSync(join(folder, 'content/issues/2026-kw51', file), 'utf8')).toContain(`\n${title}\n`);
    expect((await inProcess(['check'], folder)).code).toBe(0);
  });

  test.each([
    {
      kind: 'event',
      has: ['kind: event', 'event:', '  start:', '  place:'],
      todo: /event\.(?:start|end|place)/g,
      count: 3,
    },
    {
      kind: 'Praxisbericht',
      has: ['kind: case-study', 'people:', 'releasedBy:'],
      todo: /(?:municipality|people\[1\]\.(?:name|function)|releasedBy\.(?:name|on))$/gm,
      count: 5,
    },
    { kind: 'Hinweis', has: ['kind: notice'], todo: /nothing/g, count: 0 },
  ])(
    '--kind $kind gives what belongs to it, and the check says what is to be filled in',
    async ({ kind, has, todo, count }) => {
      const folder = organisation();
      expect((await inProcess(['new', '2026-kw51', '--kind', kind, 'Anwendertag', '2027'], folder)).err).toBe('');
      const file = join(folder, 'content/issues/2026-kw51/01-anwendertag-2027.md');
      const lines = readFileSync(file, 'utf8').split('\n');
      for (const start of has) expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^${start}`)));
      const { code, out } = await inProcess(['check'], folder);
      expect(code).toBe(0);
      expect(out.match(todo) ?? []).toHaveLength(count);
      // Filled in with their comments behind them, nothing is cut off.
      const filled = readFileSync(file, 'utf8').replace(
        /^( *(?:- )?(?:name|function|place)):(?= #)/gm,
        '$1: Erika Muster',
      );
      writeFileSync(file, filled);
      expect((await inProcess(['check'], folder)).out).not.toContain('gilt als Bemerkung');
    },
  );

  test('every line of a new file that may go takes its comment along', async () => {
    for (const kind of ['news', 'event', 'case-study', 'notice']) {
      const folder = organisation();
      await inProcess(['new', '2026-kw51', '--kind', kind], folder);
      const file = join(folder, 'content/issues/2026-kw51/01-neuer-beitrag.md');
      const text = readFileSync(file, 'utf8');
      const lines = text.split('\n');
      const end = lines.indexOf('---', 1);
      for (const [at, line] of lines.entries()) {
        if (at < 2 || at >= end || /^(?:kind|event|people|releasedBy):/.test(line)) continue;
        writeFileSync(file, lines.toSpliced(at, 1).join('\n'));
        const { err, out } = await inProcess(['check'], folder);
        expect(`${line}: ${out}${err}`).not.toMatch(/01-neuer-beitrag\.md.*\n.*YAML/);
      }
    }
  });

  test('a kind that there is not is answered with those that there are', async () => {
    const folder = organisation();
    const { code, err } = await inProcess(['new', '2026-kw51', '--kind', 'gedicht'], folder);
    expect(code).toBe(2);
    expect(err).toContain('Die Art „gedicht“ gibt es nicht.\nErwartet: case-study (Praxisbericht), news (Nachricht)');
    expect(existsSync(join(folder, 'content/issues/2026-kw51'))).toBe(false);
  });

  test('shows examples of this year', async () => {
    const { err } = await inProcess(['new', 'neu'], organisation());
    expect(err).toContain('Schreiben Sie zum Beispiel 2026-kw48 oder, für eine Sonderausgabe, 2026-kw48-extra.');
    expect((await inProcess(['new', '--help'], organisation())).out).not.toMatch(/2025|JAHR/);
  });

  test('works where the folder of the issues does not exist yet', async () => {
    const folder = organisation();
    rmSync(join(folder, 'content', 'issues'), { recursive: true });
    expect((await inProcess(['new', '2025-kw34'], folder)).code).toBe(0);
    expect(existsSync(join(folder, 'content/issues/2025-kw34/index.md'))).toBe(true);
  });
});
