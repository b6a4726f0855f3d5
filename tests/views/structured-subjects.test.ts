import { describe, expect, it } from 'vitest';
import { articleData } from '../../src/views/structured/structured-data.ts';
import { inArticle, terms } from '../reader/sample-content.ts';
import { origin, sampleArticle } from './sample-page.ts';

const path = '/ausgaben/2025/kw33/erster-beitrag/';

/** The objects that an article's page holds: the article and, if it announces one, the event. */
function graphOf(...changes: Parameters<typeof sampleArticle>) {
  const { library, article } = sampleArticle(...changes);
  return articleData(library, article, origin);
}

describe('an article says to machines', () => {
  it('what it is about, and whom and what it mentions', () => {
    const known = `topics:
  - {name: Soziales, slug: soziales}
municipalities:
  - {name: Landkreis Muster, slug: muster, seat: Musterstadt}
software:
  - {name: Eins, slug: eins, vendor: Werk, website: "https://eins.example/"}
`;
    const fields = 'topics: [soziales]\nmunicipality: muster\nsoftware: [eins]\npeople: [{name: Jo, function: Amt}]';
    expect(graphOf({ [terms]: known, ...inArticle(fields) })).toMatchObject([
      {
        keywords: ['Soziales'],
        about: [
          {
            '@type': 'GovernmentOrganization',
            url: `${origin}/kommunen/muster/`,
            address: { addressLocality: 'Musterstadt' },
          },
        ],
        mentions: [
          { '@type': 'SoftwareApplication', url: 'https://eins.example/', publisher: { name: 'Werk' } },
          { '@type': 'Person', name: 'Jo', jobTitle: 'Amt' },
        ],
      },
    ]);
  });

  it('the event that it announces, with the times of Berlin', () => {
    const event = 'event: {start: 2026-03-29T01:30, end: 2026-03-29T03:30, place: Ratssaal}';
    expect(graphOf(inArticle(`kind: event\n${event}`))).toMatchObject([
      { '@type': 'NewsArticle', about: [{ '@id': `${origin}${path}#termin` }] },
      {
        '@type': 'Event',
        '@id': `${origin}${path}#termin`,
        startDate: '2026-03-29T01:30:00+01:00',
        endDate: '2026-03-29T03:30:00+02:00',
        location: { '@type': 'Place', name: 'Ratssaal' },
        url: origin + path,
      },
    ]);
  });

  it('what has become of the event, and where one takes part', () => {
    const eventsOf = (fields: string) =>
      graphOf(inArticle(`kind: event\nevent: {start: 2026-03-29T01:30, ${fields}}`)).slice(1) as object[];
    const online = 'online: "https://konferenz.example"';
    const virtual = { '@type': 'VirtualLocation', url: 'https://konferenz.example' };
    expect(eventsOf('place: Saal')).toEqual([
      expect.objectContaining({ eventStatus: 'https://schema.org/EventScheduled' }),
    ]);
    expect(eventsOf(`${online}, cancelled: Nein.`)).toMatchObject([
      {
        eventStatus: 'https://schema.org/EventCancelled',
        eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
        location: virtual,
      },
    ]);
    expect(eventsOf(`place: Saal, ${online}, postponed: Später.`)).toMatchObject([
      {
        eventStatus: 'https://schema.org/EventPostponed',
        eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
        location: [{ '@type': 'Place', name: 'Saal' }, virtual],
      },
    ]);
    expect(
      eventsOf('place: Saal, postponed: Später., previousStart: 2026-03-01, furtherDates: [{start: 2026-04-01}]'),
    ).toMatchObject([
      { eventStatus: 'https://schema.org/EventRescheduled', previousStartDate: '2026-03-01' },
      { '@id': expect.stringMatching(/#termin-2$/), eventStatus: 'https://schema.org/EventScheduled' },
    ]);
  });

  it('nothing about an event, people or places that it does not have', () => {
    const [data, ...others] = graphOf();
    expect([data?.about, data?.mentions, others]).toEqual([undefined, undefined, []]);
  });
});
