/** Where a problem stands on the page of its text: at a field of the form, or in a line of what is written below it. */
import type { Problem } from '../../model/problem.ts';
import type { ContentFolder } from '../../reader/files/content-folder.ts';
import { editorWords } from '../../words/redaktion-editor.ts';
import { textIn } from '../files/text-files.ts';
import { headData } from '../text/head-data.ts';
import { bodyLineOf, partsOf } from '../text/written-file.ts';
import { formAt, schemas } from '../texts.ts';
import { textPath } from '../web/paths.ts';
import { fieldNamesOf } from './field-names.ts';

export interface ProblemPlace {
  /** As the form calls it. */
  name: string;
  href: string;
}

/** Finds the places of problems in texts of `content` that can be opened. */
export function problemPlaces(content: ContentFolder): (problem: Problem) => ProblemPlace {
  const texts = new Map<string, string>();
  const textOf = (file: string) => {
    const text = texts.get(file) ?? textIn(content.read(file) ?? new Uint8Array()) ?? '';
    texts.set(file, text);
    return text;
  };
  return ({ file, line, field: told }) => {
    const text = textOf(file);
    const parts = partsOf(file, text);
    const form = formAt(file);
    const inLine = (number: number) => ({
      name: editorWords.line(number),
      href: textPath(file, { line: number }),
    });
    if (!parts || !form || !headData(parts.head)) return inLine(line);
    const first = bodyLineOf(parts);
    const field = told ?? (line < first ? fieldAbove(text.split('\n'), line) : undefined);
    if (field === undefined)
      return line < first ? { name: editorWords.form, href: textPath(file) } : inLine(line - first + 1);
    return {
      name: fieldNamesOf(schemas[form], field).label(keyOf(field)) ?? editorWords.form,
      href: textPath(file, { field }),
    };
  };
}

/** The field of the head that a line belongs to: some findings know the line alone. */
export function fieldAbove(lines: readonly string[], line: number): string | undefined {
  return lines
    .slice(0, line)
    .reverse()
    .flatMap((one) => /^([A-Za-z]\w*):/.exec(one)?.[1] ?? [])
    .at(0);
}

/** The last name of a field's way, without its number: `name` of `people[1].name`. */
function keyOf(field: string): string {
  return (field.split('.').at(-1) ?? field).replace(/\[\d+\]$/, '');
}
