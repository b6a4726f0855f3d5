import { describe, expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { exifFields, exifText, xmpPacket } from '../../src/images/metadata.ts';
import { imageSchema } from '../../src/model/image-credit.ts';
import { fileCredit } from '../../src/model/picture.ts';
import { fc } from '../properties.ts';

describe('the XMP packet', () => {
  it('is well-formed whatever stands in the credit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const all = { creator: text, credit: text, copyright: text, licenceUrl: text, sourceUrl: text, alt: text };
        expect(() => fromXml(xmpPacket(all))).not.toThrow();
      }),
    );
    expect(xmpPacket({ creator: '<a>&"', credit: ']]>' })).toContain('<rdf:li>&#x3C;a>&#x26;"</rdf:li>');
  });

  it('has room in a segment of a JPEG with the longest words that the reader lets through', () => {
    const address = `https://a.example/${'&'.repeat(1982)}`;
    const record = {
      file: 'a.jpg',
      credit: `a${'<'.repeat(299)}`,
      creator: '<'.repeat(300),
      copyright: '<'.repeat(300),
      alt: '<'.repeat(1000),
      licence: 'stock-standard',
      licenceUrl: address,
      sourceUrl: address,
    };
    expect(Buffer.byteLength(xmpPacket(fileCredit(imageSchema.parse(record))))).toBeLessThan(65_502);
    for (const field of ['credit', 'creator', 'copyright', 'alt', 'licenceUrl', 'sourceUrl'] as const) {
      expect([field, imageSchema.safeParse({ ...record, [field]: `${record[field]}x` }).success]).toEqual([
        field,
        false,
      ]);
    }
  });

  it('leaves out what is not known', () => {
    const packet = xmpPacket({ creator: 'A', credit: 'B' });
    expect(packet).not.toMatch(/dc:rights|WebStatement|Licensor|DigitalSourceType|AltText/);
  });
});

describe('EXIF takes ASCII only', () => {
  it.each([
    ['© Jürgen Müller-Weiß', '(C) Juergen Mueller-Weiss'],
    ['Ärzteblatt „Öffentlich“ – Übersicht', 'Aerzteblatt "Oeffentlich" - Uebersicht'],
    ['Łukasz Dvořák 日本', '?ukasz Dvorak ??'],
    ['eine\u00a0Zeile', 'eine Zeile'],
  ])('%s', (text, ascii) => {
    expect(exifText(text)).toBe(ascii);
  });

  it('never holds anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(exifText(text)).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
  });

  it('names the holder where nobody claims a copyright', () => {
    expect(exifFields({ creator: 'Ä', credit: 'B' })).toMatchObject({ IFD0: { Artist: 'Ae', Copyright: 'B' } });
  });
});
