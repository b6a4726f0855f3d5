import { describe, expect, it } from 'vitest';
import { imprintFields, legalForms, type Requirement, requirementOf } from '../../src/model/legal-form.ts';
import { publisherSchema } from '../../src/model/publisher.ts';
import type { LegalForm } from '../../src/words/terms.ts';

const fieldsThatAre = (form: LegalForm, requirement: Requirement) =>
  imprintFields.filter((field) => requirementOf(form, field) === requirement);

const publicBody = {
  required: ['legalFormText', 'phone', 'dataProtectionOfficer'],
  answer: ['register', 'vatId'],
  unusual: ['licensingAuthority', 'supervisoryBoardChair', 'auditAssociation'],
};
const company = {
  required: ['phone', 'register'],
  answer: ['vatId', 'dataProtectionOfficer'],
  unusual: ['auditAssociation'],
};

const table: Record<LegalForm, Partial<Record<Requirement, string[]>>> = {
  zweckverband: publicBody,
  kommune: { ...publicBody, answer: ['vatId'], optional: ['register'] },
  aoer: publicBody,
  koer: publicBody,
  'stiftung-oer': publicBody,
  gmbh: { ...company, advised: ['supervisoryBoardChair'] },
  ggmbh: { ...company, advised: ['supervisoryBoardChair'] },
  ag: { ...company, advised: ['supervisoryBoardChair'] },
  eg: { ...company, unusual: [], advised: ['supervisoryBoardChair', 'auditAssociation'] },
  ev: { ...company, advised: [] },
};

const values: Record<string, unknown> = {
  legalFormText: 'Muster',
  phone: '030 23125 100',
  register: { kind: 'HRB', court: 'Amtsgericht Musterstadt', number: '1' },
  vatId: 'DE123456789',
  dataProtectionOfficer: { email: 'datenschutz@blatt.example' },
};

describe.each(legalForms)('a publisher of the legal form %s', (form) => {
  const base = {
    name: 'Muster',
    legalForm: form,
    address: { street: 'Musterstraße 1', postalCode: '12345', city: 'Musterstadt' },
    email: 'post@blatt.example',
    representatives: [{ name: 'Max Mustermann', function: 'Leitung' }],
  };
  const { required = [], answer = [] } = table[form];
  const needed = [...required, ...answer];
  const complete = { ...base, ...Object.fromEntries(needed.map((field) => [field, values[field]])) };
  const wrongFields = (publisher: object) =>
    publisherSchema.safeParse(publisher).error?.issues.map(({ path }) => path.join('.')) ?? [];

  it('is asked for what the law asks', () => {
    for (const [requirement, fields] of Object.entries(table[form])) {
      expect(fieldsThatAre(form, requirement as Requirement)).toEqual(fields);
    }
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
