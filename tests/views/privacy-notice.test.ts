import { describe, expect, it } from 'vitest';
import { privacyNotice, privacyNoticeVersion } from '../../src/views/legal/privacy-notice.ts';
import { isPublic, legalForms } from '../model/law-table.ts';
import { type Files, inNotice, inSite, library } from '../reader/sample-content.ts';
import { section, titles } from './legal-text.ts';

const page = (fields = '', files: Files = {}, text?: string) =>
  privacyNotice(library({ ...files, ...inNotice(fields, text) }));
const everything = (fields = '', files: Files = {}) => JSON.stringify(page(fields, files)).replaceAll('\u00A0', ' ');

const withAbo = inSite('aboUrl: https://abo.blatt.example');

/** A publisher that has all that any legal form is asked for. */
const publisher = (legalForm: string) =>
  inSite(`publishers:
  - name: Muster
    legalForm: ${legalForm}
    legalFormText: Muster
    address: {street: Musterstraße 1, postalCode: "12345", city: Musterstadt}
    email: post@blatt.example
    phone: 030 23125 100
    representatives: [{name: Max Mustermann, function: Leitung}]
    register: {kind: HRB, court: Amtsgericht Musterstadt, number: "1"}
    vatId: none
    dataProtectionOfficer: {email: datenschutz@blatt.example}`);

describe('the data protection notice', () => {
  it('has what Art. 13 GDPR asks for, in the order of a visit', () => {
    expect(titles(page().sections)).toEqual([
      'Wer verantwortlich ist',
      'Wer über den Datenschutz wacht',
      'Was beim Aufruf einer Seite geschieht',
      'Wer die Website betreibt',
      'Feeds',
      'Suche',
      'Wenn Sie uns schreiben',
      'Was es hier nicht gibt',
      'Wer die Daten erhält',
      'Ihre Rechte',
      'Weitere Hinweise',
    ]);
  });

  it('names the publisher and the officer of site.md', () => {
    const { sections } = page();
    expect(section(sections, 'Wer verantwortlich ist')).toEqual([
      'Name: Zweckverband Muster',
      'Anschrift: Musterstraße 1, 12345 Musterstadt',
      'Telefon: 030 23125 100 <tel:+493023125100>',
      'E-Mail: post@blatt.example <mailto:post@blatt.example>',
      'Wer uns vertritt, steht im Impressum </impressum/>',
    ]);
    expect(section(sections, 'Wer über den Datenschutz wacht')).toContain(
      'E-Mail: datenschutz@blatt.example <mailto:datenschutz@blatt.example>',
    );
  });

  it('says what the log holds and for how long, or that there is none', () => {
    const log = (fields: string) => section(page(fields).sections, 'Was beim Aufruf einer Seite geschieht');
    const kept = log('serverLog: {fields: [time, shortened-ip-address], retentionDays: 14}');
    expect(kept).toEqual(expect.arrayContaining(['- Tag und Uhrzeit', '- Ihre IP-Adresse, gekürzt']));
    expect(kept.join()).toMatch(/Nach 14 Tagen wird es gelöscht/);
    expect(kept.join()).not.toMatch(/Kennung Ihres Browsers/);
    expect(log('serverLog: {fields: [time], retentionDays: 1}').join()).toMatch(/Nach einem Tag wird/);
    expect(log('serverLog: none')[0]).toMatch(/führt kein Protokoll/);
    expect(everything('serverLog: none')).not.toMatch(/Eintrag im Protokoll|wird es gelöscht/);
  });

  it('names companies that work by order, and what leaves the Union', () => {
    expect(everything()).toMatch(/eigenen Rechenzentrum/);
    const hosted = 'hosting: {name: Rechenzentrum Muster, city: Musterstadt}';
    expect(section(page(hosted).sections, 'Wer die Website betreibt').join()).toMatch(
      /nach unseren Weisungen \(Art\.\s28 DSGVO\): Rechenzentrum Muster, Musterstadt\./,
    );
    expect(section(page(hosted).sections, 'Wer die Daten erhält').slice(0, 2).join(' ')).toMatch(
      /in unserem Auftrag arbeiten: Rechenzentrum Muster\. Wir übermitteln nichts/,
    );
    const abroad = 'hosting: {name: Muster Inc., city: Muster City, outsideEu: Standardvertragsklauseln}';
    expect(section(page(abroad).sections, 'Wer die Daten erhält')[1]).toBe(
      'Auch außerhalb der Europäischen Union verarbeitet das Unternehmen „Muster Inc.“ Daten. Geschützt sind sie dort durch: Standardvertragsklauseln.',
    );
  });

  it('says nothing of an Abo that there is not', () => {
    expect(everything()).not.toMatch(/Abo|Einwilligung können|Art\. 20|Abmeldelink/);
  });

  it('says how the Abo works where there is one, and which rights come with consent', () => {
    const { sections } = page('subscription: {proofKeptYears: 2}', withAbo);
    expect(section(sections, 'Abo per E-Mail').join(' ')).toMatch(
      /gilt 72 Stunden.*nach 7 Tagen.*Art\. 6 Abs\. 1 Buchst\. a DSGVO.*2 Jahre nach der Abbestellung.*versenden wir selbst/,
    );
    expect(section(sections, 'Ihre Rechte').join(' ')).toMatch(/Art\. 20 DSGVO.*Art\. 7 Abs\. 3 DSGVO/);
    const sent = page('subscription: {dispatch: {name: Post Muster, city: Musterstadt}}', withAbo).sections;
    expect(section(sent, 'Wer die Daten erhält')[0]).toMatch(/Post Muster/);
  });

  it('leaves the Abo out where the site offers none, whatever the record says of it', () => {
    expect(titles(page('subscription: {}').sections)).not.toContain('Abo per E-Mail');
  });

  it('says where to complain, and what the organisation adds', () => {
    expect(section(page().sections, 'Ihre Rechte').at(-1)).toBe(
      'Für uns zuständig: Der Landesbeauftragte für den Datenschutz Niedersachsen | lfd.niedersachsen.de <https://www.lfd.niedersachsen.de>',
    );
    expect(section(page('', {}, 'Noch *etwas*.\n').sections, 'Weitere Hinweise')).toEqual([
      '<p>Noch <em>etwas</em>.</p>',
    ]);
  });
});

describe('the legal basis', () => {
  it.each(legalForms)('of the legal form %s', (form) => {
    const text = everything('', publisher(form));
    expect(text.includes('Art. 6 Abs. 1 Buchst. e und Abs. 3')).toBe(isPublic(form));
    expect(text.includes('§ 3 des Niedersächsischen Datenschutzgesetzes (NDSG)')).toBe(isPublic(form));
    expect(text.includes('Art. 6 Abs. 1 Buchst. f')).toBe(!isPublic(form));
  });

  it('is that of the Land, or what the data protection officer wrote', () => {
    const authority = 'supervisoryAuthority: {name: Aufsicht, website: https://aufsicht.example}';
    expect(everything(`state: Schleswig-Holstein\n${authority}`)).toMatch(/§ 3 Abs\. 1 des Landesdatenschutzgesetzes/);
    const written = everything('legalBasis: Art. 6 Abs. 1 Buchst. c DSGVO');
    expect(written).toMatch(/Rechtsgrundlage: Art\. 6 Abs\. 1 Buchst\. c DSGVO\./);
    expect(written).not.toMatch(/Buchst\. e|NDSG/);
  });
});

describe('the version of the notice', () => {
  const version = (fields = '', files: Files = {}, text?: string) =>
    privacyNoticeVersion(library({ ...files, ...inNotice(fields, text) }));

  it('bears the day of the notice and stands on its page', () => {
    expect(version()).toMatch(/^2025-08-01-[0-9a-f]{12}$/);
    expect(page().version).toBe(version());
    expect(version()).toBe(version());
  });

  it('is another one whenever the notice says something else, even if nobody moved the day', () => {
    const others = [
      version('hosting: {name: A, city: B}'),
      version('serverLog: {fields: [time], retentionDays: 7}'),
      version('subscription: {}', withAbo),
      version('subscription: {proofKeptYears: 2}', withAbo),
      version('', inSite('example: true')),
      version('', publisher('gmbh')),
      version('', {}, 'Wir zählen auch weiterhin nichts.\n'),
    ];
    expect(new Set([version(), ...others]).size).toBe(others.length + 1);
  });

  it('stays when only something changes that the notice does not say', () => {
    expect(version('', inSite('frequency: jede Woche'))).toBe(version());
  });
});
