import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ImportNotes } from '../../import/imported.ts';
import { parseIssueKey } from '../../model/week.ts';
import { issueLabel } from '../../views/parts/label.ts';
import { articleForm } from '../../words/forms/article.ts';
import { editorWords } from '../../words/redaktion-editor.ts';
import { createWords, importPageWords, notKeptWords } from '../../words/redaktion-new.ts';
import { deskSentence } from '../../words/redaktion-problems.ts';
import { kindWords } from '../../words/terms.ts';
import { fieldNamesOf } from '../form/field-names.ts';
import { schemas } from '../texts.ts';
import { dataIsland } from '../web/frame.ts';
import { deskPaths, textPath } from '../web/paths.ts';
import type { Made } from './create.ts';

/** What is imported is an article. */
const inArticle = fieldNamesOf(schemas.article);

/** What somebody filled in and was refused. */
export interface RefusedForm {
  what: 'issue' | 'article' | 'import';
  sentence: string;
  values: Record<string, string>;
}

export interface KnownIssues {
  /** Keys, newest first; of the early ones only the one that is meant. */
  keys: readonly string[];
  /** Whether there are others. */
  isCut: boolean;
  /** The one that is meant, if the way here said so. */
  wanted: string | undefined;
  /** The next week without an issue. */
  proposed: string;
}

function field(id: string, label: string, input: ElementContent, help?: string): ElementContent {
  return h('div', { class: 'field' }, [
    h('label', { for: id }, label),
    input,
    ...(help === undefined ? [] : [h('p', { class: 'help', id: `${id}-hilfe` }, help)]),
  ]);
}

/** Issues by their names; with `first` in front of them, and then also one that is only made by what is put into it. */
function issueChoice(
  id: string,
  { keys, wanted, proposed, isCut }: KnownIssues,
  first?: string,
): [choice: ElementContent, help?: string] {
  const name = (key: string) => {
    const week = parseIssueKey(key);
    return week ? issueLabel(week) : key;
  };
  const choice = h('select', { id, name: 'ausgabe', 'aria-describedby': isCut ? `${id}-hilfe` : undefined }, [
    ...(first === undefined
      ? []
      : [h('option', { value: '' }, first), h('option', { value: proposed }, createWords.newIssue(name(proposed)))]),
    ...keys.map((key) => h('option', { value: key, selected: key === wanted }, name(key))),
  ]);
  return isCut ? [choice, createWords.earlierIssues] : [choice];
}

function refusal(refused: RefusedForm | undefined, what: RefusedForm['what']): ElementContent[] {
  return refused?.what === what ? [h('p', { class: 'error', role: 'alert' }, refused.sentence)] : [];
}

/** Where issues and articles are begun. */
export function createPage(issues: KnownIssues, refused?: RefusedForm): ElementContent[] {
  const value = (name: string) => refused?.values[name];
  return [
    h('h1', createWords.title),
    h('section', { class: 'section', 'aria-labelledby': 'neuer-beitrag' }, [
      h('h2', { class: 'side', id: 'neuer-beitrag' }, createWords.article),
      h('div', { class: 'content' }, [
        ...refusal(refused, 'article'),
        ...(issues.keys.length === 0
          ? [h('p', createWords.noIssueYet)]
          : [
              h('form', { method: 'post', action: deskPaths.create, class: 'stacked' }, [
                h('input', { type: 'hidden', name: 'was', value: 'beitrag' }),
                field(
                  'titel',
                  createWords.articleTitle,
                  h('input', { type: 'text', id: 'titel', name: 'titel', required: true, value: value('titel') }),
                ),
                field(
                  'art',
                  articleForm.kind.label,
                  h(
                    'select',
                    { id: 'art', name: 'art' },
                    Object.entries(kindWords).map(([kind, word]) =>
                      h('option', { value: kind, selected: kind === (value('art') ?? 'news') }, word),
                    ),
                  ),
                ),
                field('ausgabe', createWords.inIssue, ...issueChoice('ausgabe', issues)),
                h('p', h('button', { type: 'submit' }, createWords.createArticle)),
              ]),
            ]),
      ]),
    ]),
    h('section', { class: 'section', 'aria-labelledby': 'neue-ausgabe' }, [
      h('h2', { class: 'side', id: 'neue-ausgabe' }, createWords.issue),
      h('div', { class: 'content' }, [
        h('p', createWords.issueHelp),
        ...refusal(refused, 'issue'),
        h('form', { method: 'post', action: deskPaths.create, class: 'stacked' }, [
          h('input', { type: 'hidden', name: 'was', value: 'ausgabe' }),
          field(
            'woche',
            createWords.week,
            h('input', {
              type: 'text',
              id: 'woche',
              name: 'woche',
              required: true,
              value: value('woche') ?? issues.proposed,
              'aria-describedby': 'woche-hilfe',
            }),
            createWords.weekHelp,
          ),
          h('p', h('button', { type: 'submit' }, createWords.createIssue)),
        ]),
      ]),
    ]),
  ];
}

/** Where files of other programs come in. */
export function importPage(issues: KnownIssues, refused?: RefusedForm): ElementContent[] {
  const words = importPageWords;
  return [
    h('h1', words.title),
    h('p', words.intro),
    ...refusal(refused, 'import'),
    h('form', { method: 'post', action: deskPaths.import, enctype: 'multipart/form-data', class: 'stacked' }, [
      h('div', { class: 'field drop' }, [
        h('label', { for: 'datei' }, words.file),
        h('input', { type: 'file', id: 'datei', name: 'datei', 'aria-describedby': 'datei-hilfe' }),
        h('p', { class: 'help', id: 'datei-hilfe' }, words.fileHelp),
      ]),
      field('text', words.paste, h('textarea', { id: 'text', name: 'text', rows: 6 }, refused?.values.text ?? '')),
      field('ausgabe', words.issue, ...issueChoice('ausgabe', issues, words.issueGuess)),
      h('p', h('button', { type: 'submit' }, words.submit)),
    ]),
  ];
}

/** What became of a file. */
export function importedPage(title: string, { file, notKept }: Made, notes: ImportNotes): ElementContent[] {
  const words = importPageWords;
  const part = (label: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [
          h('section', { class: 'section' }, [
            h('h2', { class: 'side' }, label),
            h('div', { class: 'content' }, [
              h(
                'ul',
                lines.map((line) => h('li', deskSentence(line, inArticle))),
              ),
            ]),
          ]),
        ];
  return [
    h('h1', words.done(title)),
    ...(notKept ? [h('p', { class: 'error' }, editorWords.savedNotKept(notKept))] : []),
    h('p', { class: 'buttons' }, [
      h('a', { class: 'button', href: textPath(file) }, words.open),
      h('a', { href: deskPaths.import }, words.another),
    ]),
    ...part(words.leftToDo, notes.leftToDo),
    ...part(words.recognised, notes.recognised),
    ...part(words.dropped, notes.dropped),
    dataIsland('eingelesen-daten', { file, leftToDo: notes.leftToDo.map((line) => deskSentence(line, inArticle)) }),
  ];
}

/** What stands in a file but not in the history. */
export function notKeptPage(file: string, why: string): ElementContent[] {
  return [
    h('h1', notKeptWords.title),
    h('p', { class: 'error' }, editorWords.savedNotKept(why)),
    h('p', { class: 'buttons' }, h('a', { class: 'button', href: textPath(file) }, notKeptWords.open)),
  ];
}
