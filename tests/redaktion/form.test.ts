import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { accessibilityStatementSchema } from '../../src/model/accessibility-statement.ts';
import { articleSchema } from '../../src/model/article.ts';
import { easyLanguageSchema } from '../../src/model/easy-language.ts';
import { issueSchema } from '../../src/model/issue.ts';
import { ownPageSchema } from '../../src/model/own-page.ts';
import { privacyNoticeSchema } from '../../src/model/privacy-notice.ts';
import { siteSchema } from '../../src/model/site.ts';
import type { Terms } from '../../src/model/terms.ts';
import { type Control, formGroups } from '../../src/redaktion/form/form-model.ts';
import type { FormWords } from '../../src/words/redaktion-fields.ts';
import { houseFormWords } from '../../src/words/redaktion-house-fields.ts';

const terms: Terms = {
  topics: [{ slug: 'recht', name: 'Recht' }],
  municipalities: [{ slug: 'musterstadt', name: 'Musterstadt' }],
  software: [],
} as unknown as Terms;

const controls = (schema: z.ZodType, data: Record<string, unknown> = {}, words?: FormWords) =>
  formGroups(schema, data, { terms, ...(words && { words }) }).flatMap((group) => group.controls);
const named = (all: Control[], name: string) => all.find(({ path }) => path.join('.') === name);

/** A control with all that are in it. */
function parts(control: Control): Control[] {
  if (control.kind === 'record') return [control, ...control.fields.flatMap(parts)];
  return control.kind === 'list' ? [control, ...parts(control.template)] : [control];
}

describe.each<[string, z.ZodType, FormWords?]>([
  ['article', articleSchema],
  ['issue', issueSchema],
  ['page', ownPageSchema],
  ['site', siteSchema, houseFormWords],
  ['privacy notice', privacyNoticeSchema, houseFormWords],
  ['accessibility statement', accessibilityStatementSchema, houseFormWords],
  ['page in easy language', easyLanguageSchema, houseFormWords],
])('the form of an %s', (_, schema, words) => {
  it('has every field of the schema but the id, each with a German name and help', () => {
    const all = controls(schema, {}, words);
    const shape = Object.keys((schema as z.ZodObject).shape).filter((name) => name !== 'id');
    expect(all.map(({ path }) => String(path[0])).toSorted()).toEqual(shape.toSorted());
    const bare = all.flatMap(parts).filter(({ label, help, path }) => {
      const isEntry = typeof path.at(-1) === 'number';
      return label === path.findLast((part) => typeof part === 'string') || (help === '' && !isEntry);
    });
    expect(bare.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it('names what can be chosen in German', () => {
    const choices = controls(schema, {}, words)
      .flatMap(parts)
      .flatMap((control) => (control.kind === 'choice' ? [control] : []));
    const bare = choices.flatMap(({ path, options }) =>
      options.filter(({ value, text }) => value === text && /^[a-z-]+$/.test(value)).map(({ text }) => [...path, text]),
    );
    expect(bare).toEqual([]);
  });

  it('speaks of empty fields, not of lines that are left out', () => {
    const help = controls(schema, {}, words)
      .flatMap(parts)
      .map((control) => control.help);
    const aboutFiles = /in der Datei in|npm run|^true|,;|,\.|, eine Liste[.;:]|weglassen/;
    expect(help.filter((text) => aboutFiles.test(text))).toEqual([]);
    // Where an event has a time of day, it is typed.
    expect(help.filter((text) => /Feld weg|JJJJ-MM-TT(?!T)/.test(text) && !text.includes('hh:mm'))).toEqual([]);
  });
});

describe('the form', () => {
  it('shows what is written, also what is wrong or unknown', () => {
    const all = controls(articleSchema, {
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
    expect(named(controls(articleSchema, { author: { name: 'A' } }), 'author')).toMatchObject({ kind: 'record' });
    expect(named(controls(articleSchema, { author: [{ name: 'A' }, { name: 'B' }] }), 'author')).toMatchObject({
      kind: 'list',
      entries: [{ kind: 'record' }, { kind: 'record' }],
    });
  });

  it('leaves what stands in another form than it can show to the file', () => {
    expect(named(controls(articleSchema, { people: 'Erika' }), 'people')).toMatchObject({ kind: 'other' });
    expect(named(controls(articleSchema, { title: ['x'] }), 'title')).toMatchObject({ kind: 'other' });
  });
});
