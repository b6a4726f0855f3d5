/** What an article is about and whom it mentions, as schema.org objects. */
import { termPath } from '../../model/address.ts';
import { type EventFields, isUndated, writtenDates } from '../../model/event.ts';
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

/** The event that an article announces, one for each of its dates, their times with Berlin's offset. */
export function eventData({ event, title, summary, path }: Article, origin: string): StructuredData[] {
  if (!event) return [];
  const { link, previousStart } = event;
  return writtenDates(event).map(({ start, end }, index) => ({
    '@type': 'Event',
    '@id': `${origin}${path}#termin${index === 0 ? '' : `-${index + 1}`}`,
    name: title,
    description: summary,
    startDate: eventMoment(start),
    endDate: end && eventMoment(end),
    // Only the first date is moved by the fields that there are.
    ...(index === 0 && previousStart && { previousStartDate: eventMoment(previousStart) }),
    eventStatus: `https://schema.org/${statusOf(event, index === 0)}`,
    ...attendance(event),
    url: link ?? origin + path,
  }));
}

function statusOf(event: EventFields, isFirst: boolean): string {
  if (event.cancelled) return 'EventCancelled';
  if (isUndated(event)) return 'EventPostponed';
  return event.postponed && isFirst ? 'EventRescheduled' : 'EventScheduled';
}

/** Where one takes part; what is said of no mode takes place on site. */
function attendance({ place, online }: EventFields): { eventAttendanceMode?: string; location: unknown } {
  const onSite = place && { '@type': 'Place', name: place, address: place };
  if (!online) return { location: onSite };
  const virtual = { '@type': 'VirtualLocation', url: online };
  return {
    eventAttendanceMode: `https://schema.org/${onSite ? 'Mixed' : 'Online'}EventAttendanceMode`,
    location: onSite ? [onSite, virtual] : virtual,
  };
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
