import { describe, expect, it } from 'vitest';
import { attachmentNameParts } from '../../src/model/attachment-name.ts';

describe('the file of an attachment keeps its name in its address', () => {
  it.each([
    ['plan.pdf', 'plan', 'pdf'],
    ['Plan der Räume.pdf', 'Plan der Räume', 'pdf'],
    ['archiv.tar.gz', 'archiv', 'tar.gz'],
    ['Stand 14.8.2025.ods', 'Stand 14', '8.2025.ods'],
  ])('%s', (file, name, ending) => {
    expect(attachmentNameParts(file)).toEqual({ name, ending });
    expect(`${name}.${ending}`).toBe(file);
  });
});

describe('a name that cannot be an address', () => {
  it.each([
    'liesmich',
    'plan.',
    '.pdf',
    'a#b.pdf',
    '100%.pdf',
    'wann?.pdf',
    'a.p#f',
    'index.html',
    'termin.ics',
    'Termin.ICS',
  ])('%s is refused', (file) => {
    expect(attachmentNameParts(file)).toBeUndefined();
  });
});
