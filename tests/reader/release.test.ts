import { describe, expect, it } from 'vitest';
import {
  article,
  easyLanguage,
  type Files,
  index,
  like,
  privacy,
  problems,
  sample,
  statement,
} from './sample-content.ts';

/** The sample as an organisation has it that exists: with a domain that somebody can own, and people of its own. */
const real = (files: Files = {}): Files =>
  Object.fromEntries(
    Object.entries({ ...sample, ...files }).map(([file, text]) => [
      file,
      String(text)
        .replaceAll('blatt.example', 'blatt.de')
        .replaceAll('Musterstraße 1', 'Deichstraße 12')
        .replaceAll('12345', '26999')
        .replaceAll('Musterstadt', 'Flussstadt')
        .replaceAll('Mustermann', 'Harms')
        .replaceAll('030 23125 100', '04999 12 0'),
    ]),
  );

const release = (files: Files, [name, from, to]: [file: string, from: string, to: string] = ['', '', '']) =>
  problems({ ...files, ...(name && { [name]: String(files[name]).replace(from, to) }) }, { release: true });

describe('a release', () => {
  it('takes the data of an organisation that exists', () => {
    expect(release(real())).toEqual([]);
  });

  it('refuses each file that is marked as an example', () => {
    const marked: Files = {
      ...real({
        [easyLanguage]: '---\ntitle: Blatt\nupdatedOn: 2025-08-01\n---\n\nDas ist unser Blatt.\n',
      }),
    };
    for (const file of ['content/site.md', privacy, statement, easyLanguage]) {
      expect(
        release(marked, [file, '---\n', '---\nexample: true\n']).map(({ file: at, line, rule }) => [at, line, rule]),
      ).toEqual([[file, 2, 'exampleRelease']]);
    }
    expect(release(marked, [privacy, '---\n', '---\nexample: true\n'])).toMatchInlineSnapshot(`
      content/legal/datenschutz.md:2 example (error exampleRelease)
        Gefunden: Beispieldaten (example: true)
        Erwartet: Ihre eigenen Angaben; mit denen des Beispiels wird nicht veröffentlicht
        Zu tun: Ersetzen Sie alles in dieser Datei, auch den Text unter dem Kopf. Löschen Sie dann die Zeile „example“.
    `);
  });

  it('refuses addresses that nobody can own, in the data and texts of the site', () => {
    expect(
      release(real(), ['content/site.md', 'publicUrl: https://blatt.de', 'publicUrl: https://blatt.example']),
    ).toMatchInlineSnapshot(`
      content/site.md:4 (error exampleHost)
        Gefunden: die Adresse „blatt.example“ aus einem Beispiel
        Erwartet: eine Adresse, die Ihnen gehört; solche Namen vergibt niemand (RFC 2606)
        Zu tun: Ersetzen Sie die Angabe, und prüfen Sie, was sonst in dieser Datei noch aus dem Beispiel stammt.
    `);
    expect(
      release(real(), [statement, 'Alles andere', 'Fragen an redaktion@blatt.example. Alles andere']),
    ).toMatchObject([{ file: statement, line: 15, rule: 'exampleHost' }]);
    for (const host of [
      'www.example.org',
      'example.com',
      'a.b.invalid',
      'x.test',
      'localhost:8080',
      'blatt.example/abo',
    ]) {
      const found = release(real(), [statement, 'Alles andere', `Siehe https://${host}. Alles`]).map(
        ({ rule }) => rule,
      );
      expect(found.filter((rule) => rule === 'exampleHost')).toHaveLength(1);
    }
    for (const word of ['zum Beispiel', 'example', 'example.community', 'myexample.org', 'kein-test']) {
      expect(release(real(), [statement, 'Alles andere', `${word}. Alles`])).toEqual([]);
    }
  });

  it('passes over comments', () => {
    expect(release(real(), [privacy, '---\n', '---\n# wie auf kurrende.example\n'])).toEqual([]);
  });

  it('refuses issues and articles that are examples, and the folder of one once', () => {
    expect(release(real(), [index, 'blatt.de', 'kurrende.example'])).toMatchInlineSnapshot(`
      content/issues/2025-kw33/index.md:2 id (error exampleId)
        Gefunden: eine Kennung mit dem Namen „kurrende.example“, wie die Beispiele sie haben
        Erwartet: Ihre eigenen Ausgaben und Beiträge
        Zu tun: Löschen Sie das Beispiel. Ist der Text von Ihnen und noch nicht erschienen, löschen Sie die Zeile „id“; „npm run check -- --fix“ vergibt eine neue.
    `);
    const copied = like(index, 'content/issues/2025-kw34/index.md', 'publishedOn: 2025-08-21');
    const second = sample[article].replace('beitrag', 'zweiter');
    const files = { ...real(), ...copied, 'content/issues/2025-kw34/01-erster.md': second };
    expect(release(files).map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'content/issues/2025-kw34/index.md exampleId',
    ]);
  });

  it('says nothing of all that while writing', () => {
    expect(problems()).toEqual([]);
  });
});
