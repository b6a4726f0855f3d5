import { describe, expect, it } from 'vitest';
import { lawsOutOfDate } from '../../src/text/law-reference.ts';

const old = (text: string, whole?: string) => lawsOutOfDate(text, whole).map((law) => law.old);

describe('acts that have been replaced', () => {
  it.each([
    ['Nach § 5 TMG', 'TMG', 'das DDG (seit 14. Mai 2024)'],
    ['im Sinne des Telemediengesetzes', 'Telemediengesetzes', 'das DDG (seit 14. Mai 2024)'],
    ['§ 55 Abs. 2 RStV', 'RStV', 'den MStV (seit 7. November 2020)'],
    ['des Rundfunkstaatsvertrags', 'Rundfunkstaatsvertrags', 'den MStV (seit 7. November 2020)'],
    ['§ 25 TTDSG', 'TTDSG', 'das TDDDG (seit 14. Mai 2024)'],
    ['§ 72 Abs. 1 Nr. 3 NGO', 'NGO', 'das NKomVG (seit 1. November 2011)'],
    ['§§ 5a Satz 2 der NGO', 'NGO', 'das NKomVG (seit 1. November 2011)'],
    [
      'https://ec.europa.eu/consumers/odr/',
      'ec.europa.eu/consumers/odr',
      'keinen Verweis auf diese Plattform; sie wurde am 20. Juli 2025 abgeschaltet',
    ],
  ])('%s', (text, name, current) => {
    expect(lawsOutOfDate(text)).toEqual([{ old: name, current, index: text.indexOf(name) }]);
  });

  it('are all found', () => {
    expect(old('TMG, TTDSG und noch einmal TMG')).toEqual(['TMG', 'TMG', 'TTDSG']);
  });
});

describe('what only looks like one', () => {
  it.each(['DDG', 'MStV', 'TDDDG', 'Eine NGO hilft.', 'Nach § 5 berät die NGO.', 'HTMG', 'TMGs', 'RStVO', 'tmg'])(
    '%s',
    (text) => {
      expect(old(text)).toEqual([]);
    },
  );
});

describe('a text that tells of the change', () => {
  it.each(['Das TMG wurde durch das DDG ersetzt.', 'Statt des RStV gilt der MStV.', 'TTDSG heißt jetzt TDDDG.'])(
    '%s',
    (text) => {
      expect(old(text)).toEqual([]);
    },
  );

  it('may name the new act elsewhere, and only that one counts', () => {
    expect(old('Das TMG.', 'Das TMG.\nDas DDG.')).toEqual([]);
    expect(old('Das TMG.', 'Das TMG.\nDer MStV.')).toEqual(['TMG']);
  });
});
