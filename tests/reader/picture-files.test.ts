import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspectPictures } from '../../src/images/inspect.ts';
import { openPictureStore } from '../../src/images/picture-store.ts';
import { isSettled } from '../../src/model/file-state.ts';
import type { Problem } from '../../src/model/problem.ts';
import { collectionOf } from '../images/avif-collection.ts';
import { photograph, pixels } from '../images/photograph.ts';
import { until } from '../until.ts';
import { inArticle, issueFolder, projectWith, readIn } from './sample-content.ts';

async function lookInto(project: string): Promise<Problem[]> {
  return inspectPictures(readIn(project).pictures, await openPictureStore(join(project, '.cache')));
}

/** What is said about a picture file with this content. */
function saidOf(bytes: Uint8Array | string, name = 'fenster.jpg'): Promise<Problem[]> {
  const record = inArticle(`image: {file: ${name}, alt: A, credit: B, licence: stock-standard}`);
  return lookInto(projectWith({ ...record, [`${issueFolder}/${name}`]: bytes }));
}

const small = { width: 60, height: 40 };
const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

describe('the file of a picture', () => {
  it('may be any of the usual formats, whatever its name says', async () => {
    const good = {
      'umlaut grün.jpg': await photograph(small),
      'endung.jpg': await pixels(small).png().toBuffer(),
      'b.webp': await pixels(small).webp().toBuffer(),
      'c.avif': await pixels(small).avif({ effort: 0 }).toBuffer(),
      'd.gif': await pixels(small).gif().toBuffer(),
      'e.tif': await pixels(small).tiff().toBuffer(),
      'cmyk.jpg': await pixels(small).toColourspace('cmyk').jpeg().toBuffer(),
      '16bit.png': await pixels(small).toColourspace('rgb16').png().toBuffer(),
    };
    for (const [name, bytes] of Object.entries(good)) expect([name, await saidOf(bytes, name)]).toEqual([name, []]);
  });

  it('empty', async () => {
    expect(await saidOf('')).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.file (error pictureFileEmpty)
        Gefunden: die Bilddatei „fenster.jpg“, die leer ist
        Erwartet: ein Bild als JPEG, PNG, WebP, AVIF, TIFF oder GIF
        Zu tun: Kopieren Sie das Bild noch einmal in den Ordner.
    `);
  });

  it('cut off', async () => {
    const whole = await photograph({ width: 400, height: 300 });
    expect(await saidOf(whole.subarray(0, whole.length / 2))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.file (error pictureFileBroken)
        Gefunden: die Bilddatei „fenster.jpg“, die beschädigt oder unvollständig ist
        Erwartet: ein Bild als JPEG, PNG, WebP, AVIF, TIFF oder GIF
        Zu tun: Kopieren Sie das Bild noch einmal in den Ordner; lässt es sich auch dann nicht öffnen, besorgen Sie es neu.
    `);
    expect((await saidOf(whole.subarray(0, 20))).map(({ rule }) => rule)).toEqual(['pictureFileBroken']);
    const png = await pixels({ width: 400, height: 300 }).png().toBuffer();
    expect((await saidOf(png.subarray(0, png.length - 2000), 'a.png')).map(({ rule }) => rule)).toEqual([
      'pictureFileBroken',
    ]);
  });

  it('enormous', async () => {
    const long = await sharp({ create: { width: 50_000, height: 2, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect(await saidOf(long, 'lang.png')).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.file (error pictureFileTooLarge)
        Gefunden: die Bilddatei „lang.png“ mit 50000 × 2 Pixeln
        Erwartet: höchstens 120 Millionen Pixel und 16000 Pixel an einer Seite
        Zu tun: Verkleinern Sie das Bild; für die Website genügen 1600 Pixel Breite.
    `);
    const tall = (height: number) =>
      sharp({ create: { width: 2, height, channels: 3, background: 'white' } })
        .png()
        .toBuffer();
    expect((await saidOf(await tall(16_001), 'hoch.png')).map(({ rule }) => rule)).toEqual(['pictureFileTooLarge']);
    expect(await saidOf(await tall(16_000), 'hoch.png')).toEqual([]);
    const wide = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: 'white' } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    expect((await saidOf(wide, 'gross.png')).map(({ rule }) => rule)).toEqual(['pictureFileTooLarge']);
  });

  it('that moves', async () => {
    const frames = await Promise.all([pixels(small).png().toBuffer(), pixels(small).negate().png().toBuffer()]);
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await saidOf(moving, 'an.gif')).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.file (error pictureFileAnimated)
        Gefunden: die Bilddatei „an.gif“, die sich bewegt
        Erwartet: ein Bild, das stillsteht (WCAG 2.2.2)
        Zu tun: Speichern Sie ein einzelnes Bild daraus.
    `);
  });

  it('of several stills is none of those: its first is shown', async () => {
    const avif = await pixels(small).avif({ effort: 0 }).toBuffer();
    expect(await saidOf(collectionOf(avif), 'reihe.avif')).toEqual([]);
    expect((await saidOf(collectionOf(avif, true), 'film.avif')).map(({ rule }) => rule)).toEqual([
      'pictureFileAnimated',
    ]);
  });

  it('that may hold a program', async () => {
    expect(await saidOf(script, 'plan.svg')).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.file (error pictureFileSvg)
        Gefunden: die Bilddatei „plan.svg“ im Format SVG, das Programme enthalten kann
        Erwartet: ein Bild als JPEG, PNG, WebP, AVIF, TIFF oder GIF
        Zu tun: Speichern Sie die Grafik als PNG, mindestens 1600 Pixel breit.
    `);
    const disguised = [script, `\n\uFEFF<?xml version="1.0"?>${script}`, Buffer.from(`\uFEFF${script}`, 'utf16le')];
    for (const bytes of disguised) expect((await saidOf(bytes)).map(({ rule }) => rule)).toEqual(['pictureFileSvg']);
  });

  it('as telephones write it', async () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    expect(await saidOf(heic, 'foto.heic')).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.file (error pictureFileHeic)
        Gefunden: die Bilddatei „foto.heic“ im Format HEIC, wie es Telefone speichern
        Erwartet: ein Bild als JPEG, PNG, WebP, AVIF, TIFF oder GIF
        Zu tun: Speichern Sie das Bild als JPEG.
    `);
  });

  it('that is none', async () => {
    expect(await saidOf('Sehr geehrte Damen und Herren', 'brief.jpg')).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.file (error pictureFileOther)
        Gefunden: die Datei „brief.jpg“, die kein Bild in einem bekannten Format ist
        Erwartet: ein Bild als JPEG, PNG, WebP, AVIF, TIFF oder GIF
        Zu tun: Speichern Sie das Bild als JPEG oder PNG.
    `);
    expect((await saidOf('%PDF-1.7', 'plan.jpg')).map(({ rule }) => rule)).toEqual(['pictureFileOther']);
  });

  it('that lies in content/licensed', async () => {
    const found = await lookInto(
      projectWith({
        ...inArticle('image: {withheld: Nicht geklärt., alt: A, credit: B, licence: own}'),
        'content/licensed/2025-kw33-erster-beitrag.jpg': '',
      }),
    );
    expect(found.map(({ field, rule }) => `${field} ${rule}`)).toEqual(['image.withheld pictureFileEmpty']);
    expect(found[0]?.found).toContain('content/licensed/2025-kw33-erster-beitrag.jpg');
  });
});

it('a file is opened again only when it has changed, also to one of the same size and date', async () => {
  const project = projectWith({ [`${issueFolder}/fenster.jpg`]: await photograph(small) });
  const file = join(project, issueFolder, 'fenster.jpg');
  let opened = 0;
  const lookAt = async () => {
    const store = await openPictureStore(join(project, '.cache'));
    const { sha256 } = await store.look(file, async () => {
      opened += 1;
      return undefined;
    });
    await store.remember();
    return sha256;
  };
  const save = async (bytes: Uint8Array) => {
    writeFileSync(file, bytes);
    utimesSync(file, 1_000_000, 1_000_000);
    // A younger one is opened each time.
    await until(() => isSettled(statSync(file)));
  };
  const bytes = await photograph(small);
  await save(bytes);
  expect(await lookAt()).toBe(await lookAt());
  expect(opened).toBe(1);
  const before = await lookAt();
  await save(new Uint8Array(bytes.length));
  expect(await lookAt()).not.toBe(before);
  expect(opened).toBe(2);
});

describe('one picture under two names', () => {
  const two = async (credits: [string, string]) => {
    const bytes = await photograph(small);
    const record = (file: string, credit: string) =>
      `{file: ${file}, alt: A, credit: ${credit}, licence: stock-standard}`;
    const [first, second] = credits;
    const fields = `image: ${record('fenster.jpg', first)}\npictures: [${record('kopie.jpg', second)}]`;
    const files = { [`${issueFolder}/fenster.jpg`]: bytes, [`${issueFolder}/kopie.jpg`]: bytes };
    return lookInto(projectWith({ ...inArticle(fields, '![](kopie.jpg)\n'), ...files }));
  };

  it('with two credits', async () => {
    expect(await two(['Amt für Fenster', 'Erika Muster'])).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:7 pictures[1].credit (error creditsOfOnePicture)
        Gefunden: für das Bild „kopie.jpg“ den Nachweis „Erika Muster“; dasselbe Bild heißt in content/issues/2025-kw33/01-erster-beitrag.md:6 „fenster.jpg“ und hat den Nachweis „Amt für Fenster“
        Erwartet: für dasselbe Bild überall denselben Nachweis
        Zu tun: Klären Sie, von wem das Bild stammt, und schreiben Sie an beiden Stellen dasselbe.
    `);
  });

  it('with the same', async () => {
    expect(await two(['Amt für Fenster', '"Amt  für Fenster"'])).toEqual([]);
  });
});
