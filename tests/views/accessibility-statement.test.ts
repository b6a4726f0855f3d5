import { describe, expect, it } from 'vitest';
import { accessibilityData, accessibilityStatement } from '../../src/views/legal/accessibility-statement.ts';
import { inSite, inStatement, library } from '../reader/sample-content.ts';
import { readable, section, titles } from './legal-text.ts';

const page = (fields = '', text?: string) => accessibilityStatement(library(inStatement(fields, text)));

describe('the accessibility statement', () => {
  it('has the parts that the model of the Union asks for, in its order', () => {
    const { opening, sections } = page();
    expect(readable(opening)).toEqual([
      'Wir (Herausgeber: Zweckverband Muster) wollen die Angebote, für die diese Erklärung gilt, allen zugänglich machen.',
      'Grundlage: §§ 9 bis 9e des Niedersächsischen Behindertengleichstellungsgesetzes (NBGG).',
    ]);
    expect(titles(sections)).toEqual([
      'Wofür diese Erklärung gilt',
      'Wie barrierefrei die Angebote sind',
      'Was nicht barrierefrei ist',
      'Wie diese Erklärung entstanden ist',
      'Barrieren melden',
      'Wenn wir uns nicht einigen',
      'Weitere Hinweise',
    ]);
  });

  it('says the status that the record has and no better one', () => {
    const status = (fields: string) => section(page(fields).sections, 'Wie barrierefrei die Angebote sind')[1];
    expect(status('status: partially-compliant')).toMatch(/teilweise vereinbar/);
    expect(status('status: not-compliant')).toMatch(/nicht vereinbar/);
    const report = 'assessment: {method: self-assessment, on: 2025-08-01, report: https://blatt.example/bericht.pdf}';
    expect(status(`status: fully-compliant\ngaps: []\n${report}`)).toMatch(/vollständig vereinbar/);
  });

  it('groups what is missing, each with its reason and a way round', () => {
    const gaps = `gaps:
  - part: Der Lageplan
    kind: non-compliance
    reason: Er ist ein Bild ohne Worte.
    alternative: Rufen Sie uns an.
    plannedFor: 2026-03-31
  - {part: Alte Bände, kind: out-of-scope, reason: Sie erschienen vor 2018.}`;
    expect(section(page(gaps).sections, 'Was nicht barrierefrei ist')).toEqual([
      '# Mit der Norm nicht vereinbar',
      'Der Lageplan: Grund: Er ist ein Bild ohne Worte. | Stattdessen: Rufen Sie uns an. | Behoben werden soll das bis zum 31. März 2026.',
      'Auf eine unverhältnismäßige Belastung berufen wir uns nicht.',
      '# Vom Gesetz ausgenommen (§ 9 Abs. 2 NBGG)',
      'Alte Bände: Grund: Sie erschienen vor 2018.',
    ]);
  });

  it('says how it was made, by whom, and when it was looked at last', () => {
    const made = (fields: string) => section(page(fields).sections, 'Wie diese Erklärung entstanden ist');
    expect(made('reviewedOn: 2025-08-20')).toEqual([
      'Erstellt am: 1. August 2025',
      'Geprüft: in einer Selbstbewertung am 1. August 2025',
      'Zuletzt überprüft am: 20. August 2025',
    ]);
    const byOthers =
      'assessment: {method: third-party, on: 2025-07-30, assessor: Prüfstelle Muster, report: https://www.pruefstelle.example/7}';
    expect(made(byOthers)).toEqual([
      'Erstellt am: 1. August 2025',
      'Geprüft: durch eine Prüfstelle am 30. Juli 2025',
      'Prüfstelle: Prüfstelle Muster',
      'Prüfbericht: pruefstelle.example <https://www.pruefstelle.example/7>',
      'Zuletzt überprüft am: 1. August 2025',
    ]);
  });

  it('leads to the editors and to the conciliation body (§ 9b (2) NBGG)', () => {
    const { sections } = page();
    expect(section(sections, 'Barrieren melden').slice(1)).toEqual([
      'Zuständig: Redaktion Blatt',
      'E-Mail: redaktion@blatt.example <mailto:redaktion@blatt.example?subject=Barriere%20melden>',
    ]);
    expect(section(sections, 'Wenn wir uns nicht einigen').slice(2)).toEqual([
      'Schlichtungsstelle: Schlichtungsstelle nach § 9d NBGG bei der oder dem Niedersächsischen Landesbeauftragten für Menschen mit Behinderungen',
      expect.stringMatching(/^Ablauf des Verfahrens: behindertenbeauftragter-niedersachsen\.de <https:/),
    ]);
  });

  it('of another Land says what its content says', () => {
    const bavaria = `state: Bayern
law: Art. 14 des Muster-Gesetzes
conciliationBody: {name: Schlichtungsstelle Muster, website: https://schlichtung.example}`;
    const { opening, sections } = page(bavaria);
    expect(readable(opening)[1]).toBe('Grundlage: Art. 14 des Muster-Gesetzes.');
    expect(section(sections, 'Wenn wir uns nicht einigen').slice(1)).toEqual([
      'Schlichtungsstelle: Schlichtungsstelle Muster',
      'Ablauf des Verfahrens: schlichtung.example <https://schlichtung.example>',
    ]);
    expect(JSON.stringify(sections)).not.toMatch(/NBGG|Niedersachsen/);
  });

  it('adds remarks, or none', () => {
    expect(section(page('', 'Eine *Anmerkung*.\n').sections, 'Weitere Hinweise')).toEqual([
      '<p>Eine <em>Anmerkung</em>.</p>',
    ]);
    expect(titles(page('', '').sections)).not.toContain('Weitere Hinweise');
  });

  it('of an invented publisher says so', () => {
    const { opening } = accessibilityStatement(library(inSite('example: true')));
    expect(readable(opening)[0]).toMatch(/erfundenes Beispiel/);
    expect(readable(page().opening).join()).not.toMatch(/erfunden/);
  });
});

describe('the statement as data', () => {
  it('holds the same facts for programs', () => {
    expect(JSON.parse(JSON.stringify(accessibilityData(library(), 'https://blatt.example')))).toMatchObject({
      publishers: ['Zweckverband Muster'],
      url: 'https://blatt.example/barrierefreiheit/',
      standard: 'EN 301 549 V3.2.1',
      status: 'partially-compliant',
      gaps: [{ part: 'Der Lageplan', kind: 'non-compliance', reason: 'Er ist ein Bild ohne Worte.' }],
      assessment: { method: 'self-assessment', on: '2025-08-01' },
      reviewedOn: '2025-08-01',
      feedback: { email: 'redaktion@blatt.example' },
      law: expect.stringContaining('NBGG'),
      conciliationBody: { website: expect.stringMatching(/^https:/) },
    });
  });
});
