import { describe, expect, it } from 'vitest';
import { day } from '../../src/model/day.ts';
import { idSchema, mintId } from '../../src/model/identifier.ts';
import { fc } from '../properties.ts';

const accepts = (id: unknown) => idSchema.safeParse(id).success;

describe('an id is a tag URI', () => {
  it.each([
    'tag:blatt.example,2025-08-14:erster-beitrag',
    'tag:blatt.example,2025:1',
    'tag:blatt.example,2025-08:a/b?c=d',
    'tag:redaktion@blatt.example,2025:x',
    "tag:blatt.example,2025:(a)'b'*!~",
  ])('%s', (id) => {
    expect(accepts(id)).toBe(true);
  });

  it.each([
    'https://blatt.example/1',
    'tag:blatt.example:1',
    'tag:blatt.example,25:1',
    'tag:blatt.example,2025-8-14:1',
    'tag:blatt.example,2025:',
    'tag:blatt.example,2025:mit leerzeichen',
    'tag:blatt.example,2025:ümlaut',
    'tag:,2025:1',
    ' tag:blatt.example,2025:1',
    'tag:blatt.example,2025:1\n',
    '',
    1,
  ])('not %j', (id) => {
    expect(accepts(id)).toBe(false);
  });

  it('when the product mints it', () => {
    expect(mintId('blatt.example', day('2025-08-14'), 'abc')).toBe('tag:blatt.example,2025-08-14:abc');
    fc.assert(
      fc.property(
        fc.domain(),
        fc.date({ noInvalidDate: true, min: new Date('1980-01-01'), max: new Date('2200-01-01') }),
        fc.uuid(),
        (domain, date, uuid) => {
          expect(accepts(mintId(domain, day(date.toISOString().slice(0, 10)), uuid))).toBe(true);
        },
      ),
    );
  });
});
