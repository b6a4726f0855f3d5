/** The problems of the text: in the list above it, and at the fields that they are about. */
import { editorWords as words } from '../../words/redaktion-editor.ts';
import type { ShownProblem } from '../web/api.ts';
import { placeMarks } from '../web/paths.ts';
import { addEntry } from './form-edits.ts';
import { element, part } from './page.ts';

type Counts = Parameters<typeof words.problemCount>[0];

export interface CheckedText {
  counts: Counts;
  /** Of the other texts of its issue. */
  besides: Counts;
  problems: ShownProblem[];
}

interface Ways {
  goToLine: (line: number) => void;
  mend: (wanted?: { rule: string; line: number }) => void;
}

/** Shows what was found. */
export function showProblems({ problems, counts }: CheckedText, form: HTMLFormElement, ways: Ways): void {
  part('problemzahl').textContent = words.problemCount(counts);
  const list = element('ul', { class: 'problems' }, ...problems.map((problem) => item(problem, form, ways)));
  const mendable = problems.filter(({ canMend }) => canMend).length;
  const all = element('button', { type: 'button', class: 'plain' }, words.mendAll);
  all.addEventListener('click', () => ways.mend());
  part('problemliste').replaceChildren(
    // The line above says that all is well.
    ...(problems.length === 0 ? [] : [list]),
    ...(mendable > 1 ? [element('p', {}, all)] : []),
  );
  for (const place of form.querySelectorAll<HTMLElement>('.findings')) place.replaceChildren();
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
  for (const problem of problems) {
    const field = problem.field === undefined ? undefined : fieldOf(problem.field, form);
    if (!field) continue;
    field
      .querySelector('.findings')
      ?.append(element('p', { class: problem.severity }, `${problem.found}. ${problem.advice}`));
    if (problem.severity !== 'warning') field.querySelector('[data-path]')?.setAttribute('aria-invalid', 'true');
  }
}

function item(problem: ShownProblem, form: HTMLFormElement, { goToLine, mend }: Ways): HTMLElement {
  const { rule, line, textLine, field, severity, found, expected, advice, canMend } = problem;
  const name = field === undefined ? undefined : fieldOf(field, form)?.querySelector('label, legend')?.textContent;
  const place = element('button', { type: 'button', class: 'link' }, name ?? words.line(textLine ?? line));
  place.addEventListener('click', () => {
    const target = field === undefined ? undefined : fieldOf(field, form);
    if (target) goTo(target);
    else goToLine(textLine ?? line);
  });
  const mender = element('button', { type: 'button', class: 'plain' }, words.mend);
  mender.addEventListener('click', () => mend({ rule, line }));
  const except = element('button', { type: 'button', class: 'plain' }, words.except);
  except.addEventListener('click', () => addException(rule, form));
  return element(
    'li',
    { class: severity },
    element('p', {}, element('strong', {}, `${words.severity[severity]}`), ' ', place),
    element('p', {}, `${found}. ${advice}`),
    ...(expected === '' ? [] : [element('p', { class: 'help' }, words.expected(expected))]),
    ...(canMend ? [mender] : []),
    ...(severity === 'hint' && form.querySelector(exceptions) ? [except] : []),
  );
}

function goTo(field: HTMLElement): void {
  for (let group = field.closest('details'); group; group = group.parentElement?.closest('details') ?? null)
    group.open = true;
  field.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  field.scrollIntoView({ block: 'center' });
}

/** Goes where the link that led here says: to a field, or to a line of what is written. */
export function goToMark(mark: string, form: HTMLFormElement, goToLine: Ways['goToLine']): void {
  const marks = new URLSearchParams(mark.slice(1));
  const name = marks.get(placeMarks.field);
  const field = name === null ? undefined : fieldOf(name, form);
  const line = Number(marks.get(placeMarks.line) ?? 0);
  if (field) goTo(field);
  else if (line > 0) goToLine(line);
}

const exceptions = '[data-field="styleExceptions"][data-list]';

/** A hint that doesn't hold for this text: the reason is for its author to say. */
function addException(rule: string, form: HTMLFormElement): void {
  const list = form.querySelector<HTMLElement>(exceptions);
  const entry = list && addEntry(list);
  if (!entry) return;
  entry.closest('details')?.setAttribute('open', '');
  const choice = entry.querySelector('select');
  if (choice) choice.value = rule;
  entry.querySelector<HTMLElement>('input, textarea')?.focus();
}

/** The part of the form for a field, or the nearest that it lies in. */
function fieldOf(name: string, form: HTMLFormElement): HTMLElement | undefined {
  const names = [name, ...[...name.matchAll(/[.[]/g)].map(({ index }) => name.slice(0, index)).reverse()];
  for (const one of names) {
    const found = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(one)}"]`);
    if (found) return found;
  }
  return undefined;
}
