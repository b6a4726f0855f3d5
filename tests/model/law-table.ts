/**
 * What the law asks of an imprint and of a data protection notice, by legal form: a table made from the acts, not from
 * the product. Tests take what they expect from here and from nowhere else.
 *
 * M: must be given. C: must be given if it exists, so that it is answered. R: customary. –: belongs to another form.
 * Where an act leaves more open than a letter can say, `possible` stands with the reason.
 */
import type { ImprintField, Requirement } from '../../src/model/legal-form.ts';
import type { LegalForm } from '../../src/words/terms.ts';

type Letter = 'M' | 'C' | 'R' | '–' | 'possible';

const requirements: Record<Letter, Requirement> = {
  M: 'required',
  C: 'answer',
  R: 'advised',
  '–': 'unusual',
  possible: 'optional',
};

const forms = {
  // Bodies of public law act by Art. 6 (1) (e) and (3) GDPR with the act of their Land, such as § 3 NDSG.
  zweckverband: { law: 'public', name: 'Zweckverband', register: 'HRA' },
  kommune: { law: 'public', name: 'Gebietskörperschaft', register: 'HRA' },
  aoer: { law: 'public', name: 'Anstalt des öffentlichen Rechts', register: 'HRA' },
  koer: { law: 'public', name: 'Körperschaft des öffentlichen Rechts', register: 'HRA' },
  'stiftung-oer': { law: 'public', name: 'Stiftung des öffentlichen Rechts', register: 'HRA' },
  /** § 13 (1) GmbHG. */
  gmbh: { law: 'private', name: 'Gesellschaft mit beschränkter Haftung', register: 'HRB' },
  /** § 4 sentence 2 GmbHG. */
  ggmbh: { law: 'private', name: 'gemeinnützige Gesellschaft mit beschränkter Haftung', register: 'HRB' },
  /** § 1 AktG. */
  ag: { law: 'private', name: 'Aktiengesellschaft', register: 'HRB' },
  /** § 17 GenG. */
  eg: { law: 'private', name: 'eingetragene Genossenschaft', register: 'GnR' },
  /** § 21 BGB. */
  ev: { law: 'private', name: 'eingetragener Verein', register: 'VR' },
} as const satisfies Record<LegalForm, { law: 'public' | 'private'; name: string; register: string }>;

export const legalForms = Object.keys(forms) as LegalForm[];

const publicForms = (letter: Letter) => ({
  zweckverband: letter,
  kommune: letter,
  aoer: letter,
  koer: letter,
  'stiftung-oer': letter,
});
const companies = (letter: Letter) => ({ gmbh: letter, ggmbh: letter, ag: letter, eg: letter, ev: letter });

const table: Record<ImprintField, Record<LegalForm, Letter>> = {
  // § 5 (1) no. 1 DDG. A company's name ends with its form: § 4 GmbHG, § 4 AktG, § 3 GenG, § 65 BGB.
  legalFormText: { ...publicForms('M'), ...companies('possible') },
  // § 5 (1) no. 2 DDG: a second way beside e-mail, CJEU C-298/07; § 2 (1) no. 2 DL-InfoV.
  phone: { ...publicForms('M'), ...companies('M') },
  // § 5 (1) no. 4 DDG; §§ 10 GmbHG, 39 AktG, 10 GenG, 55 BGB. A municipality has none, its enterprise may (§ 33 HGB).
  register: { ...publicForms('C'), kommune: 'possible', ...companies('M') },
  // § 5 (1) no. 6 DDG: § 27a UStG, § 139c AO.
  vatId: { ...publicForms('C'), ...companies('C') },
  // Demanded by no act; who it is, say others, such as § 20 (2) NKomZG. Companies have none.
  legalSupervision: { ...publicForms('R'), ...companies('–') },
  // § 5 (1) no. 3 DDG: of activities that need a licence, which the business of an IT provider doesn't.
  licensingAuthority: { ...publicForms('–'), ...companies('possible') },
  // § 35a GmbHG, § 80 AktG, § 25a GenG ask for it on letters.
  supervisoryBoardChair: { ...publicForms('–'), ...companies('R'), ev: '–' },
  // § 54 GenG: membership.
  auditAssociation: { ...publicForms('–'), ...companies('–'), eg: 'R' },
  // Art. 37 (1) (a) and (7) GDPR; companies from 20 persons on, § 38 BDSG.
  dataProtectionOfficer: { ...publicForms('M'), ...companies('C') },
};

/** In the order of the imprint. */
export const lawFields = Object.keys(table) as ImprintField[];

/** How strictly the law asks a form for a field. */
export function lawfulRequirement(form: LegalForm, field: ImprintField): Requirement {
  return requirements[table[field][form]];
}

/** The fields that are asked of a form in one of these ways. */
export function fieldsOf(form: LegalForm, ...asked: Requirement[]): ImprintField[] {
  return lawFields.filter((field) => asked.includes(lawfulRequirement(form, field)));
}

/** Whether it is a public body, which may not rely on legitimate interests (Art. 6 (1) subparagraph 2 GDPR). */
export function isPublic(form: LegalForm): boolean {
  return forms[form].law === 'public';
}

/** The register that the form stands in, in small letters. */
export function registerOf(form: LegalForm) {
  return forms[form].register.toLowerCase() as Lowercase<(typeof forms)[LegalForm]['register']>;
}

/** What the form is called in words. */
export function nameOf(form: LegalForm): string {
  return forms[form].name;
}

/** An entry that a form may write into `site.md`, as one line of YAML. */
export function sampleEntry(form: LegalForm, field: ImprintField): string {
  const { register } = forms[form];
  return `${field}: ${
    {
      legalFormText: 'Mit Worten',
      phone: '030 23125 100',
      register: `{kind: ${register}, court: Amtsgericht Musterstadt, number: "17"}`,
      vatId: 'DE123456789',
      legalSupervision: '{name: Kommunalaufsicht}',
      licensingAuthority: '{name: Gewerbeaufsicht}',
      supervisoryBoardChair: 'Erika Mustermann',
      auditAssociation: '{name: Prüfverband Nord}',
      dataProtectionOfficer: '{email: datenschutz@blatt.example}',
    }[field]
  }`;
}
