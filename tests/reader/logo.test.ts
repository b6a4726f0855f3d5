import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectPictures } from '../../src/images/inspect.ts';
import { openPictureStore } from '../../src/images/picture-store.ts';
import type { Problem } from '../../src/model/problem.ts';
import { logoPixels, logoSvg } from '../images/sample-logo.ts';
import { type Files, inSite, problems, projectWith, readIn } from './sample-content.ts';

const named = (file: string, rest = '') => inSite(`logo: {file: ${file}, alt: Zweckverband Muster${rest}}`);

/** What is said of a logo's file with this content. */
async function saidOf(bytes: Uint8Array | string, name = 'logo.svg', others: Files = {}): Promise<Problem[]> {
  const project = projectWith({ ...named(name), [`content/${name}`]: bytes, ...others });
  const reading = readIn(project);
  const looked = await inspectPictures(reading.pictures, await openPictureStore(join(project, '.cache')));
  return [...reading.problems, ...looked];
}

const rulesOf = async (bytes: Uint8Array | string, name?: string) =>
  (await saidOf(bytes, name)).map(({ rule }) => rule);
const holding = (inside: string) => rulesOf(logoSvg('#7a0019', inside));

describe('the logo of the organisation', () => {
  it('is a drawing or pixels beside site.md, with another for dark surroundings if there is one', async () => {
    expect(await saidOf(logoSvg())).toEqual([]);
    expect(await saidOf(await logoPixels().png().toBuffer(), 'logo.png')).toEqual([]);
    expect(await saidOf(await logoPixels().flatten().jpeg().toBuffer(), 'Logo Größe 1.JPG')).toEqual([]);
    const both = { ...named('logo.svg', ', dark: logo-dunkel.svg'), 'content/logo-dunkel.svg': logoSvg('#ffb3c1') };
    expect(await saidOf(logoSvg(), 'logo.svg', both)).toEqual([]);
  });

  it('is not there', () => {
    expect(problems({ ...named('logo.svg', ', dark: dunkel.svg'), 'content/logo.png': 'x' })).toMatchInlineSnapshot(`
      content/site.md:37 logo.file (error logoNotFound)
        Gefunden: den Dateinamen „logo.svg“; diese Datei gibt es im Ordner content nicht
        Erwartet: eine Datei, die neben site.md liegt
        Zu tun: Meinten Sie „logo.png“? Sonst legen Sie die Datei in den Ordner content oder korrigieren Sie den Namen.
      content/site.md:37 logo.dark (error logoNotFound)
        Gefunden: den Dateinamen „dunkel.svg“; diese Datei gibt es im Ordner content nicht
        Erwartet: eine Datei, die neben site.md liegt
        Zu tun: Legen Sie die Datei in den Ordner content oder korrigieren Sie den Namen.
    `);
  });

  it('is of another format', () => {
    expect(problems({ ...named('logo.pdf'), 'content/logo.pdf': 'x' })).toMatchInlineSnapshot(`
      content/site.md:37 logo.file (error logoType)
        Gefunden: die Datei „logo.pdf“ als Logo
        Erwartet: ein Logo als SVG, PNG oder JPEG
        Zu tun: Speichern Sie das Logo als SVG, oder als PNG mit durchsichtigem Grund.
    `);
    expect(problems(named('../logo.svg')).map(({ rule }) => rule)).toContain('notAFileName');
  });

  it('says nothing to those who do not see it', () => {
    expect(
      problems({ ...inSite('logo: {file: logo.svg, alt: Logo}'), 'content/logo.svg': 'x' }),
    ).toMatchInlineSnapshot(`
      content/site.md:37 logo.alt (error logoAltSaysNothing)
        Gefunden: den Alternativtext „Logo“, der nicht sagt, wessen Logo es ist
        Erwartet: was auf dem Logo steht, in der Regel den Namen der Organisation
        Zu tun: Schreiben Sie den Namen.
    `);
    expect(problems({ ...inSite('logo: {file: logo.svg}'), 'content/logo.svg': 'x' }).map(({ rule }) => rule)).toEqual([
      'fieldMissing',
    ]);
  });

  it('cannot be read', async () => {
    expect(await saidOf('<svg xmlns="http://www.w3.org/2000/svg"><rect></svg>')).toMatchInlineSnapshot(`
      content/site.md:37 logo.file (error logoBroken)
        Gefunden: die Datei „logo.svg“, die sich nicht als Bild lesen lässt
        Erwartet: ein Logo als SVG, PNG oder JPEG
        Zu tun: Exportieren Sie das Logo noch einmal; für SVG wählen Sie „normales SVG“, in UTF-8.
    `);
    const png = await logoPixels().png().toBuffer();
    const others = {
      'leer.svg': '',
      'ohne-namensraum.svg': '<svg viewBox="0 0 1 1"/>',
      'seite.svg': '<html xmlns="http://www.w3.org/1999/xhtml"/>',
      'tief.svg': logoSvg('#fff', '<g>'.repeat(5000) + '</g>'.repeat(5000)),
      'mitte.png': png.subarray(0, png.length / 2),
      'bewegt.png': await logoPixels().webp().toBuffer(),
      'text.png': 'kein Bild',
    };
    for (const [name, bytes] of Object.entries(others)) {
      expect([name, await rulesOf(bytes, name)]).toEqual([name, ['logoBroken']]);
    }
  });

  it('could run programs', async () => {
    expect(await saidOf(logoSvg('#fff', '<script>alert(1)</script>'))).toMatchInlineSnapshot(`
      content/site.md:37 logo.file (error logoUnsafe)
        Gefunden: das Logo „logo.svg“ mit „<script>“: Damit kann ein SVG Programme ausführen oder anderes nachladen
        Erwartet: eine Zeichnung, die nur aus Formen besteht und alles selbst enthält
        Zu tun: Exportieren Sie das Logo als „normales SVG“ ohne Skripte, Animationen, Links und Verweise auf Dateien.
    `);
    for (const inside of [
      '<rect onclick="alert(1)"/>',
      '<g ONLOAD="alert(1)"/>',
      '<a href="https://boese.example/"><rect/></a>',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
      '<rect><animate attributeName="x" to="9"/></rect>',
      '<set attributeName="href" to="javascript:alert(1)"/>',
      '<use href="javascript:alert(1)"/>',
      '<use xlink:href="&#106;avascript:alert(1)"/>',
    ]) {
      expect([inside, await holding(inside)]).toEqual([inside, ['logoUnsafe']]);
    }
  });

  it('could load something from elsewhere', async () => {
    expect(await saidOf(logoSvg('#fff', '<image href="https://boese.example/zaehler.png"/>'))).toMatchInlineSnapshot(`
      content/site.md:37 logo.file (error logoUnsafe)
        Gefunden: das Logo „logo.svg“ mit „href="https://boese.example/zaehler.png"“: Damit kann ein SVG Programme ausführen oder anderes nachladen
        Erwartet: eine Zeichnung, die nur aus Formen besteht und alles selbst enthält
        Zu tun: Exportieren Sie das Logo als „normales SVG“ ohne Skripte, Animationen, Links und Verweise auf Dateien.
    `);
    for (const inside of [
      '<use href="andere.svg#teil"/>',
      '<image xlink:href="//boese.example/a.png"/>',
      '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
      '<style>@import "https://boese.example/a.css";</style>',
      '<style>@font-face{font-family:a;src:url(a.woff)}</style>',
      '<style>rect{fill:url(https://boese.example/#a)}</style>',
      '<style>rect{fill:\\75rl(https://boese.example/#a)}</style>',
      '<rect style="fill:url( &quot;https://boese.example/#a&quot; )"/>',
      '<rect fill="url(https://boese.example/#a)"/>',
      '<feImage href="https://boese.example/a.png"/>',
    ]) {
      expect([inside, await holding(inside)]).toEqual([inside, ['logoUnsafe']]);
    }
  });

  it('may refer to its own parts, hold pixels of its own and change in the dark', async () => {
    const pixels = (await logoPixels({ width: 8, height: 8 }).png().toBuffer()).toString('base64');
    for (const inside of [
      '<defs><linearGradient id="a"><stop/></linearGradient></defs><rect fill="url(#a)" style="mask:url(\'#m\')"/>',
      '<symbol id="s"><path d="M0 0h1"/></symbol><use xlink:href="#s"/>',
      `<image href="data:image/png;base64,${pixels}" width="8" height="8"/>`,
      '<style><![CDATA[@media (prefers-color-scheme: dark) { path { fill: #fff } }]]></style>',
    ]) {
      expect([inside, await holding(inside)]).toEqual([inside, []]);
    }
  });

  it('has letters that need a font', async () => {
    expect(await saidOf(logoSvg('#fff', '<text x="9" y="9">Muster</text>'))).toMatchInlineSnapshot(`
      content/site.md:37 logo.file (error logoText)
        Gefunden: das Logo „logo.svg“ mit Schrift, die als Text gespeichert ist
        Erwartet: Buchstaben als Formen; die Schriftart haben die meisten Geräte nicht, und sie zeigten eine andere
        Zu tun: Wandeln Sie die Schrift im Zeichenprogramm in Pfade um, und exportieren Sie das Logo noch einmal.
    `);
  });

  it('has no size', async () => {
    expect(await saidOf(logoSvg('#fff', '', 'width="100%" height="100%"'))).toMatchInlineSnapshot(`
      content/site.md:37 logo.file (error logoWithoutSize)
        Gefunden: das Logo „logo.svg“, das nicht sagt, wie breit und hoch es ist
        Erwartet: „viewBox“ oder „width“ und „height“ am Anfang der Zeichnung
        Zu tun: Exportieren Sie das Logo noch einmal, mit der Zeichnung als Ausschnitt.
    `);
    expect(await rulesOf(logoSvg('#fff', '', 'viewBox="0 0 0 80"'))).toEqual(['logoWithoutSize']);
    for (const attributes of ['width="90mm" height="30mm"', 'width="240" height="80px" viewBox="0 0 240 80"']) {
      expect([attributes, await rulesOf(logoSvg('#fff', '', attributes))]).toEqual([attributes, []]);
    }
  });

  it('is too heavy', async () => {
    expect(await saidOf(logoSvg('#fff', `<path d="M0 0${'h1'.repeat(40_000)}"/>`))).toMatchInlineSnapshot(`
      content/site.md:37 logo.file (error logoTooHeavy)
        Gefunden: das Logo „logo.svg“ mit 80 kB
        Erwartet: höchstens 60 kB, weil es mit jedem ersten Besuch geladen wird
        Zu tun: Speichern Sie es einfacher oder kleiner; gezeigt wird es höchstens 240 Pixel breit.
    `);
  });

  it('has too many pixels, or too few', async () => {
    const sized = (width: number, height: number) => logoPixels({ width, height }).png().toBuffer();
    expect(await saidOf(await sized(4200, 1400), 'logo.png')).toMatchInlineSnapshot(`
      content/site.md:37 logo.file (error logoTooLarge)
        Gefunden: das Logo „logo.png“ mit 4200 × 1400 Pixeln
        Erwartet: höchstens 4000 Pixel an einer Seite
        Zu tun: Verkleinern Sie das Logo; gezeigt wird es höchstens 240 Pixel breit.
    `);
    expect(await saidOf(await sized(120, 40), 'logo.png')).toMatchInlineSnapshot(`
      content/site.md:37 logo.file (error logoTooSmall)
        Gefunden: das Logo „logo.png“ mit 120 × 40 Pixeln
        Erwartet: mindestens 240 × 80 Pixel, damit es auf scharfen Bildschirmen nicht verschwimmt
        Zu tun: Besorgen Sie das Logo größer, am besten als SVG.
    `);
  });
});
