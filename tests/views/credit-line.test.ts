import { describe, expect, it } from 'vitest';
import { creditLine } from '../../src/views/credit-line.ts';
import { pictureFrame } from '../../src/views/picture.ts';

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

  it.each(['© Eva Muster', '©Eva Muster', '©\u00A0Eva Muster', '(c) Eva Muster', '(C)Eva Muster'])(
    'has one © where the editor wrote "%s"',
    (credit) => {
      expect(creditLine({ credit })).toBe('Bild: ©\u00A0Eva Muster');
    },
  );

  it.each(['CC0', 'CC0 1.0', 'PDM 1.0', 'Public Domain', 'gemeinfrei'])(
    'claims no copyright under the licence %s',
    (licence) => {
      expect(creditLine({ credit: '© Stadtarchiv', licence })).toBe('Bild: Stadtarchiv');
      expect(creditLine({ credit: 'Stadtarchiv', licence, withheld })).toBe(
        'Originalbild: Stadtarchiv, hier nicht veröffentlicht',
      );
    },
  );

  it('claims it under any other licence', () => {
    expect(creditLine({ credit: 'Eva Muster', licence: 'CC BY 4.0' })).toBe('Bild: ©\u00A0Eva Muster');
  });

  it.each([undefined, '', '©'])('cannot be made of %j', (credit) => {
    expect(() => creditLine({ credit })).toThrow(TypeError);
  });
});

describe('the frame of a picture', () => {
  it('has the caption and the same credit', () => {
    const image = { file: 'a.jpg', credit: '© Stadtarchiv', licence: 'CC0', caption: 'Der Markt um 1900.' };
    expect(pictureFrame(image)).toEqual({
      isWithheld: false,
      caption: 'Der Markt um 1900.',
      credit: 'Bild: Stadtarchiv',
    });
  });

  it('describes no picture that is not there', () => {
    expect(pictureFrame({ credit: '© Eva Muster', caption: 'Der Markt um 1900.', withheld })).toEqual({
      isWithheld: true,
      caption: undefined,
      credit: 'Originalbild: ©\u00A0Eva Muster, hier nicht veröffentlicht',
    });
  });

  it('is not there without a picture', () => {
    expect(pictureFrame(undefined)).toBeUndefined();
  });
});
