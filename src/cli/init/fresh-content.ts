import { Document } from 'yaml';
import { contentFiles } from '../../model/content-files.ts';
import type { Day } from '../../model/day.ts';
import { nearestReadable } from '../../model/palette.ts';
import { usualSubscription } from '../../model/privacy-notice.ts';
import { freshWords, legalFormTexts } from '../../words/init.ts';
import type { Answers } from './answers.ts';

/** How long the server files of `server/` and the manual keep a log. */
export const logKeptDays = 7;

/**
 * The files of a fresh publication by their paths, from what is known of the house. What nobody has said is left out, so
 * that the check asks for it; nothing is assumed that only a person can know.
 */
export function freshContent(answers: Answers, today: Day): Map<string, string> {
  return new Map([
    [contentFiles.datenschutz, withFrontMatter(privacyNotice(answers, today), '', freshWords.privacyComment)],
    [contentFiles.barrierefreiheit, withFrontMatter(statement(answers), '', freshWords.statementComment)],
    [contentFiles.terms, freshWords.terms],
    // Last: whoever finds it finds all.
    [contentFiles.site, withFrontMatter(site(answers, today), lead(answers), freshWords.siteComment)],
  ]);
}

function site(answers: Answers, today: Day): object {
  const { title, house, form, url, email, editors = email, abo, colour, logo } = answers;
  const host = new URL(url).hostname;
  const address = { street: answers.street, postalCode: answers['postal-code'], city: answers.city };
  return {
    title,
    description: freshWords.description(house),
    publicUrl: url,
    aboUrl: abo ? url : undefined,
    idAuthority: host,
    colours: colour && coloursOf(colour),
    logo: logo && { file: logo, alt: house },
    publishers: [
      {
        name: house,
        legalForm: form,
        legalFormText: legalFormTexts[form],
        address,
        email,
        phone: answers.phone,
        representatives: [answers.representative],
        register: answers.register,
        vatId: answers.vat,
        legalSupervision: answers.supervision && { name: answers.supervision },
        supervisoryBoardChair: answers.chair,
        auditAssociation: answers.audit && { name: answers.audit },
        dataProtectionOfficer:
          answers['data-protection'] === 'none'
            ? 'none'
            : answers['data-protection'] && { email: answers['data-protection'] },
      },
    ],
    responsible: [{ name: answers.responsible, address }],
    editors: { name: freshWords.editorsName(title), email: editors },
    mail: abo ? { from: { name: title, address: editors }, listId: `newsletter.${host}` } : undefined,
    security: { contact: email, expires: monthsAfter(today, 11) },
  };
}

/** The colour of a house as it can be read on light and on dark ground: the same, or one near by. */
export function coloursOf(colour: string): { light: string; dark: string } {
  return {
    light: nearestReadable(colour, 'kurrende', 'light'),
    dark: nearestReadable(colour, 'kurrende', 'dark'),
  };
}

const lead = ({ title, house, abo }: Answers) => freshWords.lead(title, house, abo === true);

function privacyNotice({ state, hosting, abo }: Answers, today: Day): object {
  return {
    updatedOn: today,
    state,
    // What the server files of `server/` log, and how long the manual keeps it.
    serverLog: {
      fields: ['time', 'address', 'status', 'bytes', 'referrer', 'user-agent', 'ip-address'],
      retentionDays: logKeptDays,
    },
    hosting,
    subscription: abo ? usualSubscription : undefined,
  };
}

/** Scope and contact; how accessible the site is can only be said by who has looked at it. */
function statement({ state, url, title, house, email, editors = email, phone }: Answers): object {
  return {
    state,
    scope: freshWords.scope(new URL(url).hostname),
    feedback: { unit: freshWords.feedbackUnit(freshWords.editorsName(title), house), email: editors, phone },
  };
}

/** A Markdown file with these fields in its head, and a comment above them. */
function withFrontMatter(fields: object, body: string, comment: string): string {
  const document = new Document(withoutUndefined(fields));
  document.commentBefore = comment;
  return `---\n${document.toString({ lineWidth: 0 })}---\n${body === '' ? '' : `\n${body}\n`}`;
}

/** YAML has no word for what isn't said. */
function withoutUndefined(value: object): object {
  return JSON.parse(JSON.stringify(value));
}

function monthsAfter(day: Day, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}
