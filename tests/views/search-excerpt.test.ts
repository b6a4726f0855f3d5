import { expect, it } from 'vitest';
import { withoutLeadingSigns, withoutTitle } from '../../src/components/search.ts';

it.each([
  ['· Landkreis <mark>Wesermarsch</mark>. Mehr', 'Landkreis <mark>Wesermarsch</mark>. Mehr'],
  [' – <mark>Rente</mark>', '<mark>Rente</mark>'],
  ['. | Danach', 'Danach'],
  ['-5 Grad', '-5 Grad'],
  ['… und mehr', 'und mehr'],
  ['<mark>Rente</mark> · Auskunft', '<mark>Rente</mark> · Auskunft'],
])('an excerpt begins with a word: %j', (cut, shown) => {
  expect(withoutLeadingSigns(cut)).toBe(shown);
});

const title = 'Der Saal ist offen';
const content = 'Veranstaltung. Der Saal\u00A0ist offen. Alle können kommen. Der Saal ist groß &amp; hell.';

it.each([
  ['Veranstaltung. Der <mark>Saal</mark> ist offen. Alle können', '. Alle können'],
  [
    'Veranstaltung. Der Saal ist <mark>offen.</mark> Alle <mark>können</mark>',
    '<mark>.</mark> Alle <mark>können</mark>',
  ],
  ['<mark>Saal</mark> ist offen. Alle können kommen.', '. Alle können kommen.'],
  ['Der <mark>Saal</mark> ist groß &amp; hell.', 'Der <mark>Saal</mark> ist groß &amp; hell.'],
  ['<mark>Veranstaltung.</mark> Der', '<mark>Veranstaltung.</mark> Der'],
])('an excerpt leaves out kind and title, which stand above it: %j', (cut, shown) => {
  expect(withoutTitle(cut, content, title)).toBe(shown);
});
