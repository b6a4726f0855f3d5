import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { UserError } from '../../model/user-error.ts';
import { initErrors, initQuestions } from '../../words/init.ts';
import { type AnswerName, type Answers, answerNames, parseAnswer } from './answers.ts';

/** What is said beforehand: options win over the file that `--from` names. A wrong answer is a UserError. */
export function givenAnswers(flags: Readonly<Record<string, unknown>>, root: string): Partial<Answers> {
  const answers: Partial<Record<AnswerName, unknown>> = {};
  if (typeof flags.from === 'string') Object.assign(answers, answersInFile(flags.from, root));
  for (const name of answerNames) {
    const text = flags[name];
    if (typeof text !== 'string') continue;
    const answer = parseAnswer(name, text);
    if (answer === undefined) throw new UserError(initErrors.wrong(name, text, initQuestions[name].form));
    answers[name] = answer;
  }
  return answers as Partial<Answers>;
}

/** A YAML file with an answer a line, named like the options. */
function answersInFile(file: string, root: string): Partial<Record<AnswerName, unknown>> {
  const lines = new LineCounter();
  const document = parseDocument(read(file, root), { lineCounter: lines, schema: 'failsafe' });
  const lineAt = (offset: number | undefined) => lines.linePos(offset ?? 0).line;
  const [error] = document.errors;
  if (error || !isMap(document.contents)) throw new UserError(initErrors.notYaml(file, lineAt(error?.pos[0])));

  const answers: Partial<Record<AnswerName, unknown>> = {};
  for (const { key, value } of document.contents.items) {
    const name = answerNames.find((known) => isScalar(key) && known === key.value);
    const line = lineAt(isScalar(key) ? key.range?.[0] : undefined);
    if (!name) throw new UserError(initErrors.unknownInFile(file, line, String(key), answerNames));
    const text = isScalar(value) ? String(value.value ?? '') : '';
    if (text === '' && isScalar(value)) continue;
    const answer = parseAnswer(name, text);
    if (answer === undefined) {
      throw new UserError(initErrors.wrongInFile(file, line, name, text, initQuestions[name].form));
    }
    answers[name] = answer;
  }
  return answers;
}

function read(file: string, root: string): string {
  try {
    return readFileSync(resolve(root, file), 'utf8');
  } catch {
    throw new UserError(initErrors.unreadable(file));
  }
}
