import { expect, it } from 'vitest';
import { withoutLeadingSigns } from '../../src/components/search.ts';

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
