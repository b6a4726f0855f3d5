import { describe, expect, it } from 'vitest';
import {
  easyLanguage,
  type Files,
  inNotice,
  inSite,
  inStatement,
  inText,
  library,
  privacy,
  problems,
  replaced,
  statement,
} from './sample-content.ts';

const rules = (files: Files, options?: Parameters<typeof problems>[1]) =>
  problems(files, options).map(({ rule }) => rule);

const self = 'assessment: {method: self-assessment, on: 2025-08-01}';
const report = 'assessment: {method: self-assessment, on: 2025-08-01, report: https://blatt.example/bericht.pdf}';
const byOthers = 'assessment: {method: third-party, on: 2025-08-01, assessor: Prüfstelle Muster}';
const exempt = 'gaps: [{part: Alte Bände, kind: out-of-scope, reason: Sie erschienen vor 2018.}]';

describe('an accessibility statement', () => {
  it('that claims everything and shows no proof', () => {
    expect(problems(inStatement(`status: fully-compliant\ngaps: []\n${self}`))).toMatchInlineSnapshot(`
      content/legal/barrierefreiheit.md:4 status (error fullyCompliantUnproven)
        Gefunden: die Aussage „vollständig vereinbar“ ohne Nachweis
        Erwartet: unter „assessment“ die Prüfstelle (assessor) oder einen Bericht (report)
        Zu tun: Ergänzen Sie, worauf sich die Aussage stützt; sonst schreiben Sie „status: partially-compliant“ und nennen die Lücken.
    `);
    expect(rules(inStatement(`status: fully-compliant\ngaps: []\n${report}`))).toEqual([]);
    expect(rules(inStatement(`status: fully-compliant\ngaps: []\n${byOthers}`))).toEqual([]);
    expect(rules(inStatement(`status: partially-compliant\n${self}`))).toEqual([]);
  });

  it('that claims everything although something is missing', () => {
    expect(problems(inStatement(`status: fully-compliant\n${report}`))).toMatchInlineSnapshot(`
      content/legal/barrierefreiheit.md:4 status (error fullyCompliantWithGaps)
        Gefunden: die Aussage „vollständig vereinbar“ und einen Inhalt, der nicht barrierefrei ist
        Erwartet: eine Aussage, die zu den Lücken (gaps) passt
        Zu tun: Schreiben Sie „status: partially-compliant“, oder löschen Sie die Lücken, die behoben sind.
    `);
    expect(rules(inStatement(`status: fully-compliant\n${exempt}\n${report}`))).toEqual([]);
  });

  it('that does not say what is missing', () => {
    expect(problems(inStatement('gaps: []'))).toMatchInlineSnapshot(`
      content/legal/barrierefreiheit.md:5 gaps (error gapsMissing)
        Gefunden: eine Website, die nicht ganz barrierefrei ist, und keinen Inhalt, an dem das liegt
        Erwartet: unter „gaps“ jeden solchen Inhalt mit Grund und Ausweg
        Zu tun: Ergänzen Sie „gaps“, je Inhalt mit part, kind (non-compliance, disproportionate-burden oder out-of-scope) und reason.
    `);
    expect(rules(inStatement(`status: not-compliant\n${exempt}`))).toEqual(['gapsMissing']);
    expect(rules(inStatement('status: not-compliant'))).toEqual([]);
  });

  it('that does not yet say how far the site has come is told at once what it will have to list', () => {
    const unsaid = inStatement('status:\ngaps: []');
    expect(problems(unsaid).filter(({ rule }) => rule === 'gapsToCome')).toMatchInlineSnapshot(`
      content/legal/barrierefreiheit.md:4 status (warning gapsToCome)
        Gefunden: eine Erklärung, in der noch kein „status“ steht und keine Lücke (gaps)
        Erwartet: unter „gaps“ jeden Inhalt, der nicht barrierefrei ist, sobald „status“ partially-compliant oder not-compliant ist
        Zu tun: Ergänzen Sie „gaps“ zusammen mit „status“, je Inhalt mit part, kind (non-compliance, disproportionate-burden oder out-of-scope) und reason; nur mit „status: fully-compliant“ kommt die Erklärung ohne aus.
    `);
    expect(rules(inStatement('status:'))).not.toContain('gapsToCome');
  });

  it('that was assessed by others without their name', () => {
    expect(problems(inStatement('assessment: {method: third-party, on: 2025-08-01}'))).toMatchInlineSnapshot(`
      content/legal/barrierefreiheit.md:9 assessment.assessor (error assessorMissing)
        Gefunden: eine Prüfung durch Dritte, ohne zu sagen, durch wen
        Erwartet: „assessor“ mit dem Namen der Prüfstelle
        Zu tun: Ergänzen Sie „assessor“, oder schreiben Sie „method: self-assessment“, wenn Sie selbst geprüft haben.
    `);
    expect(rules(inStatement(byOthers))).toEqual([]);
  });

  it('of a Land whose law is not known, until it is given', () => {
    expect(problems(inStatement('state: Bayern'))).toMatchInlineSnapshot(`
      content/legal/barrierefreiheit.md:1 law (error stateFactMissing)
        Gefunden: keine Angabe „Gesetz zur Barrierefreiheit“, und für Bayern ist sie in der Kurrende nicht hinterlegt
        Erwartet: diese Angabe; sie richtet sich nach dem Recht des Landes
        Zu tun: Sehen Sie im Landesrecht nach und ergänzen Sie „law“.
      content/legal/barrierefreiheit.md:1 conciliationBody (error stateFactMissing)
        Gefunden: keine Angabe „Schlichtungsstelle“, und für Bayern ist sie in der Kurrende nicht hinterlegt
        Erwartet: diese Angabe; sie richtet sich nach dem Recht des Landes
        Zu tun: Sehen Sie im Landesrecht nach und ergänzen Sie „conciliationBody“ und darunter, eingerückt, name und website, auf Wunsch auch procedure.
    `);
    const law = 'law: Art. 14 des Muster-Gesetzes';
    const body = 'conciliationBody: {name: Schlichtungsstelle Muster, website: https://schlichtung.example}';
    expect(rules(inStatement(`state: Bayern\n${law}\n${body}`))).toEqual([]);
  });

  it('that was reviewed before it was made', () => {
    expect(problems(inStatement('reviewedOn: 2025-07-31'))).toMatchInlineSnapshot(`
      content/legal/barrierefreiheit.md:11 reviewedOn (error reviewedEarly)
        Gefunden: eine Überprüfung am 2025-07-31, bevor die Erklärung am 2025-08-01 erstellt wurde
        Erwartet: einen Tag am Tag der Erstellung oder danach
        Zu tun: Korrigieren Sie „reviewedOn“ oder „createdOn“.
    `);
    expect(rules(inStatement('createdOn: 2025-07-31'))).toEqual([]);
  });

  it('is to be reviewed after 335 days, which stops no build', () => {
    expect(problems({}, { today: '2026-07-02' })).toMatchInlineSnapshot(`
      content/legal/barrierefreiheit.md:11 reviewedOn (warning reviewDue)
        Gefunden: eine Erklärung zur Barrierefreiheit, die zuletzt am 2025-08-01 überprüft wurde, vor 335 Tagen
        Erwartet: eine Überprüfung in jedem Jahr und nach jeder größeren Änderung
        Zu tun: Prüfen Sie die Website, bringen Sie die Angaben auf den Stand und setzen Sie „reviewedOn“ neu.
    `);
    expect(rules({}, { today: '2026-07-01' })).toEqual([]);
    expect(rules(inStatement('reviewedOn: 2026-06-30'), { today: '2026-07-02' })).toEqual([]);
  });

  it('that was reviewed on a day to come', () => {
    expect(problems(inStatement('reviewedOn: 2025-09-02'))).toMatchInlineSnapshot(`
      content/legal/barrierefreiheit.md:11 reviewedOn (warning reviewAhead)
        Gefunden: eine Überprüfung am 2025-09-02, der noch kommt
        Erwartet: den Tag, an dem die Erklärung zuletzt überprüft worden ist
        Zu tun: Korrigieren Sie „reviewedOn“.
    `);
    expect(rules(inStatement('reviewedOn: 2025-09-01'))).toEqual([]);
  });

  it('says wrong values where they stand, together with what it lacks', () => {
    const wrong = replaced(statement, 'kind: non-compliance', 'kind: noncompliance');
    expect(problems(wrong)).toMatchObject([{ rule: 'notAllowed', field: 'gaps[1].kind', line: 7 }]);
    expect(problems(replaced(statement, 'createdOn: 2025-08-01', 'createdOn: 1.8.2025'))).toMatchObject([
      { rule: 'germanDate', field: 'createdOn' },
    ]);
    expect(rules(replaced(statement, 'state: Niedersachsen', 'state: NI'))).toEqual(['notAllowed']);
    for (const field of ['state', 'status', 'gaps', 'assessment', 'createdOn', 'reviewedOn', 'feedback', 'scope']) {
      for (const value of ['', '7', '[null]', '{}', 'text']) {
        expect([field, value, rules(inStatement(`${field}: ${value}`)).length > 0]).toEqual([field, value, true]);
      }
    }
  });
});

describe('a data protection notice', () => {
  it('of a public body, without the act of a Land that is not known', () => {
    expect(problems(inNotice('state: Bayern'))).toMatchInlineSnapshot(`
      content/legal/datenschutz.md:1 supervisoryAuthority (error stateFactMissing)
        Gefunden: keine Angabe „Aufsichtsbehörde für den Datenschutz“, und für Bayern ist sie in der Kurrende nicht hinterlegt
        Erwartet: diese Angabe; sie richtet sich nach dem Recht des Landes
        Zu tun: Sehen Sie im Landesrecht nach und ergänzen Sie „supervisoryAuthority“ und darunter, eingerückt, name und website.
      content/legal/datenschutz.md:3 publicTaskAct (error publicTaskActMissing)
        Gefunden: keine Vorschrift, auf die sich die Verarbeitung von Daten in Bayern bei der Rechtsform „Zweckverband“ stützt
        Erwartet: „publicTaskAct“ mit der Vorschrift im Datenschutzgesetz des Landes (zu Art. 6 Abs. 1 Buchst. e DSGVO)
        Zu tun: Fragen Sie Ihre Datenschutzbeauftragte oder Ihren Datenschutzbeauftragten und ergänzen Sie „publicTaskAct“.
    `);
    const authority = 'supervisoryAuthority: {name: Aufsicht Muster, website: https://aufsicht.example}';
    const inBavaria = `state: Bayern\n${authority}`;
    expect(rules(inNotice(inBavaria))).toEqual(['publicTaskActMissing']);
    expect(rules(inNotice(`${inBavaria}\npublicTaskAct: Art. 4 des Muster-Gesetzes`))).toEqual([]);
    expect(rules(inNotice(`${inBavaria}\nlegalBasis: Art. 6 Abs. 1 Buchst. c DSGVO`))).toEqual([]);
  });

  it('of a company, which needs no act', () => {
    const company = inSite(`publishers:
  - name: Muster GmbH
    legalForm: gmbh
    address: {street: Musterstraße 1, postalCode: "12345", city: Musterstadt}
    email: post@blatt.example
    phone: 030 23125 100
    representatives: [{name: Max Mustermann, function: Geschäftsführer}]
    register: {kind: HRB, court: Amtsgericht Musterstadt, number: "1"}
    vatId: none
    supervisoryBoardChair: Erika Mustermann
    dataProtectionOfficer: none`);
    const authority = 'supervisoryAuthority: {name: Aufsicht Muster, website: https://aufsicht.example}';
    expect(rules({ ...company, ...inNotice(`state: Bayern\n${authority}`) })).toEqual([]);
  });

  it('says what the server writes down, in words that are known', () => {
    expect(rules(inNotice('serverLog: {fields: [time, ip-adress], retentionDays: 7}'))).toEqual(['notAllowed']);
    expect(rules(inNotice('serverLog: {fields: [time, ip-address], retentionDays: 0}'))).toEqual(['wrongType']);
    expect(rules(inNotice('serverLog: {fields: [time, ip-address], retentionDays: 7}'))).toEqual([]);
    expect(rules(replaced(privacy, 'serverLog: none\n', ''))).toEqual(['fieldMissing']);
  });

  it('says both ways where one word will do in the place of several fields', () => {
    expect(problems(replaced(privacy, 'serverLog: none\nhosting: own\n', ''))).toMatchInlineSnapshot(`
      content/legal/datenschutz.md:1 serverLog (error fieldMissing)
        Gefunden: kein Feld „serverLog“
        Erwartet: entweder none oder mehrere Felder, eingerückt unter dem Namen: fields und retentionDays
        Zu tun: Schreiben Sie „serverLog: none“, oder „serverLog:“ und darunter, eingerückt, fields und retentionDays.
      content/legal/datenschutz.md:1 hosting (error fieldMissing)
        Gefunden: kein Feld „hosting“
        Erwartet: entweder own oder mehrere Felder, eingerückt unter dem Namen: name und city, auf Wunsch auch outsideEu
        Zu tun: Schreiben Sie „hosting: own“, oder „hosting:“ und darunter, eingerückt, name und city, auf Wunsch auch outsideEu.
    `);
    expect(problems(inNotice('hosting: selbst\nsubscription: {dispatch: Muster GmbH}'))).toMatchInlineSnapshot(`
      content/legal/datenschutz.md:5 hosting (error wrongType)
        Gefunden: den Wert „selbst“
        Erwartet: entweder own oder mehrere Felder, eingerückt unter dem Namen: name und city, auf Wunsch auch outsideEu
        Zu tun: Schreiben Sie „hosting: own“.
      content/legal/datenschutz.md:6 subscription.dispatch (error wrongType)
        Gefunden: den Wert „Muster GmbH“
        Erwartet: entweder own oder mehrere Felder, eingerückt unter dem Namen: name und city, auf Wunsch auch outsideEu
        Zu tun: Schreiben Sie den Wert in dieser Form.
    `);
  });
});

describe('a page in Leichte Sprache', () => {
  const page = (text: string) => ({ [easyLanguage]: `---\ntitle: Leicht\nupdatedOn: 2025-08-01\n---\n\n${text}` });

  it('has a line for each sentence', () => {
    expect(problems(page('Das ist das Rathaus. Es hat neue Fenster.\n'))).toMatchInlineSnapshot(`
      content/legal/leichte-sprache.md:6 (warning severalSentences)
        Gefunden: mehrere Sätze in einer Zeile: „Das ist das Rathaus. Es hat neue Fenster.“
        Erwartet: in Leichter Sprache je Satz eine eigene Zeile
        Zu tun: Beginnen Sie nach jedem Satz eine neue Zeile.
    `);
    expect(rules(page('Das ist das Rathaus.\nEs hat neue Fenster.\n'))).toEqual([]);
    expect(rules(page('Das Haus ist vom 3. Mai.\nEs hat z. B. Fenster.\n'))).toEqual([]);
  });

  it('may be there or not, and can be linked to when it is', () => {
    const link = inText('Auch [in Leichter Sprache](/leichte-sprache/).\n');
    expect(library().legal.leichteSprache).toBeUndefined();
    expect(rules(link)).toEqual(['linkNotFound']);
    expect(rules({ ...link, ...page('Guten Tag.\n') })).toEqual([]);
    expect(library(page('Guten Tag.\n')).legal.leichteSprache?.title).toBe('Leicht');
  });
});
