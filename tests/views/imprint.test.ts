import { describe, expect, it } from 'vitest';
import { legalForms } from '../../src/model/legal-form.ts';
import { imprintSections } from '../../src/views/legal/imprint.ts';
import type { LegalForm } from '../../src/words/terms.ts';
import { inSite, library, replaced, site } from '../reader/sample-content.ts';

const address = 'address: {street: Musterstraße 1, postalCode: "12345", city: Musterstadt}';
const head = 'representatives: [{name: Max Mustermann, function: Leitung}]';
const publisher = (legalForm: string, ...fields: string[]) =>
  ['- name: Muster', `legalForm: ${legalForm}`, address, 'email: post@muster.example', head, ...fields].join('\n    ');

/** The sections of an imprint, each with its rows as somebody reads them. */
const sectionsOf = (...publishers: string[]) =>
  imprintSections(library(inSite(['publishers:', ...publishers].join('\n  '))).site).map(({ title, rows }) => [
    title,
    ...rows.map(({ label, values }) => {
      const texts = values.map(({ lines }) => lines.map(({ text }) => text).join(', '));
      return `${label}: ${texts.join(' / ')}`;
    }),
  ]);
const rowsOf = (legalForm: string, ...fields: string[]) => sectionsOf(publisher(legalForm, ...fields))[0]?.slice(1);

const officer = 'dataProtectionOfficer: {email: datenschutz@muster.example}';
const official = ['phone: 030 23125 100', 'vatId: none', officer];
const supervision = 'legalSupervision: {name: Kommunalaufsicht}';
const register = (kind: string) => `register: {kind: ${kind}, court: Amtsgericht Musterstadt, number: "17"}`;
const board = 'supervisoryBoardChair: Erika Mustermann';
const audit = 'auditAssociation: {name: Prüfverband Nord}';

const always = [
  'Anschrift: Musterstraße 1, 12345 Musterstadt',
  'Vertreten durch: Max Mustermann, Leitung',
  'E-Mail: post@muster.example',
  'Telefon: 030\u00A023125\u00A0100',
];
const byOfficer = 'Datenschutzbeauftragte oder -beauftragter: datenschutz@muster.example';
const inPublicLaw = ['Rechtsaufsicht: Kommunalaufsicht', byOfficer];
const company = ['Handelsregister: Amtsgericht Musterstadt, HRB 17'];
const chair = 'Vorsitz des Aufsichtsrats: Erika Mustermann';

const expected: Record<LegalForm, { fields: string[]; form: string; rows: string[] }> = {
  zweckverband: { fields: ['register: none', supervision], form: 'Mit Worten', rows: inPublicLaw },
  kommune: { fields: [supervision], form: 'Mit Worten', rows: inPublicLaw },
  aoer: { fields: ['register: none', supervision], form: 'Mit Worten', rows: inPublicLaw },
  koer: { fields: ['register: none', supervision], form: 'Mit Worten', rows: inPublicLaw },
  'stiftung-oer': { fields: ['register: none', supervision], form: 'Mit Worten', rows: inPublicLaw },
  gmbh: {
    fields: [register('HRB'), board],
    form: 'Gesellschaft mit beschränkter Haftung',
    rows: [...company, chair, byOfficer],
  },
  ggmbh: {
    fields: [register('HRB'), board],
    form: 'gemeinnützige Gesellschaft mit beschränkter Haftung',
    rows: [...company, chair, byOfficer],
  },
  ag: { fields: [register('HRB'), board], form: 'Aktiengesellschaft', rows: [...company, chair, byOfficer] },
  eg: {
    fields: [register('GnR'), board, audit],
    form: 'eingetragene Genossenschaft',
    rows: [
      'Genossenschaftsregister: Amtsgericht Musterstadt, GnR 17',
      'Prüfungsverband: Prüfverband Nord',
      chair,
      byOfficer,
    ],
  },
  ev: {
    fields: [register('VR')],
    form: 'eingetragener Verein',
    rows: ['Vereinsregister: Amtsgericht Musterstadt, VR 17', byOfficer],
  },
};

describe('the imprint says all that is known of a publisher, and nothing of what is answered with none', () => {
  it.each(legalForms)('%s', (legalForm) => {
    const { fields, form, rows } = expected[legalForm];
    const inWords = form === 'Mit Worten' ? ['legalFormText: Mit Worten'] : [];
    expect(rowsOf(legalForm, ...official, ...fields, ...inWords)).toEqual([
      'Name: Muster',
      `Rechtsform: ${form}`,
      ...always,
      ...rows,
    ]);
  });
});

describe('in the imprint', () => {
  const limited = (...fields: string[]) => rowsOf('gmbh', 'phone: 030 23125 100', officer, ...fields);

  it('an identification number has the name of its kind', () => {
    expect(limited(register('HRB'), 'vatId: DE123456789')).toContain('Umsatzsteuer-Identifikationsnummer: DE123456789');
    expect(limited(register('HRB'), 'vatId: DE123456789-00001')).toContain(
      'Wirtschafts-Identifikationsnummer: DE123456789-00001',
    );
  });

  it('the letters of a register stand once before the number', () => {
    const written = 'register: {kind: HRB, court: Amtsgericht Musterstadt, number: HRB 17}';
    expect(limited(written, 'vatId: none')).toContain('Handelsregister: Amtsgericht Musterstadt, HRB 17');
  });

  it.each([
    ['Muster GmbH', 'Muster GmbH in Liquidation'],
    ['Muster GmbH i. L.', 'Muster GmbH i. L.'],
    ['Muster GmbH i.\u00A0L.', 'Muster GmbH i.\u00A0L.'],
    ['Muster GmbH in Liquidation', 'Muster GmbH in Liquidation'],
  ])('a publisher in liquidation named %s is called so once', (name, shown) => {
    const dissolved = publisher('gmbh', ...official, register('HRB'), 'inLiquidation: true');
    expect(sectionsOf(dissolved.replace('name: Muster', `name: ${name}`))[0]?.[1]).toBe(`Name: ${shown}`);
  });

  it('each of several publishers has a section with its name, a single one needs none', () => {
    const city = publisher('kommune', ...official, supervision, 'legalFormText: Mit Worten');
    const firm = publisher('gmbh', ...official, register('HRB'), board).replace('name: Muster', 'name: Werk GmbH');
    expect(sectionsOf(city)[0]?.[0]).toBe('Herausgeber');
    expect(sectionsOf(city, firm).map(([title]) => title)).toEqual([
      'Herausgeber: Muster',
      'Herausgeber: Werk GmbH',
      'Verantwortlich für den Inhalt nach §\u00A018 Abs.\u00A02 MStV',
      'Redaktion',
    ]);
  });

  it('stands who answers for the content, and for which part', () => {
    const line = '  - name: Erika Mustermann\n';
    const [, shared] = imprintSections(library(replaced(site, line, `${line}    part: Berichte\n`)).site);
    const [, alone] = imprintSections(library().site);
    const lines = [{ text: 'Erika Mustermann' }, { text: 'Musterstraße 1' }, { text: '12345 Musterstadt' }];
    expect(alone?.rows).toEqual([{ label: 'Name und Anschrift', values: [{ lines, isContact: true }] }]);
    expect(shared?.rows).toEqual([{ label: 'Für den Teil „Berichte“', values: [{ lines, isContact: true }] }]);
  });

  it('addresses for mail, telephone numbers and authorities can be followed', () => {
    const page = 'legalSupervision: {name: Kommunalaufsicht, website: "https://aufsicht.example/"}';
    const fields = [...official, page, 'register: none', 'legalFormText: Mit Worten'];
    const { site: read } = library(inSite(`publishers:\n  ${publisher('zweckverband', ...fields)}`));
    const lines = imprintSections(read).flatMap(({ rows }) => rows.flatMap(({ values }) => values[0]?.lines ?? []));
    expect(lines.filter(({ href }) => href)).toEqual([
      { text: 'post@muster.example', href: 'mailto:post@muster.example' },
      { text: '030\u00A023125\u00A0100', href: 'tel:+493023125100' },
      { text: 'Kommunalaufsicht', href: 'https://aufsicht.example/' },
      { text: 'datenschutz@muster.example', href: 'mailto:datenschutz@muster.example' },
      { text: 'redaktion@blatt.example', href: 'mailto:redaktion@blatt.example' },
    ]);
  });
});
