import { z } from 'zod';
import {
  addressHelp,
  authorityHelp,
  dataProtectionOfficerHelp,
  publisherHelp,
  registerHelp,
  representativeHelp,
  responsibleHelp,
} from '../words/fields/site.ts';
import {
  addressForm,
  authorityForm,
  dataProtectionOfficerForm,
  publisherForm,
  registerForm,
  representativeForm,
  responsibleForm,
} from '../words/forms/site.ts';
import { listed } from '../words/phrases.ts';
import { type Finding, finding } from '../words/problems.ts';
import type { LegalForm } from '../words/terms.ts';
import { described, email, evenIfIncomplete, fieldNames, isRecord, line, phone, refuse, webAddress } from './field.ts';
import { contradictingForm, type ImprintField, imprintFields, legalForms, requirementOf } from './legal-form.ts';
import type { FieldFinding } from './problem.ts';

/** An address for service: § 5 (1) no. 1 DDG takes no post office box. */
export const addressSchema = z
  .strictObject(
    described({ street: line, postalCode: z.string().regex(/^\d{5}$/), city: line }, addressHelp, addressForm),
  )
  .superRefine(({ street }, context) => {
    if (/postfach/i.test(street)) {
      refuse(context, finding('postBox', { text: street }), ['street']);
    }
  });

/** Who represents a legal person, § 5 (1) no. 1 DDG and § 18 (1) no. 2 MStV; the office's address unless given. */
const representativeSchema = z.strictObject(
  described(
    {
      name: line.regex(/\S\s+\S/),
      function: line,
      address: addressSchema.optional(),
    },
    representativeHelp,
    representativeForm,
  ),
);

/** A natural person who answers for the content, § 18 (2) MStV; `part` if several share it. */
export const responsibleSchema = z.strictObject(
  described(
    {
      name: line.regex(/\S\s+\S/),
      address: addressSchema,
      part: line.optional(),
    },
    responsibleHelp,
    responsibleForm,
  ),
);

const none = z.literal('none');

const authority = z.strictObject(
  described({ name: line, website: webAddress.optional() }, authorityHelp, authorityForm),
);

/** One publisher; the imprint is rendered from this record, never written as text. */
export const publisherSchema = z
  .strictObject(
    described(
      {
        name: line,
        legalForm: z.enum(legalForms),
        legalFormText: line.optional(),
        address: addressSchema,
        email,
        phone: phone.optional(),
        website: webAddress.optional(),
        representatives: z.array(representativeSchema).min(1),
        register: z
          .union([
            none,
            z.strictObject(
              described(
                { kind: z.enum(['HRA', 'HRB', 'GnR', 'VR', 'PR']), court: line, number: line },
                registerHelp,
                registerForm,
              ),
            ),
          ])
          .optional(),
        /** Or the economic identification number, § 139c AO; never the tax number. */
        vatId: z.union([none, z.string().regex(/^DE\d{9}(?:-\d{5})?$/)]).optional(),
        legalSupervision: authority.optional(),
        licensingAuthority: authority.optional(),
        supervisoryBoardChair: line.optional(),
        auditAssociation: authority.optional(),
        dataProtectionOfficer: z
          .union([
            none,
            z.strictObject(
              described(
                { name: line.optional(), email, phone: phone.optional() },
                dataProtectionOfficerHelp,
                dataProtectionOfficerForm,
              ),
            ),
          ])
          .optional(),
        /** Shown as "in Liquidation", § 5 (1) no. 7 DDG. */
        inLiquidation: z.boolean().default(false),
      },
      publisherHelp,
      publisherForm,
    ),
  )
  .superRefine((publisher, context) => {
    if (!legalForms.includes(publisher.legalForm)) return;
    for (const field of imprintFields) {
      const found = imprintFinding(publisher.legalForm, field, publisher[field]);
      if (found) refuse(context, found, [field]);
    }
    const { legalForm: form, legalFormText: text } = publisher;
    const other = typeof text === 'string' && contradictingForm(form, text);
    if (text && other) refuse(context, finding('legalFormContradicts', { text, form, other }), ['legalFormText']);
  }, evenIfIncomplete);

function imprintFinding(form: LegalForm, field: ImprintField, value: unknown): Finding | undefined {
  const requirement = requirementOf(form, field);
  const facts = { field, form, fields: fieldNames(publisherSchema.shape[field]) };
  if (requirement === 'required' && value === 'none') return finding('imprintNoneRefused', facts);
  if (requirement === 'required' && value === undefined) return finding('imprintFieldMissing', facts);
  return requirement === 'answer' && value === undefined ? finding('imprintAnswerMissing', facts) : undefined;
}

/** Warnings about the publishers in `site.md`, checked or not yet. */
export function adviseOnPublishers(data: Record<string, unknown>): FieldFinding[] {
  const publishers = Array.isArray(data.publishers) ? data.publishers : [];
  return publishers.flatMap((publisher, index) => {
    const form = legalForms.find((known) => isRecord(publisher) && publisher.legalForm === known);
    if (!form) return [];
    return imprintFields.flatMap((field): FieldFinding[] => {
      const requirement = requirementOf(form, field);
      const given = publisher[field] !== undefined;
      const about = { field, form };
      if (requirement === 'advised' && !given) {
        return [{ path: ['publishers', index, field], finding: finding('imprintFieldAdvised', about) }];
      }
      // Whoever says that there is none is right.
      if (requirement === 'unusual' && given && publisher[field] !== 'none') {
        return [{ path: ['publishers', index, field], finding: finding('imprintFieldUnusual', about) }];
      }
      return [];
    });
  });
}

/** Who publishes, as every text says it: `A und B`. */
export function publisherNames({ publishers }: { publishers: readonly { name: string }[] }): string {
  return listed(publishers.map(({ name }) => name));
}

/** Whose the product's drawings are: the first publisher's. */
export function drawingHolder({
  publishers,
  title,
}: {
  publishers: readonly { name: string }[];
  title: string;
}): string {
  return publishers[0]?.name ?? title;
}

export type Publisher = z.output<typeof publisherSchema>;
export type PostalAddress = z.output<typeof addressSchema>;
