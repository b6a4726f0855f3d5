/** What was changed in the form since the page was loaded. */

import { editorWords as words } from '../../words/redaktion-editor.ts';

type Path = (string | number)[];

export interface FormChange {
  path: Path;
  value: string | boolean | string[] | null;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The changes in the order in which they can be made: values first, then what goes, from the back. */
export function formChanges(form: HTMLFormElement): FormChange[] {
  const isGone = (field: Element) => field.closest('[data-gone], [data-unless][hidden]') !== null;
  const values: FormChange[] = [];
  for (const field of form.querySelectorAll<Field>('[data-path]')) {
    if (isGone(field) || !isChanged(field)) continue;
    values.push({ path: pathOf(field.dataset.path), value: writtenIn(field) });
  }
  for (const group of form.querySelectorAll<HTMLElement>('[data-choices]')) {
    if (isGone(group)) continue;
    const boxes = [...group.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    if (boxes.every((box) => box.checked === box.defaultChecked)) continue;
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    values.push({ path: pathOf(group.dataset.choices), value: chosen });
  }
  const gone = [...form.querySelectorAll<HTMLElement>('[data-gone]:not([data-added])')]
    .filter((entry) => !entry.parentElement || !isGone(entry.parentElement))
    .map((entry) => ({ path: pathOf(entry.dataset.entry), value: null }));
  // A word that stood in the place of all else is replaced by what is filled in there, and taken away where nothing is.
  const filled = values.filter(({ value }) => value !== null);
  const cleared = values.filter(({ path, value }) => value === null && !filled.some((one) => isIn(one.path, path)));
  return [...filled, ...cleared, ...gone.reverse()];
}

function pathOf(text: string | undefined): Path {
  return JSON.parse(text ?? '[]') as Path;
}

function isIn(path: Path, place: Path): boolean {
  return place.every((part, index) => path[index] === part);
}

function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const before = [...field.options].find((option) => option.defaultSelected)?.value ?? '';
    return field.value !== before;
  }
  if (field instanceof HTMLInputElement && field.type === 'checkbox') return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

function writtenIn(field: Field): FormChange['value'] {
  if (!(field instanceof HTMLInputElement) || field.type !== 'checkbox') return field.value;
  const { instead } = field.dataset;
  if (instead === undefined) return field.checked;
  return field.checked ? instead : null;
}

/** Hides what is filled in unless a word stands in its place, while it does. To be called before anybody reads the form. */
export function watchBoxes(form: HTMLFormElement): void {
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset.instead === undefined) return;
    const place = target.closest('.field, .record')?.querySelector<HTMLElement>('[data-unless]');
    if (place) place.hidden = target.checked;
  });
}

/** Lets entries of lists be added and taken away. `onChange` is told of it. */
export function watchLists(form: HTMLFormElement, onChange: () => void): void {
  form.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    const list = button?.closest<HTMLElement>('[data-list]');
    if (!button || !list) return;
    if ('add' in button.dataset) {
      const entry = addEntry(list);
      entry?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    } else if ('remove' in button.dataset) {
      const entry = button.closest<HTMLElement>('[data-entry]');
      if (!entry) return;
      if ('added' in entry.dataset) {
        // Those behind it keep their places: an empty one is written nowhere.
        entry.dataset.gone = '';
        entry.hidden = true;
        list.querySelector<HTMLElement>('[data-add]')?.focus();
      } else {
        const isGone = !('gone' in entry.dataset);
        if (isGone) entry.dataset.gone = '';
        else delete entry.dataset.gone;
        for (const field of entry.querySelectorAll<Field>('input, textarea, select')) field.disabled = isGone;
        button.textContent = isGone ? words.undoRemove : words.remove;
      }
    } else return;
    onChange();
  });
}

/** Adds an entry to a list at its end; undefined if the list has no template. */
export function addEntry(list: HTMLElement): HTMLElement | undefined {
  const template = list.querySelector<HTMLTemplateElement>(':scope > template');
  const made = template?.content.firstElementChild?.cloneNode(true);
  if (!template || !(made instanceof HTMLElement)) return undefined;
  const path = pathOf(list.dataset.list);
  const length = Number(list.dataset.length);
  const added = list.querySelectorAll(':scope > [data-added]:not([data-gone])').length;
  renumber(made, path, length, length + added);
  made.dataset.added = '';
  template.before(made);
  return made;
}

/** Fills in fields of a record or an entry, by their names; what has no such field is passed over. */
export function fillFields(place: Element, record: Readonly<Record<string, string | boolean>>): void {
  for (const [name, value] of Object.entries(record)) {
    const control = fieldIn(place, name);
    if (!control) continue;
    if (typeof value === 'boolean') (control as HTMLInputElement).checked = value;
    else control.value = value;
  }
}

/** The control for the field of that name within a record or an entry. */
export function fieldIn(place: Element, name: string): Field | undefined {
  return [...place.querySelectorAll<Field>('[data-path]')].find((one) => pathOf(one.dataset.path).at(-1) === name);
}

/** The template stands for the place behind the last entry that was there when the page was loaded. */
function renumber(entry: HTMLElement, path: Path, from: number, to: number): void {
  const [before, after] = [from, to].map((index) => JSON.stringify([...path, index]).slice(0, -1)) as [string, string];
  const [idBefore, idAfter] = [from, to].map((index) => `feld-${[...path, index].join('-')}`) as [string, string];
  const field = (index: number) => `${path.join('.')}[${index + 1}]`;
  for (const one of [entry, ...entry.querySelectorAll<HTMLElement>('*')]) {
    for (const { name, value } of [...one.attributes]) {
      if (name.startsWith('data-') && value.startsWith(before))
        one.setAttribute(name, after + value.slice(before.length));
      else if (name === 'data-field') one.setAttribute(name, value.replace(field(from), field(to)));
      else if (value.includes(idBefore)) one.setAttribute(name, value.replaceAll(idBefore, idAfter));
    }
  }
  const legend = entry.querySelector('legend, label, .label');
  if (legend) legend.textContent = (legend.textContent ?? '').replace(/\d+$/, String(to + 1));
}
