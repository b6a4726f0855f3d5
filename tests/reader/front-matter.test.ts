import { existsSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import { describe, expect, it } from 'vitest';
import {
  article,
  emptyProject,
  type Files,
  articleFields as fields,
  inArticle,
  inIndex,
  inSite,
  inText,
  library,
  problems,
  projectWith,
  readIn,
  sample,
} from './sample-content.ts';

const text = 'Der Text des Beitrags.\n';
const file = (content: string | Uint8Array) => ({ [article]: content });

it('has nothing to say against the sample', () => {
  expect(problems()).toEqual([]);
});

describe('a file that can not be read as text with a head', () => {
  it('is not UTF-8', () => {
    const latin1 = Buffer.from(`---\n${fields}---\n\nAm Überweg.\n`, 'latin1');
    expect(problems(file(latin1))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 (error notUtf8)
        Gefunden: Zeichen, die nicht in UTF-8 gespeichert sind
        Erwartet: eine Textdatei in UTF-8
        Zu tun: Speichern Sie die Datei in Ihrem Editor mit der Kodierung UTF-8.
    `);
    expect(problems(inText('Am Überweg.\n'))).toEqual([]);
  });

  it('is empty', () => {
    expect(problems(file(''))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 (error frontMatterMissing)
        Gefunden: keinen Kopf
        Erwartet: einen Kopf zwischen zwei Zeilen aus „---“ am Anfang der Datei
        Zu tun: Beginnen Sie die Datei mit „---“, den Feldern und noch einmal „---“.
    `);
  });

  it('has text but no head', () => {
    expect(problems(file(text)).map(({ rule, line }) => [rule, line])).toEqual([['frontMatterMissing', 1]]);
  });

  it('has a head without an end', () => {
    expect(problems(file(`---\n${fields}\n${text}`))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 (error frontMatterOpen)
        Gefunden: einen Kopf ohne Ende
        Erwartet: eine Zeile aus „---“ zwischen den Feldern und dem Text
        Zu tun: Ergänzen Sie die Zeile „---“ nach dem letzten Feld.
    `);
    expect(problems(file('---')).map(({ rule }) => rule)).toEqual(['frontMatterOpen']);
    expect(problems(file(`---\n${fields}---\n${text}`))).toEqual([]);
  });

  it('has a head of nothing, or of nothing but comments', () => {
    for (const head of ['', '# Notiz\n', '\n\n']) {
      const missing = problems(file(`---\n${head}---\n\n${text}`)).map(({ rule, field }) => `${rule} ${field}`);
      expect(missing).toEqual(['idMissing id', 'fieldMissing title', 'fieldMissing kind', 'fieldMissing summary']);
    }
  });

  it('is nothing but a head', () => {
    expect(problems(file(`---\n${fields}---`))).toEqual([]);
    expect(problems(file(`---\n${fields}---\n`))).toEqual([]);
  });
});

describe('a head in another language than YAML', () => {
  it('is named', () => {
    expect(problems(file(`---json\n{"title": "x"}\n---\n\n${text}`))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 (error frontMatterLanguage)
        Gefunden: einen Kopf in der Sprache „json“
        Erwartet: einen Kopf in YAML
        Zu tun: Löschen Sie „json“ hinter „---“. Der Kopf wurde nicht ausgeführt.
    `);
    expect(problems(file(`---yaml\n${fields}---\n\n${text}`))).toEqual([]);
  });

  const trace = () => join(emptyProject(), 'it-ran');
  const writing = (path: string) =>
    `(() => { require('node:fs').writeFileSync(${JSON.stringify(path)}, ''); throw new Error('it ran'); })()`;

  it('is not run by the library that splits the file either, if it were left to it', () => {
    const path = trace();
    expect(() => matter(`---js\n${writing(path)}\n---\n`, {})).toThrow(
      'Parsing JavaScript in front matter is no longer',
    );
    expect(existsSync(path)).toBe(false);
  });

  it.each(['js', 'javascript', 'JS', ' js', 'coffee', 'coffeescript', 'cson', 'toml', 'json', '-', 'yaml js'])(
    'is never run: ---%s',
    (language) => {
      const path = trace();
      const found = problems(file(`---${language}\n${writing(path)}\n---\n\n${text}`));
      expect(found.map(({ rule }) => rule)).toEqual(['frontMatterLanguage']);
      expect(existsSync(path)).toBe(false);
    },
  );
});

describe('line numbers are those of the editor', () => {
  const wrong = `---\r\n${fields.replaceAll('\n', '\r\n')}publishedOn: 14.8.2025\r\n---\r\n\r\nText.\r\n\r\n# Titel\r\n`;

  it('with Windows line ends', () => {
    expect(problems(file(wrong)).map(({ rule, line }) => `${rule} ${line}`)).toEqual(['germanDate 6', 'headingOne 11']);
  });

  it('with a byte order mark', () => {
    expect(problems(file(`\u{feff}${wrong}`)).map(({ line }) => line)).toEqual([6, 11]);
    expect(problems(file(`\u{feff}---\n${fields}---\n\n${text}`))).toEqual([]);
  });

  it('without a blank line after the head, and with many', () => {
    expect(problems(file(`---\n${fields}---\n# Titel\n`)).map(({ line }) => line)).toEqual([7]);
    expect(problems(file(`---\n${fields}---\n\n\n\n# Titel\n`)).map(({ line }) => line)).toEqual([10]);
  });

  it('with a line of dashes in the text', () => {
    expect(problems(inText('Eins.\n\n---\n\n# Titel\n')).map(({ line }) => line)).toEqual([12]);
  });
});

describe('Windows line ends', () => {
  const windows = (files: Files): Files =>
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, String(content).replaceAll('\n', '\r\n')]),
    );

  it.each(['draft: true', 'kind: event\nevent:\n  start: 2025-08-20\n  place: Rathaus', 'publishedOn: 2025-08-14'])(
    'a head that ends with „%s“',
    (last) => {
      const written = {
        [article]: `---\n${fields.replace('kind: news\n', last.includes('kind') ? '' : 'kind: news\n')}${last}\n---\n\n${text}`,
      };
      expect(problems(written)).toEqual([]);
      expect(problems(windows(written))).toEqual([]);
    },
  );

  it('nothing that is shown differs by them', () => {
    const written = {
      ...inSite('frequency: jede Woche'),
      ...inIndex('draft: false', 'Der Leitartikel\nin zwei Zeilen.\n\n## Danach\n\n- eins\n- zwei\n'),
      ...inArticle(
        'withdrawn: >-\n  Ein Grund\n  in zwei Zeilen.',
        '| a | b |\n| - | - |\n| 1 | 2 |\n\n```\nzwei\nZeilen\n```\n',
      ),
    };
    const shown = (files: Files) => {
      const { site, legal, terms, issues } = library(files);
      return {
        site,
        legal,
        terms,
        issues: issues.map(({ articles, ...issue }) => ({ ...issue, articles: articles.length })),
        texts: issues.flatMap(({ articles }) => articles.map(({ body, withdrawn }) => [body, withdrawn])),
      };
    };
    expect(shown(windows({ ...sample, ...written }))).toEqual(shown(written));
  });
});

it('takes away control characters and soft hyphens that came along from Word', () => {
  const { library, problems: found } = readIn(projectWith(inArticle('title: "Das Rat\u00adhaus\u0007"')));
  expect(found).toEqual([]);
  expect(library?.articles[0]?.title).toBe('Das Rathaus');
});
