import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/text/parse.ts';
import { checkStyle, type HouseStyle } from '../../src/text/style/style-check.ts';

/** The hints about a text, as `line rule`. */
function hints(text: string, house: Partial<HouseStyle> = {}): string[] {
  const found = checkStyle(parseMarkdown(text), { words: [], ...house }, 2026);
  return found.map(({ line, finding }) => `${line} ${finding.rule}`);
}

const longSentence = `Wir ${'haben dann noch einmal '.repeat(8)}gewartet.`;

describe('long sentences', () => {
  it('are told at the line where they begin', () => {
    expect(hints(`Ein kurzer Satz.\n${longSentence}\n\nNoch einer.`)).toEqual(['2 longSentence']);
  });

  it('do not come of abbreviations, ordinals, times or lists', () => {
    const short =
      'Am 3. Oktober um 9.30 Uhr öffnet z. B. das Bürgerbüro, vgl. § 3 Abs. 2 Nr. 4 der Satzung von Dr. M. Meyer. ';
    expect(hints(short.repeat(6))).toEqual([]);
    expect(hints(Array.from({ length: 40 }, (_, index) => `- Punkt ${index}`).join('\n'))).toEqual([]);
  });

  it('an abbreviation does not end one', () => {
    expect(hints(`Das ${'ist so und '.repeat(7)}z. B. ${'auch dort und '.repeat(5)}hier so.`)).toEqual([
      '1 longSentence',
    ]);
  });
});

describe('nouns in the place of verbs', () => {
  it('are told when a sentence is full of them', () => {
    expect(hints('Die Prüfung der Einführung und die Umsetzung der Digitalisierung sind geplant.')).toEqual([
      '1 nominalStyle',
    ]);
    expect(hints('Die Verwaltung prüft die Einführung und setzt sie um.')).toEqual([]);
  });
});

describe('forms for all genders', () => {
  it('go by the house', () => {
    const text = 'Kolleg*innen, Bürger:innen, Nutzer_innen, LeserInnen, Ärzt/-innen und Lehrerinnen und Lehrer.';
    expect(hints(text, { gender: 'star' })).toHaveLength(4);
    expect(hints(text, { gender: 'pairs' })).toHaveLength(5);
    expect(hints('Kolleg:innen und Bürger:innen', { gender: 'colon' })).toEqual([]);
  });

  it('without a decision of the house are not to change within a text', () => {
    expect(hints('Kolleg*innen und Bürger*innen')).toEqual([]);
    expect(hints('Kolleg*innen\n\nund Bürger:innen')).toEqual(['3 genderForms']);
  });

  it('are none in times, addresses and words', () => {
    expect(
      hints(
        'Innen ist es warm, in Berlin auch; 10:30 in der Stadthalle, InnenministerInn gibt es nicht; LinkedIn, am/in.',
        {
          gender: 'pairs',
        },
      ),
    ).toEqual([]);
  });
});

describe('weekdays', () => {
  it('are those of the date', () => {
    expect(hints('Am Montag, 5. Oktober 2026, und am Dienstag, den 6.10.2026.')).toEqual([]);
    expect(hints('Wir treffen uns\nam Montag, 6. Oktober 2026.')).toEqual(['2 weekdayWrong']);
    expect(hints('Mo., 06.10.2026')).toEqual(['1 weekdayWrong']);
    expect(hints('Sonnabend, 10. Oktober 2026')).toEqual([]);
  });

  it('without a year belong to this year or the next', () => {
    // A Thursday in 2026, a Friday in 2027.
    expect(hints('Donnerstag, 1. Oktober')).toEqual([]);
    expect(hints('Freitag, 1. Oktober')).toEqual([]);
    expect(hints('Sonntag, 1. Oktober')).toEqual(['1 weekdayWrong']);
  });

  it('of days that do not exist are left to others', () => {
    expect(hints('Montag, 31. November 2026')).toEqual([]);
  });
});

describe('abbreviations', () => {
  it('are explained once, in whatever way', () => {
    expect(hints('Das OZG gilt.\n\nDas OZG gilt noch.')).toEqual(['1 abbreviationUnexplained']);
    for (const text of [
      'Das Onlinezugangsgesetz (OZG) gilt. Das OZG.',
      'Das OZG (Onlinezugangsgesetz) gilt.',
      'Das <abbr title="Onlinezugangsgesetz">OZG</abbr> gilt.',
      'Wir gehen mit PDF, RSS und USB um, im 21. Jahrhundert und unter Karl XIV.',
    ]) {
      expect(hints(text), text).toEqual([]);
    }
    expect(hints('Das OZG gilt.', { words: ['OZG'] })).toEqual([]);
    expect(hints('OPEN/PROSOZ läuft.', { words: ['OPEN/PROSOZ'] })).toEqual([]);
  });

  it('in code are none', () => {
    expect(hints('Die Datei `README` und `SELECT`.')).toEqual([]);
  });
});

describe('quotations', () => {
  it('are closed', () => {
    expect(hints('Er sagte: „Das geht so nicht.')).toEqual(['1 quotationOpen']);
    expect(hints('Er sagte: "Das geht so nicht.')).toEqual(['1 quotationOpen']);
    expect(hints('„Das geht so nicht.\n\n„Und so auch nicht.')).toEqual(['3 quotationOpen']);
    for (const text of [
      '„Erst das.\n\n„Dann das.“',
      '»Erst das.\n\n»Dann das.«',
      '„Ja“, sagte sie, „nein“.',
      '"Ja"',
      '„Ja"',
      '»Ja«',
      'Ein Bildschirm mit 24" passt.',
    ]) {
      expect(hints(text), text).toEqual([]);
    }
  });

  it('say whose words they are', () => {
    expect(hints('> Das war gut.\n\nText.')).toEqual(['1 speakerUnnamed']);
    for (const text of [
      '> Das war gut.\n> – Rena Lüders, Amtsleiterin',
      'Rena Lüders sagt dazu:\n\n> Das war gut.',
      'So berichtet es das Amt.\n\n> Das war gut.',
      '> **Anmeldung:** bis Montag',
      '> Das war gut, sagt Rena Lüders.',
    ]) {
      expect(hints(text), text).toEqual([]);
    }
  });
});
