import type { LegalForm } from '../words/terms.ts';

/**
 * What an imprint needs, by legal form: § 5 (1) DDG, § 18 (1) and (2) MStV and the acts named at each row.
 * `required`: an error without it. `answer`: required where it exists, so that it must be given or declared
 * absent with `none`. `advised`: a warning without it. `optional`: shown if given.
 * `unusual`: belongs to another legal form; given, it is a warning.
 */
export type Requirement = 'required' | 'answer' | 'advised' | 'optional' | 'unusual';

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

const publicBody = {
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
  ...publicBody,
  /** The firm's name carries the legal form. */
  legalFormText: 'optional',
  register: 'required',
  legalSupervision: 'unusual',
  licensingAuthority: 'optional',
  /** § 35a GmbHG, § 80 AktG ask for it on letters only. */
  supervisoryBoardChair: 'advised',
  /** Required from 20 persons on, § 38 BDSG. */
  dataProtectionOfficer: 'answer',
} as const satisfies Record<ImprintField, Requirement>;

/** Which law a legal form is of, and how strictly its imprint is asked for each field. */
interface LegalFormRules {
  /** A public body acts by public law; companies stay under private law, whoever owns them. */
  law: 'public' | 'private';
  /** How it is known in `legalFormText`; a public body may also be called by what it is of. */
  said: RegExp;
  asks: Record<ImprintField, Requirement>;
}

/** A form is added here and, with its word, in `words/terms.ts`; nothing else knows which there are. */
const rules: Record<LegalForm, LegalFormRules> = {
  zweckverband: { law: 'public', said: /verband|körperschaft/i, asks: publicBody },
  kommune: {
    law: 'public',
    said: /körperschaft|stadt|gemeinde|kreis|kommune|bezirk|markt|flecken|betrieb/i,
    asks: { ...publicBody, register: 'optional' },
  },
  aoer: { law: 'public', said: /anstalt|kommunalunternehmen/i, asks: publicBody },
  koer: { law: 'public', said: /körperschaft|verband|kammer/i, asks: publicBody },
  'stiftung-oer': { law: 'public', said: /stiftung/i, asks: publicBody },
  gmbh: { law: 'private', said: /gmbh|beschränkter haftung/i, asks: company },
  ggmbh: { law: 'private', said: /gmbh|beschränkter haftung/i, asks: company },
  ag: { law: 'private', said: /\bAG\b|[Aa]ktiengesellschaft/, asks: company },
  /** § 54 GenG: each cooperative belongs to an audit association. */
  eg: { law: 'private', said: /\beG\b|[Gg]enossenschaft/, asks: { ...company, auditAssociation: 'advised' } },
  ev: { law: 'private', said: /\be\. ?V\.|verein\b/i, asks: { ...company, supervisoryBoardChair: 'unusual' } },
};

export const legalForms = Object.keys(rules) as LegalForm[];

/** Whether it is a form of public law. */
export function isPublicBody(form: LegalForm): boolean {
  return rules[form].law === 'public';
}

/** How strictly `field` is asked of a publisher of this legal form. */
export function requirementOf(form: LegalForm, field: ImprintField): Requirement {
  return rules[form].asks[field];
}

/** The form that `text` names in words instead of `form`, as far as it is known. */
export function contradictingForm(form: LegalForm, text: string): LegalForm | undefined {
  return rules[form].said.test(text) ? undefined : legalForms.find((other) => rules[other].said.test(text));
}

export const imprintFields = Object.keys(publicBody) as ImprintField[];
