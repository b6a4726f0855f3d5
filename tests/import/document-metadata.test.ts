import { expect, test } from 'vitest';
import { namedAuthors } from '../../src/import/document-metadata.ts';
import { zip } from './zip.ts';

const core = (inside: string) =>
  `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${inside}</cp:coreProperties>`;
const meta = (inside: string) =>
  `<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>${inside}</office:meta></office:document-meta>`;

test('an Office or OpenDocument file names who wrote it and who changed it last, each once', async () => {
  const excel = {
    'docProps/core.xml': core('<dc:creator>Erika  Muster</dc:creator><cp:lastModifiedBy>Max</cp:lastModifiedBy>'),
  };
  expect(await namedAuthors('a.xlsx', await zip({ 'xl/workbook.xml': '<a/>', ...excel }))).toEqual([
    'Erika Muster',
    'Max',
  ]);
  const calc = { 'meta.xml': meta('<meta:initial-creator>Erika</meta:initial-creator><dc:creator>Erika</dc:creator>') };
  expect(await namedAuthors('a.ods', await zip({ mimetype: 'x', ...calc }))).toEqual(['Erika']);
});

test('a file that names nobody, is broken, inflates too far or is something else names nobody', async () => {
  const none = [
    await zip({ 'docProps/core.xml': core('<dc:creator> </dc:creator>') }),
    await zip({ 'docProps/core.xml': '<kaputt' }),
    await zip({ 'docProps/core.xml': core(`<dc:creator>${'x'.repeat(11_000_000)}</dc:creator>`) }),
    Buffer.from('PK\u0003\u0004 kaputt'),
    Buffer.from('%PDF-1.7'),
    new Uint8Array(),
  ];
  for (const bytes of none) expect(await namedAuthors('a.docx', bytes)).toEqual([]);
});
