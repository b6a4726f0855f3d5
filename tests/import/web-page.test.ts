import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { bodyOf, imported } from './imported.ts';
import { inWindows1252, wordPage, wordPageBody } from './word-page.ts';

const png = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#753' } })
  .png()
  .toBuffer();

test('a page that Word has saved, in Windows-1252, comes with all its parts', async () => {
  const page = inWindows1252(wordPage.replace('PICTURE', 'Beitrag-Dateien/image001.png'));
  const { title, body, problems, notes } = await imported('beitrag.htm', page);
  expect(title).toBe('Die Bücherei öffnet früher');
  expect(body).toBe(wordPageBody(''));
  expect(problems).toEqual([]);
  expect(notes.dropped).toEqual([
    'In 1 Link die Teile, die Leserinnen und Leser verfolgen.',
    'Ein Bild, das nicht in der Datei steckt: „Beitrag-Dateien/image001.png“. Es wurde nicht geladen; fügen Sie es selbst hinzu.',
  ]);
});

describe('a web page', () => {
  test('is its main part, without what is around it, hidden or running', async () => {
    const page = `<!doctype html><html lang="de"><head><title>Der Saal | Stadt Muster</title><link rel="canonical" href="https://www.stadt.example/aktuell/saal"></head><body>
      <header><a href="/">Start</a></header><nav><ul><li>Menü</li></ul></nav>
      <main><h1>Der Saal ist offen</h1><div style="display:none">Vorschau</div><p>Mehr steht <a href="../karte">auf der Karte</a>.</p>
      <figure><img src="data:image/png;base64,${png.toString('base64')}" alt="Ein Saal"><figcaption>Der Saal</figcaption></figure>
      <img src="https://zaehler.example/p.gif" width="1" height="1"><iframe src="https://video.example"></iframe><script>alert(1)</script><form><input value="x"><button>Los</button></form></main>
      <footer>Impressum</footer></body></html>`;
    const { title, body, notes, problems } = await imported('saal.html', page);
    expect(title).toBe('Der Saal ist offen');
    expect(body).toBe(
      'Mehr steht [auf der Karte](https://www.stadt.example/karte).\n\n![Ein Saal](der-saal-ist-offen-1.png)\n\nDer Saal\n',
    );
    expect(problems).toEqual([]);
    expect(notes.dropped).toEqual([
      'Ausgeblendeter Text: „Vorschau“',
      '1 eingebettetes Medium (Video, Karte, Formular).',
    ]);
  });

  test('keeps abbreviations, and quotation marks of its elements in German', async () => {
    const body = await bodyOf('a.html', '<p>Die <abbr title="Kommunale Datenzentrale">KDZ</abbr> sagt <q>ja</q>.</p>');
    expect(body).toBe('Die <abbr title="Kommunale Datenzentrale">KDZ</abbr> sagt „ja“.\n');
  });

  test('has its headings from the second level on, without gaps', async () => {
    const body = await bodyOf(
      'a.html',
      '<h1>A</h1><p>Eins.</p><h3>B</h3><p>Zwei.</p><h6>C</h6><p>Drei.</p><h2></h2><h3>D<br>E</h3><p>Vier.</p>',
    );
    expect(body).toBe('Eins.\n\n## B\n\nZwei.\n\n### C\n\nDrei.\n\n## D E\n\nVier.\n');
  });

  test('that is laid out by tables, as newsletters are, is read in the order of its cells', async () => {
    const body = await bodyOf(
      'a.html',
      '<table role="presentation"><tr><td><table><tr><td><h2>Eins</h2><p>Text eins.</p></td></tr></table></td><td><h2>Zwei</h2><p>Text zwei.</p><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table></td></tr></table>',
    );
    expect(body).toBe('Text eins.\n\n## Zwei\n\nText zwei.\n\n| A | B |\n| - | - |\n| 1 | 2 |\n');
  });

  test('has paragraphs where it writes line breaks, and bold type where it writes styles', async () => {
    const body = await bodyOf(
      'a.html',
      '<div>Eins.<br><br>Zwei<br>und weiter.<br></div><p><span style="font-weight:700">Wichtig</span> ist das, <b style="font-weight:normal">das nicht</b>.</p><p>&nbsp;</p>',
    );
    expect(body).toBe('Eins.\n\nZwei\\\nund weiter.\n\n**Wichtig** ist das, das nicht.\n');
  });

  test.each([
    [
      'GitHub',
      '<p>Das gilt<sup><a href="#user-content-fn-1" id="user-content-fnref-1">1</a></sup>.</p><section data-footnotes><h2 class="sr-only">Footnotes</h2><ol><li id="user-content-fn-1"><p>Seit 2020. <a href="#user-content-fnref-1">↩</a></p></li></ol></section>',
    ],
    [
      'LibreOffice',
      '<p>Das gilt<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Seit 2020.</p></div>',
    ],
  ])('has the footnotes that %s writes', async (program, html) => {
    const body = await bodyOf('a.html', html);
    expect(body.replace(/## Footnotes\n\n/, '')).toBe('Das gilt[^1].\n\n[^1]: Seit 2020.\n');
    expect(program === 'GitHub' || !body.includes('Footnotes')).toBe(true);
  });

  test('loses marks that lead within it, and keeps addresses of mailboxes', async () => {
    const body = await bodyOf(
      'a.html',
      '<p>Siehe <a href="#unten">unten</a> und <a href="mailto:a@b.example">a@b.example</a>.</p>',
    );
    expect(body).toBe('Siehe unten und [a@b.example](mailto:a@b.example).\n');
  });
});
