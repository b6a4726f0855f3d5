import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formFieldOf, schemaOfValue, shapeOf } from '../../src/model/field.ts';
import type { Terms } from '../../src/model/terms.ts';
import { type Control, formGroups } from '../../src/redaktion/form/form-model.ts';
import { schemas } from '../../src/redaktion/texts.ts';
import { type FormName, fieldGroups } from '../../src/words/forms/groups.ts';

const terms: Terms = {
  topics: [{ slug: 'recht', name: 'Recht' }],
  municipalities: [{ slug: 'musterstadt', name: 'Musterstadt' }],
  software: [],
} as unknown as Terms;

const forms = Object.keys(schemas) as FormName[];
const controls = (form: FormName, data: Record<string, unknown> = {}) =>
  formGroups(schemas[form], data, { groups: fieldGroups[form], terms }).flatMap((group) => group.controls);
const named = (all: Control[], name: string) => all.find(({ path }) => path.join('.') === name);

/** A control with all that are in it. */
function parts(control: Control): Control[] {
  if (control.kind === 'record') return [control, ...control.fields.flatMap(parts)];
  return control.kind === 'list' ? [control, ...parts(control.template)] : [control];
}

interface Field {
  path: string;
  schema: z.ZodType;
}

/** All fields that a schema has, at any depth, in whichever form. */
function fieldsOf(schema: unknown, above = ''): Field[] {
  const value = schemaOfValue(schema, true);
  if (value instanceof z.ZodArray) return fieldsOf(value.element, above);
  return Object.entries(shapeOf(value) ?? {}).flatMap(([name, field]) => {
    const path = above === '' ? name : `${above}.${name}`;
    return [{ path, schema: field }, ...fieldsOf(field, path)];
  });
}

/** The words that a field takes, wherever it takes them: one of a few, or one in the place of all else. */
function wordsOf(schema: unknown): { choices: string[]; literals: string[] } {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return wordsOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return wordsOf(schema.element);
  if (schema instanceof z.ZodEnum) return { choices: schema.options.map(String), literals: [] };
  if (schema instanceof z.ZodLiteral) return { choices: [], literals: [...schema.values].map(String) };
  if (!(schema instanceof z.ZodUnion)) return { choices: [], literals: [] };
  const all = schema.options.map(wordsOf);
  return { choices: all.flatMap(({ choices }) => choices), literals: all.flatMap(({ literals }) => literals) };
}

describe.each(forms)('the form of: %s', (form) => {
  it('has every field of the schema but the id, each with help', () => {
    const all = controls(form);
    const shape = Object.keys(shapeOf(schemas[form]) ?? {}).filter((name) => name !== 'id');
    expect(all.map(({ path }) => String(path[0])).toSorted()).toEqual(shape.toSorted());
    const bare = all.flatMap(parts).filter(({ help, path }) => help === '' && typeof path.at(-1) !== 'number');
    expect(bare.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it('calls every field by a German name of its own, not by its key in the file', () => {
    const unnamed = fieldsOf(schemas[form]).filter(({ path, schema }) => {
      const label = formFieldOf(schema)?.label;
      return !label || label === path.split('.').at(-1);
    });
    expect(unnamed.map(({ path }) => path)).toEqual([]);
  });

  it('has a German name for every value that a field chooses from', () => {
    const unnamed = fieldsOf(schemas[form]).flatMap(({ path, schema }) => {
      const { values, instead } = formFieldOf(schema) ?? {};
      const { choices, literals } = wordsOf(schema);
      const isNamed = (value: string) => values === 'asWritten' || Object.hasOwn(values ?? {}, value);
      return [
        ...choices.filter((value) => !isNamed(value)),
        ...literals.filter((value) => value !== instead?.value || !instead.text),
      ].map((value) => `${path}: ${value}`);
    });
    expect(unnamed).toEqual([]);
  });

  it('shows nothing of how a file is written: no keys, English values, commands, left-out lines', () => {
    const schemaFields = fieldsOf(schemas[form]);
    // Words that are German or names as well.
    const keys = schemaFields
      .map(({ path }) => path.split('.').at(-1) ?? '')
      .filter(
        (key) => /[a-z][A-Z]/.test(key) || ['publishers', 'gaps', 'kind', 'reason', 'scope', 'none'].includes(key),
      );
    const values = schemaFields.flatMap(({ schema }) =>
      wordsOf(schema).choices.filter((value) => /^[a-z]+-[a-z-]+$/.test(value)),
    );
    const raw = new RegExp(`\\b(?:true|none|npm|${[...keys, ...values].join('|')})\\b`);
    const said = controls(form)
      .flatMap(parts)
      .flatMap((control) => [
        control.label,
        control.help,
        ...('options' in control ? control.options.map(({ text }) => text) : []),
      ]);
    // Where an event has a time of day, it is typed.
    const typed = /Feld weg|die Zeile|in Anführungszeichen|,;|content\/|JJJJ-MM-TT(?!T)/;
    expect(said.filter((text) => (raw.test(text) || typed.test(text)) && !text.includes('hh:mm'))).toEqual([]);
  });
});

describe('the form', () => {
  it('shows what is written, also what is wrong or unknown', () => {
    const all = controls('article', {
      title: 5,
      topics: ['recht', 'fremd'],
      kind: 'nachricht',
      municipality: 'x',
      publishedOn: '14.8.2025',
    });
    expect(named(all, 'title')).toMatchObject({ kind: 'text', value: '5' });
    expect(named(all, 'topics')).toMatchObject({
      kind: 'choices',
      values: ['recht', 'fremd'],
      options: [{ value: 'recht' }, { value: 'fremd' }],
    });
    expect(named(all, 'kind')).toMatchObject({
      kind: 'choice',
      value: 'nachricht',
      options: expect.arrayContaining([
        { value: 'nachricht', text: 'nachricht' },
        { value: 'news', text: 'Nachricht' },
      ]),
    });
    expect(named(all, 'municipality')).toMatchObject({ kind: 'choice', value: 'x' });
    // A field for days would show nothing of it.
    expect(named(all, 'publishedOn')).toMatchObject({ type: 'text', value: '14.8.2025' });
  });

  it('takes one author for a record and several for a list, as they are written', () => {
    expect(named(controls('article', { author: { name: 'A' } }), 'author')).toMatchObject({ kind: 'record' });
    expect(named(controls('article', { author: [{ name: 'A' }, { name: 'B' }] }), 'author')).toMatchObject({
      kind: 'list',
      entries: [{ kind: 'record' }, { kind: 'record' }],
    });
  });

  it('leaves what stands in another form than it can show to the file', () => {
    expect(named(controls('article', { people: 'Erika' }), 'people')).toMatchObject({ kind: 'other' });
    expect(named(controls('article', { title: ['x'] }), 'title')).toMatchObject({ kind: 'other' });
  });

  it('finds names and help by the place of a field: the kind of a gap is no kind of article', () => {
    const gaps = named(controls('accessibility'), 'gaps');
    const kind =
      gaps?.kind === 'list' && gaps.template.kind === 'record' ? named(gaps.template.fields, 'gaps.0.kind') : undefined;
    expect(kind).toMatchObject({
      label: 'Art der Lücke',
      help: expect.not.stringContaining('Praxisbericht'),
      options: expect.arrayContaining([{ value: 'disproportionate-burden', text: 'Unverhältnismäßige Belastung' }]),
    });
    expect(named(controls('site', { publishers: [{ legalForm: 'ev' }] }), 'publishers')).toMatchObject({
      entries: [
        {
          fields: expect.arrayContaining([
            expect.objectContaining({
              label: 'Rechtsform',
              options: expect.arrayContaining([{ value: 'zweckverband', text: 'Zweckverband' }]),
            }),
          ]),
        },
      ],
    });
  });

  it('has a box for a word that stands in the place of all else', () => {
    expect(named(controls('privacy', { hosting: 'own' }), 'hosting')).toMatchObject({
      kind: 'record',
      instead: { value: 'own', text: 'Unser Haus betreibt die Website selbst', isOn: true },
    });
    expect(named(controls('privacy', { hosting: { name: 'Rechenzentrum GmbH' } }), 'hosting')).toMatchObject({
      kind: 'record',
      isFilled: true,
      instead: { isOn: false },
    });
  });
});
