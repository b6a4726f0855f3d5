/** What an article is about and whom it mentions, as schema.org objects. */
import { termPath } from '../../model/address.ts';
import type { Article } from '../../model/library.ts';
import { eventMoment } from '../parts/date.ts';
import type { StructuredData } from './schema-object.ts';

/** An event and a portrayed municipality are what an article is about; software and people are mentioned. */
export function subjects(
  article: Article,
  origin: string,
): { about: object[] | undefined; mentions: object[] | undefined } {
  const events = eventData(article, origin).map((event) => ({ '@id': event['@id'] }));
  const about = [...events, ...municipalityData(article, origin)];
  const mentions = [...softwareData(article, origin), ...peopleData(article)];
  return {
    about: about.length > 0 ? about : undefined,
    mentions: mentions.length > 0 ? mentions : undefined,
  };
}

/** The event that an article announces, its times with Berlin's offset. */
export function eventData({ event, title, summary, path }: Article, origin: string): StructuredData[] {
  if (!event) return [];
  const { start, end, place, link } = event;
  return [
    {
      '@type': 'Event',
      '@id': `${origin}${path}#termin`,
      name: title,
      description: summary,
      startDate: eventMoment(start),
      endDate: end && eventMoment(end),
      eventStatus: 'https://schema.org/EventScheduled',
      location: { '@type': 'Place', name: place, address: place },
      url: link ?? origin + path,
    },
  ];
}

function municipalityData({ municipality }: Article, origin: string): StructuredData[] {
  if (!municipality) return [];
  const { name, slug, seat, state, website } = municipality;
  return [
    {
      '@type': 'GovernmentOrganization',
      name,
      url: website ?? origin + termPath('municipalities', slug),
      address:
        seat || state
          ? { '@type': 'PostalAddress', addressLocality: seat, addressRegion: state, addressCountry: 'DE' }
          : undefined,
    },
  ];
}

function softwareData({ software }: Article, origin: string): StructuredData[] {
  return software.map(({ name, slug, vendor, website }) => ({
    '@type': 'SoftwareApplication',
    name,
    url: website ?? origin + termPath('software', slug),
    publisher: vendor && { '@type': 'Organization', name: vendor },
  }));
}

function peopleData({ people }: Article): StructuredData[] {
  return people.map(({ name, function: role }) => ({ '@type': 'Person', name, jobTitle: role }));
}
