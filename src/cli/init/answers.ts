import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { federalStates } from '../../model/federal-state.ts';
import { email, line, phone } from '../../model/field.ts';
import { type ImprintField, legalForms, requirementOf } from '../../model/legal-form.ts';
import { addressSchema, publisherSchema, responsibleSchema } from '../../model/publisher.ts';
import { siteSchema } from '../../model/site.ts';
import { nearest } from '../../text/nearest.ts';
import { formsInWords, initNo, initNone, initOwn, initQuestions, initWords, initYes } from '../../words/init.ts';
import { type LegalForm, legalFormWords } from '../../words/terms.ts';

/** A question of `init`; its name is that of the option as well. */
export type AnswerName = keyof typeof initQuestions;

/** What was typed, by question; each text is an answer. */
export type AnswerTexts = Partial<Record<AnswerName, string>>;

export const answerNames = Object.keys(initQuestions) as AnswerName[];

const text = z.string().trim();
const choice = (values: readonly string[], words: Readonly<Record<string, readonly string[]>> = {}) =>
  text.transform(
    (given) => values.find((value) => [value, ...(words[value] ?? [])].some((word) => isSame(given, word))) ?? given,
  );
const isSame = (a: string, b: string) => a.localeCompare(b, 'de', { sensitivity: 'base' }) === 0;
const { shape } = publisherSchema;

/** Street alone, by the rule of the whole address. */
const street = text.refine(
  (given) => addressSchema.safeParse({ street: given, postalCode: '00000', city: '-' }).success,
);

/** `Erika Mustermann, Geschäftsführerin`. */
const representative = text
  .transform((given) => {
    const [, name, role] = /^([^,]+),\s*(.+)$/.exec(given) ?? [];
    return { name, function: role };
  })
  .pipe(shape.representatives.element);

/** `HRB 4711, Amtsgericht Musterstadt`. */
const register = text
  .transform((given) => {
    if (initNone.test(given)) return 'none';
    const [, kind, number, court] = /^(\p{L}+)\s+([^,]+),\s*(.+)$/u.exec(given) ?? [];
    return { kind: ['HRA', 'HRB', 'GnR', 'VR', 'PR'].find((known) => isSame(known, kind ?? '')), number, court };
  })
  .pipe(shape.register.unwrap());

const orNone = (given: string) => (initNone.test(given) ? 'none' : given);

/** `Rechenzentrum Muster, Musterstadt`, or the house's own. */
const hosting = text.transform((given, context) => {
  if (initOwn.test(given)) return 'own' as const;
  const [, name, city] = /^(.+),\s*([^,]+)$/.exec(given) ?? [];
  if (name && city) return { name, city };
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

const yesOrNo = text.transform((given, context) => {
  if (initYes.test(given) || initNo.test(given)) return initYes.test(given);
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

/** What an answer must be, and what becomes of it; the fields themselves are the model's. */
const schemas = {
  title: line,
  house: line,
  form: choice(legalForms, formsInWords).pipe(z.enum(legalForms)),
  state: choice(federalStates).pipe(z.enum(federalStates)),
  street,
  'postal-code': text.pipe(addressSchema.shape.postalCode),
  city: line,
  email: text.pipe(email),
  phone: text.pipe(phone),
  url: text.pipe(siteSchema.shape.publicUrl),
  representative,
  responsible: text.pipe(responsibleSchema.shape.name),
  register,
  vat: text.transform(orNone).pipe(shape.vatId.unwrap()),
  supervision: line,
  chair: text.transform(orNone).pipe(line),
  audit: line,
  'data-protection': text.transform(orNone).pipe(z.union([z.literal('none'), email])),
  editors: text.pipe(email),
  hosting,
  colour: text.pipe(z.string().regex(/^#[0-9a-f]{6}$/i)),
  logo: line,
  abo: yesOrNo,
} satisfies Record<AnswerName, z.ZodType>;

type Schemas = typeof schemas;

/** All that a publication can't begin without. */
const needed = [
  'title',
  'house',
  'form',
  'state',
  'street',
  'postal-code',
  'city',
  'email',
  'phone',
  'url',
  'representative',
  'responsible',
] as const satisfies readonly AnswerName[];
type Needed = (typeof needed)[number];

/** What is known of a house; whatever isn't needed may be unknown. */
export type Answers = { [Name in Needed]: z.output<Schemas[Name]> } & {
  [Name in Exclude<AnswerName, Needed>]?: z.output<Schemas[Name]>;
};

/** Whether a text is an answer; a logo must be there, relative to `root`. */
export function isAnswer(name: AnswerName, text: string, root: string): boolean {
  if (name === 'logo' && !statSync(resolve(root, text), { throwIfNoEntry: false })?.isFile()) return false;
  return schemas[name].safeParse(text).success;
}

/** What all answers together say; each has been found to be one. */
export function answersOf(texts: AnswerTexts): Answers {
  const known = Object.entries(texts).map(([name, text]) => [name, schemas[name as AnswerName].parse(text)]);
  return Object.fromEntries(known) as Answers;
}

/** What an answer has to be, and which one may be meant. */
export function ofForm(name: AnswerName, text: string): string {
  if (name === 'logo') return initWords.noSuchFile;
  const choices = name === 'form' ? legalForms : name === 'state' ? federalStates : [];
  if (choices.length === 0) return initQuestions[name].form;
  return initWords.oneOf(name === 'form' ? legalForms.map(inWords) : choices, nearest(text, choices));
}

const inWords = (form: LegalForm) => `${form} (${legalFormWords[form]})`;

/** Whether nothing goes without it. */
export function isNeeded(name: AnswerName): boolean {
  return (needed as readonly AnswerName[]).includes(name);
}

/** The questions that go by the legal form, by the field of the imprint that they fill. */
const byForm: Partial<Record<AnswerName, ImprintField>> = {
  register: 'register',
  vat: 'vatId',
  supervision: 'legalSupervision',
  chair: 'supervisoryBoardChair',
  audit: 'auditAssociation',
  'data-protection': 'dataProtectionOfficer',
};

/** Whether a house of this form, as it is typed, is asked. */
export function concerns(name: AnswerName, typedForm: string | undefined): boolean {
  const field = byForm[name];
  const form = schemas.form.safeParse(typedForm).data;
  return !field || !form || ['required', 'answer', 'advised'].includes(requirementOf(form, field));
}

/** The names of those that are missing. */
export function missingAnswers(given: AnswerTexts): AnswerName[] {
  return needed.filter((name) => given[name] === undefined);
}
