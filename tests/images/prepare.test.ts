import { rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pictureFolder } from '../../src/images/picture-folder.ts';
import { isSettled } from '../../src/model/file-state.ts';
import { pictureFiles } from '../../src/views/parts/picture-files.ts';
import { inArticle, inIndex, issueFolder, projectWith, write } from '../reader/sample-content.ts';
import { until } from '../until.ts';
import { readTags } from './exiftool.ts';
import { photograph, pixels } from './photograph.ts';
import { type Prepared, prepared } from './prepared.ts';

const record = 'alt: Ein Fenster, licence: stock-standard, medium: photograph';
const illustrated = (credit = 'Foto Müller & Söhne', file = 'fenster.jpg') =>
  inArticle(`image: {file: ${file}, credit: '${credit}', ${record}}`);

const shownIn = ({ library }: Prepared) => {
  const shown = library.articles[0]?.image?.shown;
  if (!shown) throw new Error('the picture was not prepared');
  return shown;
};

/** The decoded JPEG of a picture. */
const jpegOf = async (result: Prepared) => sharp(await result.store.read(shownIn(result).jpeg.path));

describe('the files of a picture', () => {
  it('are as wide as screens need and never wider than the original', async () => {
    const large = await prepared(
      projectWith({
        ...illustrated(),
        [`${issueFolder}/fenster.jpg`]: await photograph({ width: 1600, height: 1000 }),
      }),
    );
    const widths = shownIn(large).sources.map(({ mediaType, files }) => [
      mediaType,
      ...files.map(({ width }) => width),
    ]);
    expect(widths).toEqual([
      ['image/avif', 200, 400, 640, 1360],
      ['image/webp', 200, 400, 640, 1360],
    ]);
    expect(shownIn(large).jpeg).toMatchObject({ width: 1200, height: 750, mediaType: 'image/jpeg' });

    const small = await prepared(
      projectWith({ ...illustrated(), [`${issueFolder}/fenster.jpg`]: await photograph({ width: 500, height: 300 }) }),
    );
    expect(shownIn(small).sources.map(({ files }) => files.map(({ width }) => width))).toEqual([
      [200, 400, 500],
      [200, 400, 500],
    ]);
    expect(shownIn(small).jpeg.width).toBe(500);
  });

  it('have the size that they are said to have', async () => {
    const result = await prepared(
      projectWith({ ...illustrated(), [`${issueFolder}/fenster.jpg`]: await photograph() }),
    );
    for (const file of pictureFiles(result.library)) {
      const bytes = await result.store.read(file.path);
      expect([file.path, bytes.length]).toEqual([file.path, file.bytes]);
      const { width, height } = await sharp(bytes).metadata();
      expect([file.path, width, height]).toEqual([file.path, file.width, file.height]);
    }
  });

  it('stand upright and in sRGB with eight bits, whatever the original is', async () => {
    const lying = await pixels({ width: 600, height: 400 })
      .withExif({ IFD0: { Orientation: '6' } })
      .jpeg()
      .toBuffer();
    const turned = await sharp(lying).withMetadata({ orientation: 6 }).toBuffer();
    const originals = {
      'hochkant.jpg': turned,
      'cmyk.jpg': await pixels({ width: 400, height: 600 }).toColourspace('cmyk').jpeg().toBuffer(),
      'tief.png': await pixels({ width: 400, height: 600 }).toColourspace('rgb16').png().toBuffer(),
      'grau.png': await pixels({ width: 400, height: 600 }).greyscale().png().toBuffer(),
    };
    for (const [name, bytes] of Object.entries(originals)) {
      const project = projectWith({ ...illustrated('A', name), [`${issueFolder}/${name}`]: bytes });
      const { space, depth, channels, width, height, orientation } = await (
        await jpegOf(await prepared(project))
      ).metadata();
      expect([name, space, depth, channels, width, height, orientation ?? 1]).toEqual([
        name,
        'srgb',
        'uchar',
        3,
        400,
        600,
        1,
      ]);
    }
  });

  it('can be made of the tallest picture that may be published', async () => {
    const tall = await sharp({ create: { width: 40, height: 16_000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    const project = projectWith({ ...illustrated('A', 'lang.png'), [`${issueFolder}/lang.png`]: tall });
    expect(shownIn(await prepared(project)).jpeg.height).toBe(16_000);
  });

  it('lose transparency to white, so that dark pages show them as meant', async () => {
    const transparent = await sharp({ create: { width: 300, height: 200, channels: 4, background: '#0000' } })
      .png()
      .toBuffer();
    const project = projectWith({ ...illustrated('A', 'logo.png'), [`${issueFolder}/logo.png`]: transparent });
    const { dominant } = await (await jpegOf(await prepared(project))).stats();
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240);
  });

  it('hold the credit and nothing of what the camera wrote', async () => {
    const project = projectWith({
      ...inArticle(`image:
  file: fenster.jpg
  alt: Ein Fenster im „Rathaus“
  creator: Jürgen Müller
  credit: Agentur „Größe & Söhne“/Müller
  copyright: © 2025 Jürgen Müller
  licence: cc-by-4.0
  sourceUrl: https://bilder.example/?a=1&b=2
  ai: edited`),
      [`${issueFolder}/fenster.jpg`]: await photograph(),
    });
    const result = await prepared(project);
    const tags = (await readTags(join(project, pictureFolder))).filter(({ SourceFile }) =>
      result.paths.some((path) => String(SourceFile).endsWith(path.replace('/bilder/', ''))),
    );
    const photographs = tags.filter((one) => one['XMP-photoshop:Credit'] !== 'Zweckverband Muster');
    expect(photographs.length).toBe(9);
    for (const one of photographs) {
      expect(one).toMatchObject({
        'XMP-dc:Creator': 'Jürgen Müller',
        'XMP-photoshop:Credit': 'Agentur „Größe & Söhne“/Müller',
        'XMP-dc:Rights': '© 2025 Jürgen Müller',
        'XMP-xmpRights:WebStatement': 'https://creativecommons.org/licenses/by/4.0/',
        'XMP-plus:LicensorURL': 'https://bilder.example/?a=1&b=2',
        'XMP-iptcExt:DigitalSourceType':
          'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia',
        'XMP-iptcCore:AltTextAccessibility': 'Ein Fenster im „Rathaus“',
        'IFD0:Artist': 'Juergen Mueller',
        'IFD0:Copyright': '(C) 2025 Juergen Mueller',
        // sRGB.
        'ExifIFD:ColorSpace': 1,
      });
      expect(JSON.stringify(one)).not.toMatch(/GPS|Serial|4711|0815|Jemand|Brake|Kamera/);
    }
  });
});

/** Where the store keeps a file. */
const onDisk = (project: string, path: string) => {
  const name = basename(path);
  return join(project, pictureFolder, name.replace(/-.*/, ''), name);
};

describe('a build', () => {
  const files = async () => ({
    ...inIndex(`image: {file: saal.jpg, credit: Saalfoto, ${record}}`),
    [`${issueFolder}/saal.jpg`]: await photograph({ width: 800, height: 500 }),
    [`${issueFolder}/fenster.jpg`]: await photograph({ width: 900, height: 500 }),
  });

  it('makes nothing that the last one has made', async () => {
    const project = projectWith({ ...(await files()), ...illustrated() });
    const first = await prepared(project);
    const second = await prepared(project);
    expect([first.made, second.made]).toEqual([2, 0]);
    expect(second.paths).toEqual(first.paths);
  });

  it('after a corrected credit makes the files of that picture anew, under new addresses', async () => {
    const project = projectWith({ ...(await files()), ...illustrated('Foto Muster') });
    const before = await prepared(project);
    write(project, illustrated('Foto Richtig'));
    const after = await prepared(project);
    expect(after.made).toBe(1);
    const gone = before.paths.filter((path) => !after.paths.includes(path));
    const added = after.paths.filter((path) => !before.paths.includes(path));
    expect(gone.length).toBe(added.length);
    expect(new Set(added.map((path) => path.split('-')[0])).size).toBe(1);
    expect(before.paths.length - gone.length).toBeGreaterThan(0);
  });

  it('makes a picture anew whose original was exchanged for one of the same size and date', async () => {
    const project = projectWith(illustrated());
    const file = join(project, issueFolder, 'fenster.jpg');
    const save = async (size: { width: number; height: number }) => {
      writeFileSync(file, Buffer.concat([await photograph(size)], 200_000));
      utimesSync(file, 1_700_000_000, 1_700_000_000);
    };
    await save({ width: 400, height: 300 });
    // A younger one is looked at each time.
    await until(() => isSettled(statSync(file)));
    const before = shownIn(await prepared(project)).jpeg;
    await save({ width: 300, height: 400 });
    const after = shownIn(await prepared(project)).jpeg;
    expect([before.width, after.width]).toEqual([400, 300]);
  });

  it('gives the same bytes without what the last one has left', async () => {
    const project = projectWith({ ...(await files()), ...illustrated() });
    const bytesOf = async ({ store, paths }: Prepared) => Promise.all(paths.map((path) => store.read(path)));
    const first = await bytesOf(await prepared(project));
    rmSync(join(project, pictureFolder), { recursive: true });
    const second = await bytesOf(await prepared(project));
    expect(second.map((bytes, index) => Buffer.compare(bytes, first[index] ?? new Uint8Array()))).toEqual(
      first.map(() => 0),
    );
  });

  it('makes a picture anew of which something was deleted or cut off', async () => {
    const project = projectWith({ ...(await files()), ...illustrated() });
    const { paths, store } = await prepared(project);
    const whole = await Promise.all(paths.map((path) => store.read(path)));
    const [first = '', last = ''] = [paths[0], paths.at(-1)].map((path = '') => onDisk(project, path));
    rmSync(first);
    truncateSync(last, 10);
    const after = await prepared(project);
    expect(after.made).toBe(2);
    expect(await Promise.all(after.paths.map((path) => after.store.read(path)))).toEqual(whole);
    expect((await prepared(project)).made).toBe(0);
  });

  it('makes a picture anew of which nothing is known any more, also where what is left of it is worth nothing', async () => {
    const project = projectWith({ ...(await files()), ...illustrated() });
    const { paths, store } = await prepared(project);
    const whole = await Promise.all(paths.map((path) => store.read(path)));
    const first = onDisk(project, paths[0] ?? '');
    // As a machine leaves them that is switched off: there, and empty.
    for (const file of [first, join(dirname(first), 'picture.json')]) truncateSync(file);
    const after = await prepared(project);
    expect(after.made).toBe(1);
    expect(await Promise.all(after.paths.map((path) => after.store.read(path)))).toEqual(whole);
    expect((await prepared(project)).made).toBe(0);
  });

  it('draws a title picture for what has none of its own, with the credit of the publisher', async () => {
    const { library, store } = await prepared(projectWith());
    for (const page of [library.issues[0], library.articles[0]]) {
      expect(page?.titlePicture?.jpeg).toMatchObject({ width: 1200, height: 630 });
      expect(page?.titlePicture?.credit).toMatchObject({
        credit: 'Zweckverband Muster',
        digitalSource: 'digitalCreation',
      });
      const bytes = await store.read(page?.titlePicture?.jpeg.path ?? '');
      expect((await sharp(bytes).metadata()).width).toBe(1200);
    }
    expect(library.issues[0]?.titlePicture?.jpeg.path).not.toBe(library.articles[0]?.titlePicture?.jpeg.path);
  });
});
