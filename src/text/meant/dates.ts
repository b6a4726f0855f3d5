const month =
  '(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|(?:Jan|Feb|Mrz|Mär|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)(?:\\.|(?=\\s)))';

const restOfDate = new RegExp(
  `^(?:${month}(?![\\p{L}-])|\\d{1,2}\\.(?!\\d)|(?:bis|und|oder|sowie|[–-]|/|,)\\s*\\d{1,2}\\.|[0-5]\\d\\s?Uhr(?![\\p{L}])|(?:KW|Kalenderwoche|Advent|Jahrhundert)(?![\\p{L}-]))`,
  'u',
);

/** Whether this can follow the day or the number of a date: a month, another day, a week; or the hour of a time. */
export function goesOnAsDate(text: string): boolean {
  return restOfDate.test(text);
}

const monthFirst = new RegExp(`^${month}(?![\\p{L}-])`, 'u');

/** Whether this begins with the name of a month, so that a number in front of it is a day. */
export function beginsWithMonth(text: string): boolean {
  return monthFirst.test(text);
}
