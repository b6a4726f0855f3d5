import { describe, expect, it } from 'vitest';
import type { ImprintField } from '../../src/model/legal-form.ts';
import { imprintSections } from '../../src/views/legal/imprint.ts';
import type { LegalForm } from '../../src/words/terms.ts';
import { fieldsOf, legalForms, nameOf, registerOf, sampleEntry } from '../model/law-table.ts';
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

/** What stands in the imprint for a field of the law table after what every publisher says, in its order. */
const rowOf: Record<ImprintField, (form: LegalForm) => string[]> = {
  legalFormText: () => [],
  phone: () => [],
  register: (form) => [
    {
      gnr: 'Genossenschaftsregister: Amtsgericht Musterstadt, GnR 17',
      vr: 'Vereinsregister: Amtsgericht Musterstadt, VR 17',
      hra: 'Handelsregister: Amtsgericht Musterstadt, HRA 17',
      hrb: 'Handelsregister: Amtsgericht Musterstadt, HRB 17',
    }[registerOf(form)],
  ],
  vatId: () => ['Umsatzsteuer-Identifikationsnummer: DE123456789'],
  legalSupervision: () => ['Rechtsaufsicht: Kommunalaufsicht'],
  licensingAuthority: () => ['Aufsichtsbehörde: Gewerbeaufsicht'],
  auditAssociation: () => ['Prüfungsverband: Prüfverband Nord'],
  supervisoryBoardChair: () => ['Vorsitz des Aufsichtsrats: Erika Mustermann'],
  dataProtectionOfficer: () => ['Datenschutzbeauftragte oder -beauftragter: datenschutz@blatt.example'],
};

const rowsFor = (form: LegalForm, fields: readonly ImprintField[]) =>
  Object.entries(rowOf).flatMap(([field, rows]) => (fields.some((asked) => asked === field) ? rows(form) : []));

const always = [
  'Anschrift: Musterstraße 1, 12345 Musterstadt',
  'Vertreten durch: Max Mustermann, Leitung',
  'E-Mail: post@muster.example',
  'Telefon: 030\u00A023125\u00A0100',
];

describe.each(legalForms)('the imprint of the legal form %s', (form) => {
  const head = (inWords: string) => ['Name: Muster', `Rechtsform: ${inWords}`, ...always];

  it('says all that the law asks for and allows', () => {
    const fields = fieldsOf(form, 'required', 'answer', 'advised', 'optional');
    const entries = fields.map((field) => sampleEntry(form, field));
    expect(rowsOf(form, ...entries)).toEqual([...head('Mit Worten'), ...rowsFor(form, fields)]);
  });

  it('says nothing of what is answered with none, and calls the form by its name where no other is given', () => {
    const required = fieldsOf(form, 'required');
    const answers = fieldsOf(form, 'answer').map((field) => `${field}: none`);
    const rows = rowsOf(form, ...required.map((field) => sampleEntry(form, field)), ...answers);
    const inWords = required.includes('legalFormText') ? 'Mit Worten' : nameOf(form);
    expect(rows).toEqual([...head(inWords), ...rowsFor(form, required)]);
  });
});

const officer = sampleEntry('gmbh', 'dataProtectionOfficer');
const official = ['phone: 030 23125 100', 'vatId: none', officer];
const supervision = sampleEntry('kommune', 'legalSupervision');
const register = (kind: string) => `register: {kind: ${kind}, court: Amtsgericht Musterstadt, number: "17"}`;
const board = sampleEntry('gmbh', 'supervisoryBoardChair');

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
      { text: 'datenschutz@blatt.example', href: 'mailto:datenschutz@blatt.example' },
      { text: 'redaktion@blatt.example', href: 'mailto:redaktion@blatt.example' },
    ]);
  });
});
