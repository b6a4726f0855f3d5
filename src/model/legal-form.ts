/**
 * What an imprint needs, by legal form: § 5 (1) DDG, § 18 (1) and (2) MStV and the acts named at each row.
 * `required`: an error without it. `answer`: required where it exists, so that it must be given or declared
 * absent with `none`. `advised`: a warning without it. `optional`: shown if given.
 * `unusual`: belongs to another legal form; given, it is a warning.
 */
export type Requirement = 'required' | 'answer' | 'advised' | 'optional' | 'unusual';

export const legalForms = [
  'zweckverband',
  'kommune',
  'aoer',
  'koer',
  'stiftung-oer',
  'gmbh',
  'ggmbh',
  'ag',
  'eg',
  'ev',
] as const;
export type LegalForm = (typeof legalForms)[number];

const publicForms: readonly LegalForm[] = ['zweckverband', 'kommune', 'aoer', 'koer', 'stiftung-oer'];

/** Whether it is a form of public law. Companies stay under private law, whoever owns them. */
export function isPublicBody(form: LegalForm): boolean {
  return publicForms.includes(form);
}

export type ImprintField =
  | 'legalFormText'
  | 'phone'
  | 'register'
  | 'vatId'
  | 'legalSupervision'
  | 'licensingAuthority'
  | 'supervisoryBoardChair'
  | 'auditAssociation'
  | 'dataProtectionOfficer';

const publicLaw = {
  /** § 5 (1) no. 1 DDG: the legal form in words. */
  legalFormText: 'required',
  /** § 5 (1) no. 2 DDG asks for a second fast way beside e-mail; the telephone is the safe one. */
  phone: 'required',
  /** § 5 (1) no. 4 DDG. */
  register: 'answer',
  /** § 5 (1) no. 6 DDG: § 27a UStG or § 139c AO. */
  vatId: 'answer',
  /** Customary for public bodies, demanded by nobody. */
  legalSupervision: 'advised',
  /** § 5 (1) no. 3 DDG: only where the activity needs a licence. */
  licensingAuthority: 'unusual',
  supervisoryBoardChair: 'unusual',
  auditAssociation: 'unusual',
  /** Art. 37 (1) (a) GDPR. */
  dataProtectionOfficer: 'required',
} as const satisfies Record<ImprintField, Requirement>;

const company = {
  ...publicLaw,
  /** The firm's name carries the legal form. */
  legalFormText: 'optional',
  register: 'required',
  legalSupervision: 'optional',
  licensingAuthority: 'optional',
  /** § 35a GmbHG, § 80 AktG ask for it on letters only. */
  supervisoryBoardChair: 'advised',
  /** Required from 20 persons on, § 38 BDSG. */
  dataProtectionOfficer: 'answer',
} as const satisfies Record<ImprintField, Requirement>;

const requirements: Record<LegalForm, Record<ImprintField, Requirement>> = {
  zweckverband: publicLaw,
  kommune: { ...publicLaw, register: 'optional' },
  aoer: publicLaw,
  koer: publicLaw,
  'stiftung-oer': publicLaw,
  gmbh: company,
  ggmbh: company,
  ag: company,
  /** § 54 GenG: each cooperative belongs to an audit association. */
  eg: { ...company, auditAssociation: 'advised' },
  ev: { ...company, supervisoryBoardChair: 'optional' },
};

/** How strictly `field` is asked of a publisher of this legal form. */
export function requirementOf(form: LegalForm, field: ImprintField): Requirement {
  return requirements[form][field];
}

export const imprintFields = Object.keys(publicLaw) as ImprintField[];
