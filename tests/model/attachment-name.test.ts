import { describe, expect, it } from 'vitest';
import { attachmentNameFrom, attachmentNameParts, titleFromName } from '../../src/model/attachment-name.ts';

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

describe('a file that somebody brings along keeps its words', () => {
  it.each([
    ['Zeitplan Bürgerbüro.PDF', 'Zeitplan-Bürgerbüro.pdf'],
    ['Satzung (1).pdf', 'Satzung.pdf'],
    ['Kopie von Plan.docx', 'Plan.docx'],
    ['Quote 80%.pdf', 'Quote-80-Prozent.pdf'],
    ['Protokoll #3.odt', 'Protokoll-Nr-3.odt'],
    ['Wann und wo?.pdf', 'Wann-und-wo.pdf'],
    ['Räume & Zeiten; neu.xlsx', 'Räume-und-Zeiten-neu.xlsx'],
    ['x.php.txt', 'x-php.txt'],
    ['rechnung.exe.pdf', 'rechnung-exe.pdf'],
    ['Stand 14.8.2025.ods', 'Stand-14.8.2025.ods'],
    ['C:\\Users\\erika\\Plan.pdf', 'Plan.pdf'],
    ['../../../etc/passwd.txt', 'passwd.txt'],
    ['plan\u0000.pdf', 'plan.pdf'],
    ['plan\u202Efdp.pdf', 'plan-fdp.pdf'],
    ['.htaccess.txt', 'htaccess.txt'],
    ['...pdf', 'anhang.pdf'],
    ['---.pdf', 'anhang.pdf'],
    ['NUL.pdf', 'anhang-NUL.pdf'],
    ['com1.2027.pdf', 'anhang-com1.2027.pdf'],
    ['a\u0308mter.pdf', 'ämter.pdf'],
    [`${'Langer Name '.repeat(50)}.pdf`, 'Langer-Name-Langer-Name-Langer-Name-Langer-Name-Langer-Name.pdf'],
  ])('%j', (written, name) => {
    expect(attachmentNameFrom(written)).toBe(name);
    expect(attachmentNameParts(name)).toBeDefined();
  });

  it('in what its link could be called too', () => {
    const titles = [
      'zeitplan_umzug.pdf',
      'zeitplan-umzug-2027.pdf',
      'Bau-und Raumplan (2).pdf',
      'plan\u0000.pdf',
      '.pdf',
    ];
    expect(titles.map(titleFromName)).toEqual([
      'Zeitplan umzug',
      'Zeitplan umzug 2027',
      'Bau-und Raumplan',
      'Plan',
      '',
    ]);
  });
});
