import { describe, expect, it } from 'vitest';
import type { LegalForm } from '../../src/words/terms.ts';
import { fieldsOf, legalForms, sampleEntry } from '../model/law-table.ts';
import { inSite, inStatement, problems, projectWith, readIn, replaced, site } from './sample-content.ts';

const person = 'representatives: [{name: Max Mustermann, function: Leitung}]';
const address = (street = 'Musterstraße 1') => `address: {street: ${street}, postalCode: "12345", city: Musterstadt}`;

/** A publisher with all that every legal form must say, and the fields given. */
const publisher = (legalForm: string, ...fields: string[]) =>
  [`- name: Muster`, `legalForm: ${legalForm}`, address(), 'email: post@blatt.example', person, ...fields].join(
    '\n    ',
  );
const publishers = (...list: string[]) => inSite(['publishers:', ...list].join('\n  '));

/** What a publisher of a legal form has to write, and may be advised to. */
const complete = (form: LegalForm) =>
  fieldsOf(form, 'required', 'answer', 'advised').map((field) => sampleEntry(form, field));

describe.each(legalForms)('the imprint of the legal form %s', (form) => {
  it('is complete with what the law asks for, and lacks each of it when it is not there', () => {
    expect(problems(publishers(publisher(form, ...complete(form))))).toEqual([]);
    for (const field of fieldsOf(form, 'required', 'answer', 'advised')) {
      const rest = complete(form).filter((entry) => !entry.startsWith(`${field}:`));
      const found = problems(publishers(publisher(form, ...rest)));
      expect(found.map((problem) => problem.field)).toEqual([`publishers[1].${field}`]);
    }
  });

  it('takes what is possible without a word, and asks about what belongs to another form', () => {
    for (const field of fieldsOf(form, 'optional', 'unusual')) {
      const found = problems(publishers(publisher(form, ...complete(form), sampleEntry(form, field))));
      const isUnusual = fieldsOf(form, 'unusual').includes(field);
      expect([field, found.map(({ rule }) => rule)]).toEqual([field, isUnusual ? ['imprintFieldUnusual'] : []]);
    }
  });
});

it('takes the answer that there is none, where the form has none', () => {
  const none = publisher('aoer', ...complete('aoer'), 'supervisoryBoardChair: none');
  expect(problems(publishers(none))).toEqual([]);
});

const register = sampleEntry('gmbh', 'register');
const phone = sampleEntry('gmbh', 'phone');

describe('what an imprint lacks, in words', () => {
  it('a field that the legal form must have', () => {
    expect(problems(replaced(site, '    phone: 030 23125 100\n', ''))).toMatchInlineSnapshot(`
      content/site.md:7 publishers[1].phone (error imprintFieldMissing)
        Gefunden: ein Impressum ohne die Angabe „Telefonnummer“
        Erwartet: diese Angabe; sie ist bei der Rechtsform „Zweckverband“ Pflicht
        Zu tun: Ergänzen Sie „phone“ beim Herausgeber.
    `);
    const limited = complete('gmbh').map((field) => (field === register ? 'register: none' : field));
    expect(problems(publishers(publisher('gmbh', ...limited)))).toMatchInlineSnapshot(`
      content/site.md:13 publishers[1].register (error imprintNoneRefused)
        Gefunden: „none“ in der Angabe „Register und Nummer“
        Erwartet: die Angabe selbst; bei der Rechtsform „Gesellschaft mit beschränkter Haftung“ ist sie Pflicht, „none“ ist nicht möglich
        Zu tun: Ersetzen Sie „none“ bei „register“ durch die Angabe: kind, court und number, eingerückt darunter.
    `);
    const officer = 'dataProtectionOfficer:\n      email: datenschutz@blatt.example';
    expect(problems(replaced(site, officer, 'dataProtectionOfficer: none'))).toMatchInlineSnapshot(`
      content/site.md:23 publishers[1].dataProtectionOfficer (error imprintNoneRefused)
        Gefunden: „none“ in der Angabe „Datenschutzbeauftragte oder -beauftragter“
        Erwartet: die Angabe selbst; bei der Rechtsform „Zweckverband“ ist sie Pflicht, „none“ ist nicht möglich
        Zu tun: Ersetzen Sie „none“ bei „dataProtectionOfficer“ durch die Angabe: email, auf Wunsch auch name und phone, eingerückt darunter.
    `);
  });

  it('a field that must be given or denied', () => {
    expect(problems(replaced(site, '    vatId: none\n', ''))).toMatchInlineSnapshot(`
      content/site.md:7 publishers[1].vatId (error imprintAnswerMissing)
        Gefunden: ein Impressum ohne die Angabe „Umsatzsteuer- oder Wirtschafts-Identifikationsnummer“
        Erwartet: diese Angabe; sie ist bei der Rechtsform „Zweckverband“ Pflicht, wenn es sie gibt
        Zu tun: Ergänzen Sie „vatId“, oder schreiben Sie „vatId: none“, wenn es sie nicht gibt.
    `);
  });

  it('a field that is customary', () => {
    const cut = replaced(site, '    legalSupervision:\n      name: Kommunalaufsicht Muster\n', '');
    expect(problems(cut)).toMatchInlineSnapshot(`
      content/site.md:7 publishers[1].legalSupervision (warning imprintFieldAdvised)
        Gefunden: ein Impressum ohne die Angabe „Rechtsaufsicht“
        Erwartet: diese Angabe; sie ist bei der Rechtsform „Zweckverband“ üblich, aber freiwillig
        Zu tun: Ergänzen Sie „legalSupervision“, wenn Sie es nennen möchten.
    `);
  });

  it('a field of another legal form', () => {
    expect(
      problems(
        publishers(publisher('zweckverband', ...complete('zweckverband'), sampleEntry('ag', 'supervisoryBoardChair'))),
      ),
    ).toMatchInlineSnapshot(`
      content/site.md:18 publishers[1].supervisoryBoardChair (warning imprintFieldUnusual)
        Gefunden: ein Impressum mit der Angabe „Vorsitz des Aufsichtsrats“
        Erwartet: ein Impressum ohne sie; bei der Rechtsform „Zweckverband“ gibt es das in der Regel nicht
        Zu tun: Prüfen Sie „supervisoryBoardChair“ und „legalForm“.
    `);
  });

  it('a legal form that is not known is one problem, not many', () => {
    expect(problems(publishers(publisher('gmbhh', phone)))).toMatchInlineSnapshot(`
      content/site.md:8 publishers[1].legalForm (error notAllowed)
        Gefunden: „gmbhh“
        Erwartet: einen dieser Werte: zweckverband, kommune, aoer, koer, stiftung-oer, gmbh, ggmbh, ag, eg, ev
        Zu tun: Meinten Sie „gmbh“? Sonst wählen Sie einen der Werte.
    `);
  });

  it('a register entry that lacks a part', () => {
    const short = complete('gmbh').map((field) =>
      field === register ? 'register: {kind: HRX, court: A, numer: "1"}' : field,
    );
    expect(problems(publishers(publisher('gmbh', ...short)))).toMatchInlineSnapshot(`
      content/site.md:13 publishers[1].register.kind (error notAllowed)
        Gefunden: „HRX“
        Erwartet: einen dieser Werte: HRA, HRB, GnR, VR, PR
        Zu tun: Meinten Sie „HRA“? Sonst wählen Sie einen der Werte.
      content/site.md:13 publishers[1].register.number (error fieldMissing)
        Gefunden: kein Feld „number“
        Erwartet: einen Text
        Zu tun: Ergänzen Sie „number: …“.
      content/site.md:13 publishers[1].register.numer (error unknownField)
        Gefunden: das unbekannte Feld „numer“
        Erwartet: eines dieser Felder: kind, court, number
        Zu tun: Meinten Sie „number“? Sonst löschen Sie die Zeile oder wählen Sie ein bekanntes Feld.
    `);
  });
});

describe('an address for service', () => {
  it('is no post office box', () => {
    expect(
      problems(
        replaced(
          site,
          '      street: Musterstraße 1\n      postalCode: "12345"\n      city: Musterstadt\n    email',
          '      street: Postfach 12 34\n      postalCode: "12345"\n      city: Musterstadt\n    email',
        ),
      ),
    ).toMatchInlineSnapshot(`
      content/site.md:11 publishers[1].address.street (error postBox)
        Gefunden: „Postfach 12 34“
        Erwartet: Straße und Hausnummer, unter denen zugestellt werden kann (§ 5 Abs. 1 Nr. 1 DDG)
        Zu tun: Nennen Sie statt des Postfachs die Anschrift des Hauses.
    `);
  });
});

describe('several publishers', () => {
  it('are each checked, and named by their place in the list', () => {
    const second = publisher('gmbh', ...complete('gmbh').filter((field) => field !== phone));
    const found = problems(publishers(publisher('kommune', ...complete('kommune')), second));
    expect(found.map(({ line, field, rule }) => `${line} ${field} ${rule}`)).toEqual([
      '17 publishers[2].phone imprintFieldMissing',
    ]);
    const both = publishers(publisher('kommune', ...complete('kommune')), publisher('gmbh', ...complete('gmbh')));
    const { library, problems: none } = readIn(projectWith(both));
    expect(none).toEqual([]);
    expect(library?.site.publishers.map(({ legalForm }) => legalForm)).toEqual(['kommune', 'gmbh']);
  });
});

describe('data that expire or are only an example', () => {
  it('security.txt is out of date from the day after', () => {
    const reviewed = inStatement('reviewedOn: 2026-08-01');
    expect(problems(reviewed, { today: '2026-09-01' })).toMatchInlineSnapshot(`
      content/site.md:36 security.expires (warning securityExpired)
        Gefunden: das Ablaufdatum 2026-08-31 der security.txt, das vorüber ist
        Erwartet: einen Tag in der Zukunft, höchstens ein Jahr voraus (RFC 9116)
        Zu tun: Prüfen Sie die Kontaktadresse und setzen Sie „expires“ neu.
    `);
    expect(problems(reviewed, { today: '2026-08-31' })).toEqual([]);
  });

  it('example data are a warning', () => {
    expect(problems(inSite('example: true'))).toMatchInlineSnapshot(`
      content/site.md:37 example (warning exampleData)
        Gefunden: Beispieldaten (example: true)
        Erwartet: die Angaben des wirklichen Herausgebers, bevor veröffentlicht wird
        Zu tun: Ersetzen Sie die Angaben in content/site.md und löschen Sie die Zeile „example“.
    `);
    expect(problems(inSite('example: false'))).toEqual([]);
  });
});

describe('the legal form in words', () => {
  const called = (form: LegalForm, text: string) =>
    problems(
      publishers(
        publisher(
          form,
          ...complete(form).filter((entry) => !entry.startsWith('legalFormText')),
          `legalFormText: ${text}`,
        ),
      ),
    ).filter(({ rule }) => rule === 'legalFormContradicts');

  it('must not be another than the one that the rules of the imprint follow', () => {
    expect(called('gmbh', 'Zweckverband, Körperschaft des öffentlichen Rechts')).toMatchInlineSnapshot(`
      content/site.md:17 publishers[1].legalFormText (error legalFormContradicts)
        Gefunden: „Zweckverband, Körperschaft des öffentlichen Rechts“, was zur Rechtsform „Zweckverband“ gehört
        Erwartet: Worte, die zu „legalForm: gmbh“ passen (Gesellschaft mit beschränkter Haftung)
        Zu tun: Ändern Sie „legalFormText“, oder schreiben Sie „legalForm: zweckverband“.
    `);
    expect(called('zweckverband', 'Anstalt des öffentlichen Rechts')).toHaveLength(1);
    expect(called('aoer', 'Eingetragener Verein')).toHaveLength(1);
  });

  it('may say the form as houses say it, or what nobody knows', () => {
    for (const [form, text] of [
      ['zweckverband', 'Körperschaft des öffentlichen Rechts'],
      ['koer', 'Zweckverband, Körperschaft des öffentlichen Rechts'],
      ['kommune', 'Große selbständige Stadt'],
      ['kommune', 'Eigenbetrieb der Stadt Muster'],
      ['aoer', 'Kommunale Anstalt'],
      ['ggmbh', 'gGmbH'],
      ['gmbh', 'GmbH, Gesellschafter ist der Zweckverband Muster'],
      ['eg', 'eG'],
      ['ev', 'e. V.'],
      ['ev', 'Zusammenschluss eigener Art'],
    ] as const) {
      expect([text, called(form, text)]).toEqual([text, []]);
    }
  });
});
