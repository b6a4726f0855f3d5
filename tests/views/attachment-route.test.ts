import { describe, expect, it } from 'vitest';
import { attachmentParams } from '../../src/views/article/attachment-route.ts';

describe('the file of an attachment keeps its name in its address', () => {
  it.each([
    ['plan.pdf', 'plan', 'pdf'],
    ['Plan der Räume.pdf', 'Plan der Räume', 'pdf'],
    ['archiv.tar.gz', 'archiv', 'tar.gz'],
    ['Stand 14.8.2025.ods', 'Stand 14', '8.2025.ods'],
  ])('%s', (file, name, ending) => {
    expect(attachmentParams({ file })).toEqual({ name, ending });
    expect(`${name}.${ending}`).toBe(file);
  });
});

describe('a name that cannot be an address', () => {
  it.each(['liesmich', 'plan.', '.pdf', 'a#b.pdf', '100%.pdf', 'wann?.pdf', 'a.p#f', 'index.html', 'termin.ics'])(
    '%s is refused',
    (file) => {
      expect(() => attachmentParams({ file })).toThrow(RangeError);
    },
  );

  it('is named with what to do about it', () => {
    expect(() => attachmentParams({ file: 'wann?.pdf' })).toThrow(
      'Der Anhang „wann?.pdf“ kann so nicht heißen. Der Name braucht eine Endung, darf #, % und ? nicht enthalten und nicht index.html oder termin.ics lauten. Benennen Sie die Datei um.',
    );
  });
});
