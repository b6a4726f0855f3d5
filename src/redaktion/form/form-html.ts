/** The form as HTML; every control says in `data-path` which field of the head it is. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { editorWords } from '../../words/redaktion-editor.ts';
import type { Control, FormGroup, Instead, Option } from './form-model.ts';

/** What stands at fields beside their controls, by the names of the fields. */
type Besides = Readonly<Record<string, Element>>;

/** The form's groups, each of which can be folded. */
export function formHtml(groups: readonly FormGroup[], besides: Besides = {}): Element[] {
  return groups.map(({ title, isOpen, controls }) =>
    h('details', { class: 'group', open: isOpen }, [
      h('summary', title),
      h(
        'div',
        { class: 'fields' },
        controls.map((control) => controlHtml(control, { beside: besides[nameOf(control)] })),
      ),
    ]),
  );
}

const idOf = (control: Control) => `feld-${control.path.join('-')}`;

/** `legend` is what an entry of a list is called in the place of its field. */
function controlHtml(
  control: Control,
  { legend = control.label, beside }: { legend?: string; beside?: Element | undefined } = {},
): Element {
  const id = idOf(control);
  const help = control.help === '' ? [] : [h('p', { class: 'help', id: `${id}-hilfe` }, control.help)];
  const described = [...(control.help === '' ? [] : [`${id}-hilfe`]), `${id}-fehler`].join(' ');
  const common = { id, 'data-path': JSON.stringify(control.path), 'aria-describedby': described };
  const findings = h('div', { class: 'findings', id: `${id}-fehler` });
  const label = () => h('label', { for: id }, legend);
  const field = (...parts: Element[]) => h('div', { class: 'field', 'data-field': nameOf(control) }, [...parts]);
  const { instead } = control;

  switch (control.kind) {
    case 'text': {
      const { value, most, isLong, type } = control;
      const input = isLong
        ? h('textarea', { ...common, rows: 3, 'data-most': most }, value)
        : h('input', { ...common, type: type === 'day' ? 'date' : type === 'text' ? 'text' : type, value });
      const count = isLong && most ? [h('p', { class: 'count', 'data-count-of': id })] : [];
      if (!instead) return field(label(), input, ...count, ...help, findings);
      return field(label(), unless(instead, [input, ...count]), insteadHtml(control, instead), ...help, findings);
    }
    case 'flag':
      return field(
        h('div', { class: 'flag' }, [h('input', { ...common, type: 'checkbox', checked: control.isOn }), label()]),
        ...help,
        findings,
      );
    case 'choice':
      return field(label(), choiceHtml(common, control.options, control.value), ...help, findings);
    case 'choices':
      return h(
        'fieldset',
        {
          class: 'field choices',
          'data-field': nameOf(control),
          'data-choices': JSON.stringify(control.path),
          'aria-describedby': described,
        },
        [
          h('legend', legend),
          h(
            'div',
            { class: 'boxes' },
            control.options.map(({ value, text }, index) =>
              h('div', { class: 'flag' }, [
                h('input', { type: 'checkbox', id: `${id}-${index}`, value, checked: control.values.includes(value) }),
                h('label', { for: `${id}-${index}` }, text),
              ]),
            ),
          ),
          ...help,
          findings,
        ],
      );
    case 'record':
      return h('fieldset', { class: 'record', 'data-field': nameOf(control) }, [
        h('legend', legend),
        ...help,
        findings,
        ...(instead
          ? [
              insteadHtml(control, instead),
              unless(
                instead,
                control.fields.map((inner) => controlHtml(inner)),
              ),
            ]
          : control.fields.map((inner) => controlHtml(inner))),
      ]);
    case 'list': {
      const entry = (one: Control, number: number) =>
        h('div', { class: 'entry', 'data-entry': JSON.stringify(one.path) }, [
          controlHtml(one, { legend: editorWords.entry(control.entry, number, nameIn(one)) }),
          h('button', { type: 'button', class: 'plain', 'data-remove': true }, editorWords.remove),
        ]);
      return h(
        'fieldset',
        {
          class: 'list',
          'data-field': nameOf(control),
          'data-list': JSON.stringify(control.path),
          'data-length': control.entries.length,
        },
        [
          h('legend', legend),
          ...help,
          findings,
          ...control.entries.map((one, index) => entry(one, index + 1)),
          template(entry(control.template, control.entries.length + 1)),
          ...(beside ? [beside] : []),
          h(
            'button',
            { type: 'button', class: 'plain', 'data-add': true },
            (beside ? editorWords.addByHand : editorWords.add)(control.entry),
          ),
        ],
      );
    }
    case 'other':
      return field(h('p', { class: 'label' }, legend), h('p', { class: 'help' }, editorWords.notInForm), findings);
  }
}

/** The box for a word that stands in the place of all else. */
function insteadHtml(control: Control, { value, text, isOn }: Instead): Element {
  const id = `${idOf(control)}-statt`;
  return h('div', { class: 'flag' }, [
    h('input', {
      type: 'checkbox',
      id,
      'data-path': JSON.stringify(control.path),
      'data-instead': value,
      checked: isOn,
    }),
    h('label', { for: id }, text),
  ]);
}

/** What is filled in unless the box for the word is ticked. */
function unless({ isOn }: Instead, content: Element[]): Element {
  return h('div', { class: 'unless', 'data-unless': true, hidden: isOn }, content);
}

/** What an entry of a list is called by its own name or title. */
function nameIn(entry: Control): string | undefined {
  if (entry.kind !== 'record') return undefined;
  const named = entry.fields.find(({ path }) => ['name', 'title'].includes(String(path.at(-1))));
  return named?.kind === 'text' && named.value !== '' ? named.value : undefined;
}

/** What a `template` holds stands beside its children in a tree of HTML. */
function template(content: Element): Element {
  return Object.assign(h('template'), { content: { type: 'root', children: [content] } });
}

function choiceHtml(common: Record<string, unknown>, options: readonly Option[], value: string): Element {
  const all = [{ value: '', text: editorWords.none }, ...options];
  return h(
    'select',
    common as Record<string, string>,
    all.map((option) => h('option', { value: option.value, selected: option.value === value }, option.text)),
  );
}

/** The field's name as problems have it: `people[1].name`. */
function nameOf({ path }: Control): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part + 1}]` : `${index > 0 ? '.' : ''}${part}`))
    .join('');
}
