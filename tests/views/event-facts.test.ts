import { describe, expect, it } from 'vitest';
import { articlePage } from '../../src/views/article/article-page.ts';
import { inArticle } from '../reader/sample-content.ts';
import { sampleArticle } from './sample-page.ts';

/** The facts of an event at 10 on 2 September 2025 with these fields, by their names. */
function factsOf(fields: string, today = '2025-08-20') {
  const files = inArticle(`kind: event\nevent: {start: 2025-09-02T10:00, ${fields}}`);
  const { library, article } = sampleArticle(files, { today });
  const { event, eventDay } = articlePage(library, article);
  const facts = Object.fromEntries(event.map(({ name, values }) => [name, values.map(({ text }) => text)]));
  return {
    facts,
    names: Object.keys(facts),
    links: event.flatMap(({ values }) => values).map(({ href }) => href),
    eventDay,
  };
}

const when = 'Dienstag, 2.\u00A0September 2025, 10:00\u00A0Uhr';
const registration = 'place: Saal, registration: {url: "https://anmeldung.example/5", deadline: 2025-08-25}';

describe('the registration for an event', () => {
  it('is a link with its last day, until that day is over', () => {
    for (const today of ['2025-08-20', '2025-08-25']) {
      const { facts, links } = factsOf(registration, today);
      expect(facts.Anmeldung).toEqual(['Zur Anmeldung', 'bis\u00A025.\u00A0August 2025']);
      expect(links).toContain('https://anmeldung.example/5');
    }
    const after = factsOf(registration, '2025-08-26');
    expect(after.facts.Anmeldung).toEqual(['Die Anmeldung ist seit dem 25.\u00A0August 2025 beendet.']);
    expect(after.links).not.toContain('https://anmeldung.example/5');
  });

  it('says what the editor wrote, and is gone when nothing takes place', () => {
    const named = factsOf('place: Saal, registration: {url: "https://anmeldung.example/5", text: Platz sichern}');
    expect(named.facts.Anmeldung).toEqual(['Platz sichern']);
    expect(factsOf(`${registration}, cancelled: Der Saal ist gesperrt.`).names).not.toContain('Anmeldung');
    expect(factsOf(`${registration}, postponed: Der Saal ist gesperrt.`).names).not.toContain('Anmeldung');
  });
});

describe('an event that does not take place as announced', () => {
  it('says first that it is cancelled, and why', () => {
    const { facts, names, eventDay } = factsOf('place: Saal, cancelled: Der "Saal" ist gesperrt.');
    expect(names[0]).toBe('Abgesagt');
    expect(facts).toMatchObject({ Abgesagt: ['Der „Saal“ ist gesperrt.'], Wann: [when], Wo: ['Saal'] });
    expect(names).toContain('In den Kalender');
    expect(eventDay).toEqual({ day: '2', month: 'September 2025', isOff: true });
  });

  it('names the old date where there is no new one', () => {
    const { facts, eventDay } = factsOf('place: Saal, postponed: Der Saal ist gesperrt.');
    expect(facts).toMatchObject({
      Verschoben: ['Der Saal ist gesperrt.'],
      Wann: ['Der neue Termin steht noch nicht fest.'],
      Ursprünglich: [when],
    });
    expect(eventDay?.isOff).toBe(true);
  });

  it('names both where there is a new one', () => {
    const { facts, eventDay } = factsOf(
      'place: Saal, postponed: Der Saal ist gesperrt., previousStart: 2025-08-26T10:00',
    );
    expect(facts).toMatchObject({ Wann: [when], Ursprünglich: ['Dienstag, 26.\u00A0August 2025, 10:00\u00A0Uhr'] });
    expect(eventDay?.isOff).toBe(false);
  });
});

describe('where and how often an event takes place', () => {
  it('online, with or without a place', () => {
    const online = 'online: "https://www.konferenz.example/3"';
    expect(factsOf(online)).toMatchObject({ facts: { Online: ['konferenz.example'] } });
    expect(factsOf(online).names).not.toContain('Wo');
    expect(factsOf(`place: Saal, ${online}`).facts).toMatchObject({ Wo: ['Saal'], Online: ['konferenz.example'] });
  });

  it('on several days, in the order of time', () => {
    const { facts, eventDay } = factsOf('place: Saal, furtherDates: [{start: 2025-09-09T10:00}, {start: 2025-08-26}]');
    expect(facts.Wann).toEqual([
      'Dienstag, 26.\u00A0August 2025',
      when,
      'Dienstag, 9.\u00A0September 2025, 10:00\u00A0Uhr',
    ]);
    expect(eventDay?.day).toBe('26');
  });
});
