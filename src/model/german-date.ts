/** Days and times as people in Germany write them, brought into the form of ISO 8601; whether they exist is not asked. */

const months = [
  'januar',
  'februar',
  'märz',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'dezember',
];

const twoDigits = (number: string | number) => String(number).padStart(2, '0');

const germanDay = /^(?<day>\d{1,2})\.\s?(?:(?<month>\d{1,2})\.|(?<name>\p{L}{3,})\.?)\s?(?<year>\d{4})/u;
const isoDay = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})/;
const time = /^(?:T|[\s,]+(?:um\s+)?)(?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))?(?:\s*Uhr)?$/i;

/** `14.8.2025` and `14. August 2025` give `2025-08-14`. */
export function fromGermanDay(text: string): string | undefined {
  const day = readDay(germanDay, text.trim());
  return day?.rest === '' ? day.iso : undefined;
}

/** `8.12.2026, 9:30 Uhr` and `2026-12-08 9.30` give `2026-12-08T09:30`; a day alone gives the day. */
export function fromGermanMoment(text: string): string | undefined {
  const day = readDay(germanDay, text.trim()) ?? readDay(isoDay, text.trim());
  if (!day || day.rest === '') return day?.iso;
  const { hour, minute = '00' } = time.exec(day.rest)?.groups ?? {};
  return hour && `${day.iso}T${twoDigits(hour)}:${minute}`;
}

function readDay(form: RegExp, text: string): { iso: string; rest: string } | undefined {
  const match = form.exec(text);
  const { day, month, name, year } = match?.groups ?? {};
  const number = month ?? monthNumber(name);
  if (!match || !day || !number || !year) return undefined;
  return { iso: `${year}-${twoDigits(number)}-${twoDigits(day)}`, rest: text.slice(match[0].length) };
}

function monthNumber(name: string | undefined): number | undefined {
  const index = name ? months.findIndex((month) => month.startsWith(name.toLowerCase())) : -1;
  return index < 0 ? undefined : index + 1;
}
