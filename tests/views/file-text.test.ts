import { describe, expect, it } from 'vitest';
import { fileSize, fileType } from '../../src/views/parts/file-text.ts';

describe('the size of a file in German', () => {
  it.each([
    [0, '0\u00A0Byte'],
    [820, '820\u00A0Byte'],
    [999, '999\u00A0Byte'],
    [1000, '1\u00A0kB'],
    [2649, '2,6\u00A0kB'],
    [9949, '9,9\u00A0kB'],
    [9950, '10\u00A0kB'],
    [12_345, '12\u00A0kB'],
    [999_499, '999\u00A0kB'],
    [999_500, '1\u00A0MB'],
    [1_440_000, '1,4\u00A0MB'],
    [3_000_000_000, '3\u00A0GB'],
    [5_000_000_000_000, '5000\u00A0GB'],
  ])('%i bytes are %s', (bytes, text) => {
    expect(fileSize(bytes)).toBe(text);
  });
});

describe('the type of a file in words', () => {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

  it.each([
    ['plan.pdf', 'application/pdf', 'PDF'],
    ['brief.docx', word, 'Word'],
    ['zahlen.xls', 'application/vnd.ms-excel', 'Excel'],
    ['zahlen.ods', 'application/vnd.oasis.opendocument.spreadsheet', 'OpenDocument-Tabelle'],
    ['zahlen.csv', 'text/csv', 'CSV-Tabelle'],
    ['alles.zip', 'application/zip', 'ZIP-Archiv'],
  ])('%s is called by what people know it as', (file, mediaType, type) => {
    expect(fileType({ file, mediaType })).toBe(type);
  });

  it('is the ending of a file of an unknown type, or else the type itself', () => {
    const mediaType = 'application/octet-stream';
    expect(fileType({ file: 'karte.v2.GeoJSON', mediaType })).toBe('GEOJSON');
    expect(fileType({ file: 'liesmich', mediaType })).toBe('application/octet-stream');
  });
});
