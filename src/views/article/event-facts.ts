/** What is said of an event: when, where and how to get in; in lists its date and place; and what has become of it. */
import { calendarPath } from '../../model/address.ts';
import { datesOf, type EventFields, isUndated } from '../../model/event.ts';
import type { Article } from '../../model/library.ts';
import { articleWords } from '../../words/articles.ts';
import { eventWords } from '../../words/events.ts';
import { dayText, eventMoment, eventText } from '../parts/date.ts';
import { type Fact, type FactValue, facts, siteFact, textFact } from '../parts/facts.ts';

/** An event as it stands in lists. */
export interface EventLine {
  /** `Dienstag, 8. Dezember 2026, 9:30 bis 12:00 Uhr · Rathaus`. */
  text: string;
  /** `Abgesagt: Der Saal ist gesperrt.` */
  state: string | undefined;
}

/** That an event is cancelled or postponed, and why. */
export function eventState({ cancelled, postponed }: EventFields): { title: string; reason: string } | undefined {
  if (cancelled) return { title: eventWords.cancelled, reason: cancelled };
  return postponed ? { title: eventWords.postponed, reason: postponed } : undefined;
}

/** The place, that it is online, or both. */
export function eventPlace({ place, online }: EventFields): string {
  if (!place) return eventWords.online;
  return online ? eventWords.andOnline(place) : place;
}

export function eventLine({ event }: Pick<Article, 'event'>): EventLine | undefined {
  if (!event) return undefined;
  const [first = event, ...more] = datesOf(event);
  const when = more.length > 0 ? eventWords.moreDates(eventText(first), more.length) : eventText(first);
  const state = eventState(event);
  return {
    text: [isUndated(event) ? eventWords.originally(when) : when, eventPlace(event)].join(' · '),
    state: state && eventWords.told(state.title, state.reason),
  };
}

/** When and where an event is, how to register, and its calendar file. */
export function eventFacts({ event, path, isRegistrationOver }: Article): Fact[] {
  if (!event) return [];
  const { place, online, link, previousStart } = event;
  const state = eventState(event);
  const dates = datesOf(event).map((date) => ({ text: eventText(date), datetime: eventMoment(date.start) }));
  const before = previousStart && { text: eventText({ start: previousStart }), datetime: eventMoment(previousStart) };
  return facts(
    [state?.title ?? '', [textFact(state?.reason)]],
    [articleWords.when, isUndated(event) ? [{ text: eventWords.undecided }] : dates],
    [eventWords.previously, isUndated(event) ? dates : [before || undefined]],
    [articleWords.where, [textFact(place)]],
    [eventWords.online, [siteFact(online)]],
    [eventWords.registration, registration(event, isRegistrationOver)],
    [articleWords.moreOnEvent, [siteFact(link)]],
    [articleWords.calendar, [{ text: articleWords.calendarFile, href: calendarPath(path) }]],
  );
}

/** Nobody registers for what doesn't take place, nor after the last day. */
function registration(event: EventFields, isOver: boolean): FactValue[] {
  if (!event.registration || event.cancelled || isUndated(event)) return [];
  const { url, text = eventWords.register, deadline } = event.registration;
  const day = deadline && dayText(deadline).text;
  if (isOver && day) return [{ text: eventWords.registrationOver(day) }];
  return [{ text, href: url }, ...(day ? [{ text: eventWords.registerBy(day) }] : [])];
}
