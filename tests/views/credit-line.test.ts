import { describe, expect, it } from 'vitest';
import type { Image } from '../../src/model/image-credit.ts';
import { creditLine, creditRemarks, creditText } from '../../src/views/parts/credit-line.ts';
import { pictureFrame, publishedFrame } from '../../src/views/parts/picture.ts';

const withheld = 'Die Lizenz erlaubt es nicht.';

describe('the credit at a picture', () => {
  it('names whose it is', () => {
    expect(creditLine({ credit: 'Eva Muster' })).toBe('Bild: ©\u00A0Eva Muster');
  });

  it('says whose original is not shown', () => {
    expect(creditLine({ credit: 'AdobeStock/heidepinkall', withheld })).toBe(
      'Originalbild: ©\u00A0AdobeStock/heidepinkall, hier nicht veröffentlicht',
    );
  });

  it.each(['© Eva Muster', '©Eva Muster', '©\u00A0Eva Muster', '(c) Eva Muster', '(C)Eva Muster', '© (c) Eva Muster'])(
    'has one © where the editor wrote "%s"',
    (credit) => {
      expect(creditLine({ credit })).toBe('Bild: ©\u00A0Eva Muster');
    },
  );

  it.each(['cc0', 'public-domain', 'ai'] as const)('claims no copyright under the licence %s', (licence) => {
    expect(creditLine({ credit: '© Stadtarchiv', licence })).toBe('Bild: Stadtarchiv');
    expect(creditLine({ credit: 'Stadtarchiv', licence, withheld })).toBe(
      'Originalbild: Stadtarchiv, hier nicht veröffentlicht',
    );
  });

  it('claims it under any other licence', () => {
    expect(creditLine({ credit: 'Eva Muster', licence: 'cc-by-4.0' })).toBe('Bild: ©\u00A0Eva Muster');
  });

  it.each([undefined, '', '©', '.'])('cannot be made of %j', (credit) => {
    expect(() => creditLine({ credit })).toThrow(TypeError);
  });
});

describe('what has to be read beside it', () => {
  it.each<[Partial<Image>, string]>([
    [{ licence: 'stock-standard' }, 'Bild: ©\u00A0Eva Muster'],
    [{ licence: 'own', edited: true }, 'Bild: ©\u00A0Eva Muster, bearbeitet'],
    [{ licence: 'cc-by-4.0', edited: true }, 'Bild: ©\u00A0Eva Muster, CC BY 4.0, bearbeitet'],
    [{ licence: 'own', ai: 'edited', edited: true }, 'Bild: ©\u00A0Eva Muster, mit KI bearbeitet'],
    [{ licence: 'own', ai: 'none' }, 'Bild: ©\u00A0Eva Muster'],
    [{ licence: 'stock-standard', ai: 'generated' }, 'Bild: ©\u00A0Eva Muster, KI-generiert'],
    [{ licence: 'ai' }, 'Bild: Eva Muster, KI-generiert'],
    [{ licence: 'cc-by-4.0', withheld }, 'Originalbild: ©\u00A0Eva Muster, hier nicht veröffentlicht'],
  ])('%j', (image, line) => {
    expect(creditText({ credit: 'Eva Muster', ...image })).toBe(line);
  });

  it('leads to the page of a public licence, of whichever version the editor names', () => {
    expect(creditRemarks({ credit: 'A', licence: 'cc-by-sa-3.0-de' })).toEqual([
      { text: 'CC BY-SA 3.0 DE', href: 'https://creativecommons.org/licenses/by-sa/3.0/de/' },
    ]);
    const licenceUrl = 'https://lizenz.example/by';
    expect(creditRemarks({ credit: 'A', licence: 'cc-by-4.0', licenceUrl })).toEqual([
      { text: 'CC BY 4.0', href: licenceUrl },
    ]);
  });
});

describe('the frame of a picture', () => {
  it('has description, caption and the same credit', () => {
    const image = { original: '/a.jpg', credit: '© Stadtarchiv', licence: 'own' as const, alt: 'Der Markt.' };
    expect(pictureFrame({ ...image, caption: 'Der Markt um 1900.' })).toEqual({
      shown: undefined,
      alt: 'Der Markt.',
      caption: 'Der Markt um 1900.',
      credit: 'Bild: ©\u00A0Stadtarchiv',
      remarks: [],
    });
  });

  it('describes no picture that is not there', () => {
    const image = { credit: '© Eva Muster', alt: 'Der Markt.', caption: 'Der Markt um 1900.', withheld };
    expect(pictureFrame(image)).toMatchObject({
      alt: '',
      caption: undefined,
      credit: 'Originalbild: ©\u00A0Eva Muster, hier nicht veröffentlicht',
    });
  });

  it('is not there without a picture', () => {
    expect(pictureFrame(undefined)).toBeUndefined();
  });

  it('of a list shows published pictures only', () => {
    expect(publishedFrame({ credit: 'A', withheld })).toBeUndefined();
    expect(publishedFrame({ credit: 'A', original: '/a.jpg' })?.credit).toBe('Bild: ©\u00A0A');
  });
});
