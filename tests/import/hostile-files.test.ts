import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { growth, linear } from '../growth.ts';
import { openDocument, wordFile, wordParagraph, wordPicture, wordRelations } from './documents.ts';
import { imported, refusal } from './imported.ts';
import { zip } from './zip.ts';

describe('an archive that is a bomb', () => {
  const tooFar = /wird beim Entpacken zu groß/;
  const zeros = (megabytes: number) => ' '.repeat(megabytes * 1_000_000);

  test('of one part of text is stopped while it inflates', async () => {
    const file = await wordFile(wordParagraph(zeros(60)));
    expect(file.length).toBeLessThan(100_000);
    const before = process.memoryUsage().rss;
    expect(await refusal('a.docx', file)).toMatch(tooFar);
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });

  test('of many parts is stopped, and so is one of very many', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`word/media/${at}.png`, Buffer.alloc(9_000_000)]),
    );
    expect(await refusal('a.docx', await wordFile(wordParagraph('Text.'), parts))).toMatch(tooFar);
    expect(await refusal('a.docx', overlapping(deflateRawSync(Buffer.from('x')), 5_100))).toMatch(tooFar);
  });

  test('that lies about its sizes is not believed', async () => {
    const file = await wordFile(wordParagraph(zeros(30)));
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    for (let at = 0; at < file.length - 46; at += 1) {
      const isEntry = view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 20_000_000;
      if (isEntry) view.setUint32(at + 24, 1000, true);
    }
    expect(await refusal('a.docx', file)).toMatch(/beschädigt|zu groß/);
  });

  test('whose parts share their bytes is refused', async () => {
    expect(await refusal('a.docx', overlapping(deflateRawSync(Buffer.alloc(1_000_000)), 400))).toMatch(
      /beschädigt|zu groß/,
    );
  });
});

describe('nothing is fetched and no file is read', () => {
  test('by a picture, a link, a style sheet, a template or a remote part, in any format', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const html = `<!doctype html><html><head><link rel=stylesheet href="${origin}/a.css"><base href="${origin}/"></head><body><p>Text <a href="b">Verweis</a>.</p><img src="${origin}/c.png"><img src="file:///etc/hostname"><img src="/etc/hostname"><script src="${origin}/d.js"></script><iframe src="${origin}/e"></iframe><svg><image href="${origin}/f.png"/></svg></body></html>`;
    const word = await wordFile(
      `${wordParagraph('Text.')}${wordPicture('r1', 'r:link')}${wordPicture('r2', 'r:link')}${wordPicture('r3')}`,
      {
        'word/_rels/document.xml.rels': wordRelations({
          r1: { type: 'image', target: `${origin}/g.png`, external: true },
          r2: { type: 'image', target: '../../../../etc/hostname', external: true },
          r3: { type: 'image', target: '../../../../../../etc/hostname' },
          r4: { type: 'attachedTemplate', target: `${origin}/h.dotm`, external: true },
        }),
      },
    );
    const open = await openDocument(
      `<text:p>Text.</text:p><text:p><draw:frame><draw:image xlink:href="${origin}/i.png"/></draw:frame><draw:frame><draw:image xlink:href="../../../../../../etc/hostname"/></draw:frame></text:p>`,
    );
    const mail = `From: a@b.example\r\nDate: Mon, 4 Aug 2025 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${html}`;
    for (const [name, content] of [
      ['a.html', html],
      ['a.eml', mail],
      ['a.docx', word],
      ['a.odt', open],
    ] as const) {
      const { pictures, body } = await imported(name, content);
      expect([name, pictures]).toEqual([name, []]);
      expect(body).toMatch(/^Text/);
    }
    expect(asked).toBe(0);
  });

  test('by an entity of XML, and none is expanded', async () => {
    const doctype =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
    const word = await wordFile('');
    expect(word.length).toBeGreaterThan(0);
    for (const [name, part] of [
      ['a.odt', 'content.xml'],
      ['a.docx', 'word/document.xml'],
    ] as const) {
      const markup = `${doctype}<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&a;&c;</w:t></w:r></w:p></w:body></w:document>`;
      const file =
        name === 'a.odt'
          ? await zip({ mimetype: 'application/vnd.oasis.opendocument.text', [part]: markup })
          : await wordFile('', { [part]: markup });
      expect(await refusal(name, file)).toMatch(/beschädigt|kein Text/);
    }
  });
});

describe('what a file brings along does not reach the page', () => {
  test('scripts, event handlers and addresses that run', async () => {
    const html = `<p onclick="a()">Text <a href="javascript:alert(1)">eins</a> <a href=" java\nscript:alert(1)">zwei</a> <a href="data:text/html,x">drei</a> <a href="vbscript:x">vier</a><img src=x onerror=alert(1)></p><script>a</script><p>&lt;script&gt;alert(1)&lt;/script&gt;</p><p><abbr title="&quot;&gt;&lt;script&gt;">KDZ</abbr></p>`;
    const { body, problems } = await imported('a.html', html);
    expect(body).toBe('Text eins zwei drei vier\n\n\\<script>alert(1)\\</script>\n\nKDZ\n');
    expect(problems).toEqual([]);
  });

  test('names that lead out of the folder', async () => {
    const html = `<h1>../../../etc/passwd</h1><p>Text.</p><p><img alt="../../x" src="data:image/png;base64,${Buffer.from('89504e470d0a1a0a0000000d4948445200000028000000280802', 'hex').toString('base64')}"></p>`;
    const { pictures } = await imported('../../a.html', html);
    expect(pictures.map(({ name }) => name)).toEqual(['etc-passwd-1.png']);
  });

  test('front matter within a title or a credit', async () => {
    const html =
      '<h1>Titel"\n---\nid: x</h1><p>Der Satz, der hier steht, ist ein ganzer.</p><p>Foto: A: "B" # C</p><p>Ausgabe 3. KW 2026</p>';
    const { title, file, frontMatter, problems } = await imported('a.html', html);
    expect(title).toBe('Titel" --- id: x');
    expect(frontMatter.image?.credit).toBe('A: "B" # C');
    expect(file.match(/^---$/gm)).toHaveLength(2);
    expect(problems).toEqual([]);
  });
});

describe('a file that is made to be slow', () => {
  test('of elements within elements is refused with a sentence', async () => {
    const deep = (open: string, close: string) => `${open.repeat(60_000)}x${close.repeat(60_000)}`;
    expect(await refusal('a.html', deep('<div>', '</div>'))).toMatch(/zu tief verschachtelt/);
    expect(await refusal('a.odt', await openDocument(deep('<text:section>', '</text:section>')))).toMatch(
      /zu tief|beschädigt/,
    );
    expect(await refusal('a.docx', await wordFile(deep('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>')))).toMatch(
      /zu tief|beschädigt/,
    );
  });

  test('with a cell over a million columns is a table all the same', async () => {
    const { body } = await imported(
      'a.html',
      '<p>Davor.</p><table><tr><td colspan=1000000 rowspan=1000000>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
    );
    expect(body.length).toBeLessThan(2000);
  });

  test.each([
    ['quotation marks', 190_000, (times: number) => '„'.repeat(times)],
    ['spaces', 200_000, (times: number) => `a${' '.repeat(times)}b`],
    ['dashes and names', 60_000, (times: number) => `– ${'Aa '.repeat(times)}`],
    ['names', 27_000, (times: number) => `“, sagt ${'Aa von '.repeat(times)}`],
    ['addresses', 14_000, (times: number) => 'http://'.repeat(times)],
    ['stars', 60_000, (times: number) => '*a'.repeat(times)],
    ['numbers of weeks', 16_000, (times: number) => 'Ausgabe 33. '.repeat(times)],
  ])('of nothing but %s is read in the time that its length takes', async (_, most, text) => {
    const read = (times: number) => imported('a.txt', `Text.\n\n${text(times)}`);
    expect(await growth(most, read)).toBeLessThan(linear);
  });
});

test('a text of nothing but brackets, or longer than any article, is refused', async () => {
  expect(await refusal('a.txt', `Text.\n\n${'[1]'.repeat(60_000)}`)).toMatch(/eckige Klammern/);
  expect(await refusal('a.txt', 'Wort '.repeat(50_000))).toMatch(
    /länger, als ein Beitrag sein kann \(200\.000 Zeichen\)/,
  );
});

describe('what can’t be read gets a sentence', () => {
  test.each<[string, Uint8Array | string, RegExp]>([
    ['leer.docx', '', /ist leer/],
    ['a.pdf', '%PDF-1.7\n', /ist ein PDF/],
    ['a.rtf', '{\\rtf1 Text}', /Format RTF.*\.docx/],
    [
      'a.svg',
      '<?xml version="1.0"?>\n<!-- Zeichnung -->\n<svg xmlns="http://www.w3.org/2000/svg"><text>Ja</text></svg>',
      /ist ein Bild/,
    ],
    ['a.xml', '<?xml version="1.0"?>\n<daten><p>Ja</p></daten>', /ist eine XML-Datei/],
    ['a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /ist ein Bild/],
    ['a.bin', Buffer.from([1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5, 14, 15, 16]), /unbekanntes Format/],
    ['a.docx', 'PK\x03\x04 word/ kaputt', /beschädigt/],
    ['a.html', '<p></p><p>&nbsp;</p>', /steht kein Text/],
  ])('%s', async (name, content, sentence) => {
    expect(await refusal(name, content)).toMatch(sentence);
  });

  test('spreadsheets, other archives, protected files and those of old programs', async () => {
    const compound = (entry: string) =>
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from(entry, 'utf16le')]);
    expect(await refusal('a.xlsx', await zip({ 'xl/workbook.xml': '<x/>' }))).toMatch(/Tabelle oder Präsentation/);
    expect(await refusal('a.zip', await zip({ 'a.txt': 'x' }))).toMatch(/ist ein Archiv/);
    expect(await refusal('a.docx', compound('EncryptedPackage'))).toMatch(/mit einem Kennwort geschützt/);
    expect(await refusal('a.doc', compound('WordDocument'))).toMatch(/Format Word 97.*als \.docx/);
  });

  test('one that is larger than any text', async () => {
    expect(await refusal('a.txt', Buffer.alloc(50_000_001, 'a'))).toMatch(/größer als 50 MB/);
  });
});

/** An archive whose entries all name the same deflated bytes (as in "A better zip bomb", 2019). */
function overlapping(deflated: Uint8Array, entries: number): Uint8Array {
  const name = (at: number) => Buffer.from(`word/${String(at).padStart(4, '0')}.bin`);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(deflated.length, 18);
  local.writeUInt32LE(1_000_000, 22);
  local.writeUInt16LE(name(0).length, 26);
  const data = Buffer.concat([local, name(0), deflated]);
  const central = Array.from({ length: entries }, (_, at) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(deflated.length, 20);
    entry.writeUInt32LE(1_000_000, 24);
    entry.writeUInt16LE(name(at).length, 28);
    return Buffer.concat([entry, name(at)]);
  });
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(data.length, 16);
  return new Uint8Array(Buffer.concat([data, directory, end]));
}
