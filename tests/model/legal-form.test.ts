import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { imprintFields, isPublicBody, legalForms, requirementOf } from '../../src/model/legal-form.ts';
import { publisherSchema } from '../../src/model/publisher.ts';
import {
  fieldsOf,
  isPublic,
  lawFields,
  lawfulRequirement,
  sampleEntry,
  legalForms as tableForms,
} from './law-table.ts';

it('the product knows the legal forms and fields of the law table, and no others', () => {
  expect(legalForms.toSorted()).toEqual(tableForms.toSorted());
  expect(imprintFields.toSorted()).toEqual(lawFields.toSorted());
});

describe.each(tableForms)('a publisher of the legal form %s', (form) => {
  const base = {
    name: 'Muster',
    legalForm: form,
    address: { street: 'Musterstraße 1', postalCode: '12345', city: 'Musterstadt' },
    email: 'post@blatt.example',
    representatives: [{ name: 'Max Mustermann', function: 'Leitung' }],
  };
  const [required, answer] = [fieldsOf(form, 'required'), fieldsOf(form, 'answer')];
  const needed = [...required, ...answer];
  const complete = Object.assign(base, ...needed.map((field) => parse(sampleEntry(form, field)))) as object;
  const wrongFields = (publisher: object) =>
    publisherSchema.safeParse(publisher).error?.issues.map(({ path }) => path.join('.')) ?? [];

  it('is asked for what the law asks, and is a public body where the law says so', () => {
    const asked = imprintFields.map((field) => [field, requirementOf(form, field)]);
    expect(asked).toEqual(imprintFields.map((field) => [field, lawfulRequirement(form, field)]));
    expect(isPublicBody(form)).toBe(isPublic(form));
  });

  it('is accepted with these fields and refused without any of them', () => {
    expect(wrongFields(complete)).toEqual([]);
    for (const field of needed) expect(wrongFields({ ...complete, [field]: undefined })).toEqual([field]);
  });

  it('may say "none" only where the law leaves it open', () => {
    for (const field of answer) expect(wrongFields({ ...complete, [field]: 'none' })).toEqual([]);
    for (const field of required.filter((name) => name === 'register' || name === 'dataProtectionOfficer')) {
      expect(wrongFields({ ...complete, [field]: 'none' })).toEqual([field]);
    }
  });
});
