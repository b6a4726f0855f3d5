import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument, stringify } from 'yaml';
import { UserError } from '../../model/user-error.ts';
import { initErrors } from '../../words/init.ts';
import { type AnswerName, type AnswerTexts, answerNames, isAnswer, ofForm } from './answers.ts';

/** What is said beforehand, as it was typed: options win over the file that `--from` names. All that can't be is told at once. */
export function givenAnswers(flags: Readonly<Record<string, unknown>>, root: string): AnswerTexts {
  const wrong: string[] = [];
  const texts = typeof flags.from === 'string' ? answersInFile(flags.from, root, wrong) : {};
  for (const name of answerNames) {
    const text = flags[name];
    if (typeof text !== 'string') continue;
    if (isAnswer(name, text, root)) texts[name] = text;
    else wrong.push(initErrors.wrong(name, text, ofForm(name, text)));
  }
  if (wrong.length > 0) throw new UserError(wrong.join('\n\n'));
  return texts;
}

/** The answers as a file for `--from`. */
export function answersAsFile(texts: AnswerTexts): string {
  return stringify(texts, { lineWidth: 0 });
}

/** A YAML file with an answer a line, named like the options. */
function answersInFile(file: string, root: string, wrong: string[]): AnswerTexts {
  const lines = new LineCounter();
  const document = parseDocument(read(file, root), { lineCounter: lines, schema: 'failsafe' });
  const lineAt = (offset: number | undefined) => lines.linePos(offset ?? 0).line;
  const [error] = document.errors;
  if (error || !isMap(document.contents)) throw new UserError(initErrors.notYaml(file, lineAt(error?.pos[0])));

  const texts: Partial<Record<AnswerName, string>> = {};
  for (const { key, value } of document.contents.items) {
    const name = answerNames.find((known) => isScalar(key) && known === key.value);
    const line = lineAt(isScalar(key) ? key.range?.[0] : undefined);
    if (!name) {
      wrong.push(initErrors.unknownInFile(file, line, String(key), answerNames));
      continue;
    }
    const text = isScalar(value) ? String(value.value ?? '') : '';
    if (text === '' && isScalar(value)) continue;
    if (isAnswer(name, text, root)) texts[name] = text;
    else wrong.push(initErrors.wrongInFile(file, line, name, text, ofForm(name, text)));
  }
  return texts;
}

function read(file: string, root: string): string {
  try {
    return readFileSync(resolve(root, file), 'utf8');
  } catch {
    throw new UserError(initErrors.unreadable(file));
  }
}
