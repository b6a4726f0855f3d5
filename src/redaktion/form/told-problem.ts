import type { Problem } from '../../model/problem.ts';
import type { NamesInForm } from '../../words/forms/rewording.ts';
import { deskProblem } from '../../words/redaktion-problems.ts';
import { formAt, schemas } from '../texts.ts';
import { fieldNamesOf } from './field-names.ts';

type Told = Pick<Problem, 'found' | 'expected' | 'advice'>;

/** Whether the button for it mends a problem. */
export const canMend = ({ rule, edits }: Problem): boolean => edits !== undefined || rule === 'idMissing';

/** Of a file that has no form. */
const noNames: NamesInForm = {
  label: () => undefined,
  isBox: () => false,
  instead: () => undefined,
  value: (_, value) => value,
  field: undefined,
};

/** What is said of a problem at the Redaktion, by the names that the fields have in its file's form. */
export function toldProblem(problem: Problem): Told {
  const form = formAt(problem.file);
  const names = form ? fieldNamesOf(schemas[form], problem.field) : noNames;
  return deskProblem({ ...problem, canMend: canMend(problem) }, names);
}
