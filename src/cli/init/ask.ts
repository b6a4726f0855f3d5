import { federalStates } from '../../model/federal-state.ts';
import { legalForms } from '../../model/legal-form.ts';
import { UserError } from '../../model/user-error.ts';
import { initErrors, initQuestions, initWords } from '../../words/init.ts';
import { legalFormWords } from '../../words/terms.ts';
import { type AnswerName, type AnswerTexts, answerNames, concerns, isAnswer, isNeeded, ofForm } from './answers.ts';

/** What somebody who answers nothing gets; nothing that only a person can know. */
const usual: Partial<Record<AnswerName, (given: AnswerTexts) => string | undefined>> = {
  editors: ({ email }) => email,
  abo: () => 'ja',
};

/** Whoever sits at the terminal: asked, and told. */
interface Terminal {
  ask: (question: string) => Promise<string | undefined>;
  print: (text: string) => void;
  root: string;
}

/**
 * Asks for all that `given` doesn't hold, each question again until its answer can be. An empty answer leaves out what isn't
 * needed. `typed` has the answers so far at each moment, so that none is lost when somebody stops.
 */
export async function askForRest(typed: AnswerTexts, terminal: Terminal): Promise<void> {
  for (const name of answerNames) {
    if (typed[name] !== undefined || !concerns(name, typed.form)) continue;
    const answer = await askFor(name, typed, terminal);
    if (answer !== undefined) typed[name] = answer;
  }
}

async function askFor(
  name: AnswerName,
  given: AnswerTexts,
  { ask, print, root }: Terminal,
): Promise<string | undefined> {
  const { ask: question, form } = initQuestions[name];
  const proposed = usual[name]?.(given);
  if (name === 'form')
    print(`\n${legalForms.map((value) => initWords.choice(value, legalFormWords[value])).join('\n')}`);
  if (name === 'state') print(`\n  ${federalStates.join(', ')}`);
  while (true) {
    const typed = await ask(initWords.question(question, form, proposed));
    if (typed === undefined) throw new UserError(initErrors.notAgreed);
    const text = typed.trim() || proposed || '';
    if (text === '' && !isNeeded(name)) return undefined;
    if (isAnswer(name, text, root)) return text;
    print(text === '' ? initWords.needed : initWords.notUnderstood(text, ofForm(name, text)));
  }
}
