import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../src/documents/calendar.ts';
import { inArticle } from '../reader/sample-content.ts';
import { origin, sampleArticle } from '../views/sample-page.ts';

/** The calendar file of an event with these dates, from an article that has these fields too. */
function fileOf(dates: string, ...fields: string[]): string {
  const event = `event: {${dates}, place: "Rathaus, Saal 1"}`;
  const { article } = sampleArticle(inArticle(['kind: event', event, ...fields].join('\n')));
  return calendarFile(article, origin);
}

/** The lines as a calendar understands them: folded ones joined, each value by its name and parameters. */
function propertiesOf(file: string): Map<string, string> {
  const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n');
  return new Map(lines.map((line) => [line.replace(/:.*/s, ''), line.replace(/^[^:]*:/, '')]));
}

/** A text value without the escapes of RFC 5545, section 3.3.11. */
const textOf = (value = '') => value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));

const morning = 'start: 2025-09-02T10:00, end: 2025-09-02T12:30';

describe('the calendar file of an event', () => {
  it('is one event that says what, where and where to read more', () => {
    const file = fileOf(`${morning}, link: "https://muster.example/anmeldung"`);
    expect(file.match(/^BEGIN:.*$/gm)).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VEVENT']);
    const properties = propertiesOf(file);
    expect(properties.get('VERSION')).toBe('2.0');
    expect(properties.get('SUMMARY')).toBe('Das Rathaus hat neue Fenster');
    expect(textOf(properties.get('LOCATION'))).toBe('Rathaus, Saal 1');
    expect(textOf(properties.get('DESCRIPTION'))).toBe(
      'Seit dieser Woche zieht es nicht mehr.\n\nIm Netz: https://muster.example/anmeldung',
    );
    expect(properties.get('URL;VALUE=URI')).toBe('http://127.0.0.1:4321/ausgaben/2025/kw33/erster-beitrag/');
  });

  it('has lines as the standard wants them, none of more than 75 bytes', () => {
    const file = fileOf(morning, `title: ${'Größe äußert sich über Maß '.repeat(6)}`);
    const lines = file.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.at(-1)).toBe('END:VCALENDAR');
    expect(lines.filter((line) => /[\r\n]/.test(line) || line === '')).toEqual([]);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(propertiesOf(file).get('SUMMARY')).toBe('Größe äußert sich über Maß '.repeat(6).trim());
  });

  it('escapes what would end a value', () => {
    const summary = propertiesOf(fileOf(morning, "title: 'Eins, zwei; drei\\vier'")).get('SUMMARY');
    expect(summary).toBe('Eins\\, zwei\\; drei\\\\vier');
    expect(textOf(summary)).toBe('Eins, zwei; drei\\vier');
  });

  it('says how to take part online and how to register', () => {
    const registration = 'registration: {url: "https://anmeldung.example", deadline: 2025-08-25}';
    const properties = propertiesOf(fileOf(`${morning}, online: "https://konferenz.example", ${registration}`));
    expect(textOf(properties.get('LOCATION'))).toBe('Rathaus, Saal 1 und online');
    expect(textOf(properties.get('DESCRIPTION'))).toContain(
      'Online: https://konferenz.example\n\nAnmeldung bis 25.\u00A0August 2025: https://anmeldung.example',
    );
  });

  it('cannot be made for an article without an event', () => {
    expect(() => calendarFile(sampleArticle().article, origin)).toThrow(TypeError);
  });
});

describe('when a calendar shows the event', () => {
  const timesOf = (dates: string) =>
    Object.fromEntries([...propertiesOf(fileOf(dates))].filter(([name]) => /^DT(?:START|END)/.test(name)));

  it.each([
    ['in summer', morning, '20250902T080000Z', '20250902T103000Z'],
    ['in winter', 'start: 2025-12-02T10:00, end: 2025-12-02T12:30', '20251202T090000Z', '20251202T113000Z'],
    [
      'while clocks go forward',
      'start: 2026-03-29T01:30, end: 2026-03-29T03:30',
      '20260329T003000Z',
      '20260329T013000Z',
    ],
    ['while clocks go back', 'start: 2026-10-25T01:30, end: 2026-10-25T03:30', '20261024T233000Z', '20261025T023000Z'],
  ])('times are exact %s', (_, dates, start, end) => {
    expect(timesOf(dates)).toEqual({ DTSTART: start, DTEND: end });
  });

  it('an event without an end, or with one at its start, takes no time', () => {
    expect(timesOf('start: 2025-09-02T10:00')).toEqual({ DTSTART: '20250902T080000Z' });
    expect(timesOf('start: 2025-09-02T10:00, end: 2025-09-02T10:00')).toEqual({ DTSTART: '20250902T080000Z' });
  });

  it('whole days stay days, the end being the day after the last', () => {
    const oneDay = { 'DTSTART;VALUE=DATE': '20251231', 'DTEND;VALUE=DATE': '20260101' };
    expect(timesOf('start: 2025-12-31')).toEqual(oneDay);
    expect(timesOf('start: 2025-12-31, end: 2025-12-31')).toEqual(oneDay);
    expect(timesOf('start: 2026-03-28, end: 2026-03-30')).toEqual({
      'DTSTART;VALUE=DATE': '20260328',
      'DTEND;VALUE=DATE': '20260331',
    });
  });
});

describe('a calendar that imports the file again', () => {
  const markOf = (...fields: string[]) => {
    const properties = propertiesOf(fileOf(morning, ...fields));
    return ['UID', 'DTSTAMP', 'SEQUENCE'].map((name) => properties.get(name));
  };

  it('knows the event by the id of its article, whatever else changes', () => {
    const [uid] = markOf();
    expect(uid).toBe('2025-08-14.erster-beitrag@blatt.example');
    expect(markOf('title: Ganz anders', 'updatedOn: 2025-08-20', 'correction: Ein anderer Raum.')[0]).toBe(uid);
    expect(markOf('id: TAG:blatt.example,2025:a,b;c')[0]).toBe('2025.a%2Cb%3Bc@blatt.example');
  });

  it('takes it for newer after a correction, and only then', () => {
    expect(markOf().slice(1)).toEqual(['20250814T060000Z', '0']);
    expect(markOf('updatedOn: 2025-08-20', 'correction: Ein anderer Raum.').slice(1)).toEqual([
      '20250820T060000Z',
      '6',
    ]);
    expect(fileOf(morning)).toBe(fileOf(morning));
  });
});

describe('an event with several dates', () => {
  const uids = (dates: string) => [...fileOf(dates).matchAll(/^(UID|DTSTART):(.+)\r$/gm)].map(([, , value]) => value);

  it('has one file for all, in which each date stays itself when others are added', () => {
    const two = `${morning}, furtherDates: [{start: 2025-08-26T10:00}]`;
    expect(uids(two)).toEqual([
      '2025-08-14.erster-beitrag@blatt.example',
      '20250902T080000Z',
      '2025-08-14.erster-beitrag.2@blatt.example',
      '20250826T080000Z',
    ]);
    expect(uids(two.replace('}]', '}, {start: 2025-09-16T10:00}]')).slice(0, 4)).toEqual(uids(two));
  });
});

describe('an event that does not take place as announced', () => {
  const cancelled = 'cancelled: Der Saal ist gesperrt.';
  const postponed = 'postponed: Der Saal ist gesperrt.';
  const moved = `${postponed}, previousStart: 2025-08-26T10:00`;
  const corrected = ['updatedOn: 2025-08-20', 'correction: Der Termin gilt nicht mehr.'];
  const stateOf = (fields: string, ...more: string[]) => {
    const properties = propertiesOf(fileOf(`${morning}${fields && `, ${fields}`}`, ...more));
    return ['UID', 'STATUS', 'SUMMARY', 'SEQUENCE'].map((name) => properties.get(name));
  };
  const uid = '2025-08-14.erster-beitrag@blatt.example';

  it('is said to be off by its status and in its name, under the same UID', () => {
    expect(stateOf('')).toEqual([uid, undefined, 'Das Rathaus hat neue Fenster', '0']);
    expect(stateOf(cancelled)).toEqual([uid, 'CANCELLED', 'Abgesagt: Das Rathaus hat neue Fenster', '3']);
    expect(stateOf(postponed)).toEqual([uid, 'TENTATIVE', 'Verschoben: Das Rathaus hat neue Fenster', '1']);
    expect(stateOf(moved)).toEqual([uid, 'CONFIRMED', 'Verschoben: Das Rathaus hat neue Fenster', '2']);
    expect(textOf(propertiesOf(fileOf(`${morning}, ${cancelled}`)).get('DESCRIPTION'))).toMatch(
      /^Abgesagt: Der Saal ist gesperrt\.\n\n/,
    );
  });

  it('grows in sequence with each step, on one day and over several', () => {
    const sequences = [
      stateOf(''),
      stateOf(postponed),
      stateOf(moved),
      stateOf(cancelled),
      stateOf(postponed, ...corrected),
      stateOf(moved, ...corrected),
      stateOf(cancelled, ...corrected),
      stateOf(cancelled, 'updatedOn: 2025-08-21', 'correction: Es bleibt dabei.'),
    ].map((state) => Number(state.at(-1)));
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
    expect(new Set(sequences).size).toBe(sequences.length);
  });
});
