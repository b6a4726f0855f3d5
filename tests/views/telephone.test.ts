import { describe, expect, it } from 'vitest';
import { telephoneAddress, telephoneFact } from '../../src/views/parts/telephone.ts';

describe('a telephone number can be dialled from everywhere', () => {
  it.each([
    ['0441 9714-100', 'tel:+494419714100'],
    ['(0441) 97 14-100', 'tel:+494419714100'],
    ['0441/9714100', 'tel:+494419714100'],
    ['0441\u00A09714–100', 'tel:+494419714100'],
    ['+49 441 9714-100', 'tel:+494419714100'],
    ['+49 (0)441 9714-100', 'tel:+494419714100'],
    ['+49.441.9714100', 'tel:+494419714100'],
    ['0049 441 9714100', 'tel:+494419714100'],
    ['+43 1 531150', 'tel:+431531150'],
    ['0800 1234567', 'tel:+498001234567'],
  ])('%s', (written, address) => {
    expect(telephoneAddress(written)).toBe(address);
  });
});

describe('no link dials another number than the one that is meant:', () => {
  it.each([
    ['a number without an area code', '9714-100'],
    ['the number of authorities', '115'],
    ['two numbers', '0441 9714-100, 0441 9714-101'],
    ['two extensions', '0441 9714-0 oder -10'],
    ['two short numbers', '0441 97140; 97141'],
    ['a word in place of digits', '0800 RATHAUS'],
    ['a number that is too long', '0441 9714 1234 5678 9'],
    ['nothing', ''],
  ])('%s', (_, written) => {
    expect(telephoneAddress(written)).toBeUndefined();
  });
});

describe('a telephone number is not broken at the end of a line', () => {
  it.each([
    ['030 / 23125 130', '030\u00A0/\u00A023125\u00A0130', 'tel:+493023125130'],
    ['+49 (0)441  9714-100', '+49\u00A0(0)441\u00A09714-100', 'tel:+494419714100'],
    ['0441 9714-0 oder -10', '0441 9714-0 oder -10', undefined],
  ])('%s', (written, text, href) => {
    expect(telephoneFact(written)).toEqual({ text, href });
  });
});
