/** The imprint as sections of labelled values, made from the publishers' records and from nothing else. */
import type { PostalAddress, Publisher } from '../../model/publisher.ts';
import type { SiteFrontMatter } from '../../model/site.ts';
import { imprintWords, registerWords } from '../../words/legal.ts';
import { legalFormWords } from '../../words/terms.ts';
import { telephoneFact } from '../parts/telephone.ts';

interface ImprintLine {
  text: string;
  href?: string;
}

export interface ImprintValue {
  lines: readonly ImprintLine[];
  /** Tells how to reach the publisher or the responsible person: HTML's `address`. */
  isContact?: boolean;
}

interface ImprintRow {
  label: string;
  values: readonly ImprintValue[];
}

export interface ImprintSection {
  title: string;
  rows: readonly ImprintRow[];
}

/**
 * All that § 5 (1) DDG and § 18 (1), (2) MStV ask for: each publisher, then who answers for the content, then the
 * editors. A row stands only where there is something to say: fields left out or answered with `none` give none.
 */
export function imprintSections({
  publishers,
  responsible,
  editors,
}: Pick<SiteFrontMatter, 'publishers' | 'responsible' | 'editors'>): ImprintSection[] {
  return [
    ...publishers.map((publisher) => ({
      title: publishers.length === 1 ? imprintWords.publisher : imprintWords.publisherNamed(publisher.name),
      rows: publisherRows(publisher),
    })),
    {
      title: imprintWords.responsible,
      rows: responsible.map(({ name, address, part }) => ({
        label: part === undefined ? imprintWords.nameAndAddress : imprintWords.answersFor(part),
        values: [{ lines: [{ text: name }, ...addressLines(address)], isContact: true }],
      })),
    },
    {
      title: imprintWords.editors,
      rows: [row(imprintWords.name, { text: editors.name }), contactRow(imprintWords.email, mail(editors.email))],
    },
  ];
}

function publisherRows(publisher: Publisher): ImprintRow[] {
  const { legalForm, legalFormText, address, email, phone, website, representatives } = publisher;
  return [
    row(imprintWords.name, { text: registeredName(publisher) }),
    row(imprintWords.legalForm, { text: legalFormText ?? legalFormWords[legalForm] }),
    contactRow(imprintWords.address, ...addressLines(address)),
    {
      label: imprintWords.representedBy,
      values: representatives.map(({ name, function: office, address: own }) => ({
        lines: [{ text: imprintWords.withFunction(name, office) }, ...(own ? addressLines(own) : [])],
      })),
    },
    contactRow(imprintWords.email, mail(email)),
    ...ifGiven(phone, (number) => contactRow(imprintWords.phone, telephoneFact(number))),
    ...ifGiven(website, (url) => contactRow(imprintWords.website, { text: url, href: url })),
    ...officialRows(publisher),
  ];
}

/** What registers, tax offices and authorities know the publisher by, and who supervises it. */
function officialRows({ register, vatId, dataProtectionOfficer: officer, ...publisher }: Publisher): ImprintRow[] {
  const authorities = ['legalSupervision', 'licensingAuthority', 'auditAssociation'] as const;
  return [
    ...ifGiven(register, ({ kind, court, number }) =>
      row(registerWords[kind], { text: `${court}, ${number.startsWith(kind) ? number : `${kind} ${number}`}` }),
    ),
    // The economic number has a suffix of five digits (§ 139c AO), the VAT number none (§ 27a UStG).
    ...ifGiven(vatId, (id) => row(id.includes('-') ? imprintWords.economicId : imprintWords.vatId, { text: id })),
    ...authorities.flatMap((field) =>
      ifGiven(publisher[field], ({ name, website }) => row(imprintWords[field], { text: name, href: website })),
    ),
    ...ifGiven(publisher.supervisoryBoardChair, (chair) => row(imprintWords.supervisoryBoardChair, { text: chair })),
    // Art. 37 (7) GDPR: the contact data are to be published.
    ...ifGiven(officer, ({ name, email, phone }) =>
      contactRow(
        imprintWords.dataProtectionOfficer,
        ...(name ? [{ text: name }] : []),
        mail(email),
        ...(phone ? [telephoneFact(phone)] : []),
      ),
    ),
  ];
}

/** § 5 (1) no. 7 DDG; said once, also where the registered name has it already. */
function registeredName({ name, inLiquidation }: Publisher): string {
  return inLiquidation && !/\b(?:i\.\s?L\.|in\s+Liquidation)$/i.test(name) ? imprintWords.inLiquidation(name) : name;
}

function addressLines({ street, postalCode, city }: PostalAddress): ImprintLine[] {
  return [{ text: street }, { text: `${postalCode} ${city}` }];
}

const mail = (email: string): ImprintLine => ({ text: email, href: `mailto:${email}` });

const row = (label: string, ...lines: ImprintLine[]): ImprintRow => ({ label, values: [{ lines }] });

const contactRow = (label: string, ...lines: ImprintLine[]): ImprintRow => ({
  label,
  values: [{ lines, isContact: true }],
});

function ifGiven<T>(value: T | 'none' | undefined, toRow: (value: Exclude<T, 'none'>) => ImprintRow): ImprintRow[] {
  return value === undefined || value === 'none' ? [] : [toRow(value as Exclude<T, 'none'>)];
}
