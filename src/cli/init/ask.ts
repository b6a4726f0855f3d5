import { federalStates } from '../../model/federal-state.ts';
import { legalForms } from '../../model/legal-form.ts';
import { UserError } from '../../model/user-error.ts';
import { initErrors, initQuestions, initWords } from '../../words/init.ts';
import { legalFormWords } from '../../words/terms.ts';
import { type AnswerName, type Answers, answerNames, concerns, isNeeded, parseAnswer } from './answers.ts';

/** What somebody who answers nothing gets; nothing that only a person can know. */
const usual: Partial<Record<AnswerName, (given: Partial<Answers>) => string | undefined>> = {
  editors: ({ email }) => email,
  abo: () => 'ja',
};

/**
 * Asks whoever sits at the terminal for all that `given` doesn't hold, each question again until its answer can be. An
 * empty answer leaves out what isn't needed.
 */
export async function askForRest(
  given: Partial<Answers>,
  ask: (question: string) => Promise<string | undefined>,
  print: (text: string) => void,
): Promise<Answers> {
  const answers: Partial<Record<AnswerName, unknown>> = { ...given };
  for (const name of answerNames) {
    if (answers[name] !== undefined) continue;
    if (!concerns(name, (answers as Answers).form ?? 'kommune')) continue;
    const answer = await askFor(name, answers as Partial<Answers>, ask, print);
    if (answer !== undefined) answers[name] = answer;
  }
  return answers as Answers;
}

async function askFor(
  name: AnswerName,
  given: Partial<Answers>,
  ask: (question: string) => Promise<string | undefined>,
  print: (text: string) => void,
): Promise<unknown> {
  const { ask: question, form } = initQuestions[name];
  const proposed = usual[name]?.(given);
  if (name === 'form')
    print(`\n${legalForms.map((value) => initWords.choice(value, legalFormWords[value])).join('\n')}`);
  if (name === 'state') print(`\n  ${federalStates.join(', ')}`);
  while (true) {
    const typed = await ask(initWords.question(question, form, proposed));
    if (typed === undefined) throw new UserError(initErrors.notAgreed);
    const text = typed.trim() || proposed || '';
    if (text === '') {
      if (!isNeeded(name)) return undefined;
      print(initWords.needed);
      continue;
    }
    const answer = parseAnswer(name, text);
    if (answer !== undefined) return answer;
    print(initWords.notUnderstood(text, form));
  }
}
