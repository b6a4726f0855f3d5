import { createHash } from 'node:crypto';
import type { BounceKind } from '../../../src/store/schema.ts';
import { forms, type ReturnedMail } from './report-forms.ts';
import { answers } from './server-words.ts';

export interface CorpusReport {
  form: string;
  language: string;
  answer: string;
  kind: BounceKind;
  mail: ReturnedMail;
  raw: string;
}

/** The mail to the recipient with this number. */
export function mailTo(number: number): ReturnedMail {
  const name = createHash('sha256').update(`mail ${number}`).digest('base64url').slice(0, 32);
  return {
    to: `leserin-${number}@rathaus.example`,
    messageId: `<${name}@blatt.example>`,
    returnPath: 'ruecklauf@blatt.example',
  };
}

/** Every form in each of its languages with each answer that it can carry; each is about a mail of its own. */
export const corpus: readonly CorpusReport[] = forms
  .flatMap((form) =>
    form.languages.flatMap((language) =>
      answers.filter(({ name }) => !form.without?.includes(name)).map((answer) => ({ form, language, answer })),
    ),
  )
  .map(({ form, language, answer }, index) => {
    const mail = mailTo(index + 1);
    return {
      form: form.name,
      language,
      answer: answer.name,
      kind: answer.kind,
      mail,
      raw: form.write(mail, answer, language, index + 1),
    };
  });
