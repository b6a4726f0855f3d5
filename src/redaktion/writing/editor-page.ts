/** The page on which a text is written. What happens on it is in `browser/`. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Terms } from '../../model/terms.ts';
import { parseIssueKey } from '../../model/week.ts';
import { dayText } from '../../views/parts/date.ts';
import { issueLabel } from '../../views/parts/label.ts';
import { fieldGroups } from '../../words/forms/groups.ts';
import { deskFrame, overviewWords } from '../../words/redaktion.ts';
import { approvalWords, editorWords } from '../../words/redaktion-editor.ts';
import type { OpenText } from '../desk.ts';
import { formHtml } from '../form/form-html.ts';
import { formGroups } from '../form/form-model.ts';
import { previewKindsOf } from '../preview/previews.ts';
import { type Showing, showingPart } from '../showing/hand-out-part.ts';
import { headData } from '../text/head-data.ts';
import { isData, partsOf, withPlainLineEnds } from '../text/written-file.ts';
import { dataIsland } from '../web/frame.ts';
import { deskPaths, historyPath, textPath } from '../web/paths.ts';
import type { ApprovalState } from './approval.ts';
import { attachmentField } from './attachment-field.ts';
import { conflictDialog, pictureDialog } from './dialogs.ts';

/** What the page's script is given. */
export interface EditorData {
  file: string;
  version: string;
  base: string;
  /** What the text field holds: the body, or the whole file. */
  written: string;
  isWhole: boolean;
  /** Whether it is data from its first line to its last, and no Markdown. */
  isData: boolean;
  hasPictures: boolean;
}

/** The head of a text as it can be shown in a form; undefined where only the whole file can be edited. */
function editableHead({ file, text }: OpenText): { data: Record<string, unknown>; body: string } | undefined {
  const parts = partsOf(file, text);
  const data = parts && headData(parts.head);
  return parts && data ? { data, body: parts.body } : undefined;
}

/** `asWhole` shows the file as it is, although there is a form for it. */
export function editorPage(
  open: OpenText,
  title: string,
  context: {
    terms: Terms | undefined;
    asWhole: boolean;
    approval: ApprovalState | undefined;
    showing: Showing;
  },
): ElementContent[] {
  const head = context.asWhole ? undefined : editableHead(open);
  const canBeForm = editableHead(open) !== undefined;
  const isWhole = head === undefined;
  const formContext = { groups: fieldGroups[open.form], terms: context.terms };
  const groups = head
    ? formHtml(formGroups(open.schema, head.data, formContext), { attachments: attachmentField() })
    : [];
  // What the house says of itself is data first; the others are texts.
  const above = open.kind === 'house' ? groups.length : 1;
  const hasPictures = open.issue !== undefined;
  const data: EditorData = {
    file: open.file,
    version: open.version,
    base: open.text,
    written: withPlainLineEnds(head ? head.body : open.text),
    isWhole,
    isData: isData(open.file),
    hasPictures,
  };
  const other = isWhole
    ? canBeForm && h('a', { href: textPath(open.file) }, editorWords.asForm)
    : h('a', { href: `${textPath(open.file)}&ganz=1` }, editorWords.asWhole);
  return [
    h('div', { class: 'bar' }, [
      h('div', { class: 'bar-title' }, [
        h('h1', { 'data-of': head && open.kind !== 'house' ? 'feld-title' : undefined }, title),
        h('p', { class: 'note' }, [
          placeOf(open, isWhole),
          ' · ',
          h('a', { href: historyPath(open.file) }, editorWords.history),
          ...(other ? [' · ', other] : []),
          h('span', { class: 'to-preview' }, [' · ', h('a', { href: '#vorschaubereich' }, editorWords.toPreview)]),
        ]),
      ]),
      h('div', { class: 'bar-actions' }, [
        h('p', { class: 'note', id: 'zustand', role: 'status' }, editorWords.unchanged),
        h('button', { type: 'button', id: 'sichern' }, editorWords.save),
      ]),
    ]),
    h('noscript', h('p', deskFrame.needsScript)),
    h('div', { id: 'rettung', class: 'notice', hidden: true }, [
      h('p', editorWords.restoreBackup),
      h('p', { class: 'buttons' }, [
        h('button', { type: 'button', id: 'rettung-nehmen' }, editorWords.takeBackup),
        h('button', { type: 'button', class: 'plain', id: 'rettung-verwerfen' }, editorWords.dropBackup),
      ]),
    ]),
    h('section', { id: 'eingelesen', class: 'notice', hidden: true, 'aria-labelledby': 'eingelesen-titel' }, [
      h('h2', { id: 'eingelesen-titel' }, editorWords.importedNotes),
      h('ul', { id: 'eingelesen-liste' }),
      h('p', h('button', { type: 'button', class: 'plain', id: 'eingelesen-erledigt' }, editorWords.importedDone)),
    ]),
    h('div', { class: 'desk-columns' }, [
      h('div', { class: 'writing' }, [
        problemsPanel(),
        h('form', { id: 'formular', autocomplete: 'off', novalidate: true }, [
          ...groups.slice(0, above),
          textField(open, isWhole, canBeForm),
          ...groups.slice(above),
        ]),
      ]),
      previewPanel(open, context),
    ]),
    ...(hasPictures ? [pictureDialog()] : []),
    conflictDialog(),
    dataIsland('daten', data),
  ];
}

/** Where the text belongs; who edits a file as a whole is told its name. */
function placeOf({ file, issue, kind }: OpenText, isWhole: boolean): Element {
  const week = issue === undefined ? undefined : parseIssueKey(issue);
  if (isWhole) return h('code', file);
  if (!week) {
    return h('a', { href: deskPaths.overview }, kind === 'page' ? overviewWords.pages : overviewWords.house);
  }
  return h('a', { href: `${deskPaths.overview}?jahr=${week.year}#${issue}` }, issueLabel(week));
}

function problemsPanel(): Element {
  return h('details', { class: 'problems-panel', id: 'probleme', open: true }, [
    h('summary', [`${editorWords.problems}: `, h('span', { id: 'problemzahl', role: 'status' }, editorWords.checking)]),
    h('div', { id: 'problemliste' }),
  ]);
}

/** `canBeForm`: somebody chose to see the file as a whole. */
function textField({ file, form, issue }: OpenText, isWhole: boolean, canBeForm: boolean): Element {
  const { tools } = editorWords;
  const isText = !isData(file);
  const names = (Object.keys(tools) as (keyof typeof tools)[]).filter(
    (name) => issue !== undefined || name !== 'picture',
  );
  const whyWhole = isText
    ? editorWords[canBeForm ? 'wholeChosen' : 'wholeWhy']
    : `${editorWords.dataWhy} ${editorWords[canBeForm ? 'dataInForm' : 'dataBroken']}`;
  const { title, why } = isWhole
    ? { title: editorWords.whole, why: whyWhole }
    : (editorWords.bodies[form] ?? { title: editorWords.body, why: undefined });
  // Data have no text below them: there is nothing to be written in the field.
  const isHidden = !isWhole && !isText;
  return h('section', { class: 'text-field', 'aria-labelledby': 'text-titel', hidden: isHidden }, [
    h('h2', { id: 'text-titel', tabIndex: -1 }, title),
    ...(why === undefined ? [] : [h('p', { class: 'help' }, why)]),
    ...(isText
      ? [
          h('div', { class: 'toolbar', role: 'toolbar', 'aria-label': editorWords.toolbar }, [
            ...names.map((name, index) =>
              h(
                'button',
                { type: 'button', class: 'plain', 'data-tool': name, tabIndex: index === 0 ? 0 : -1 },
                tools[name],
              ),
            ),
          ]),
        ]
      : []),
    h('div', { id: 'textfeld' }),
    h('p', { class: 'help', id: 'texthilfe' }, isText ? editorWords.bodyHelp : editorWords.dataHelp),
  ]);
}

/** How the text stands with the second pair of eyes. */
function approvalPart({ file, version }: OpenText, { present, found, obstacle }: ApprovalState): Element {
  const words = approvalWords;
  const day = found && dayText(found.approval.on).text;
  const state =
    found && day ? (found.isCurrent ? words.approved : words.outdated)(found.approval.by, day) : words.missing;
  const approve = h('form', { method: 'post', action: deskPaths.approve }, [
    h('input', { type: 'hidden', name: 'datei', value: file }),
    h('input', { type: 'hidden', name: 'version', value: version }),
    h('input', { type: 'hidden', name: 'gesehen', value: present }),
    h('button', { type: 'submit' }, words.approve),
  ]);
  return h('section', { class: 'aside-part', 'aria-labelledby': 'freigabe' }, [
    h('h2', { id: 'freigabe' }, words.title),
    h('p', state),
    h('p', { class: 'help' }, words.explain),
    ...(found?.isCurrent ? [] : [obstacle === undefined ? approve : h('p', { class: 'help' }, obstacle)]),
  ]);
}

function previewPanel(
  open: OpenText,
  { approval, showing }: { approval: ApprovalState | undefined; showing: Showing },
): Element {
  return h('section', { class: 'previewing', id: 'vorschaubereich', 'aria-label': editorWords.preview }, [
    h('p', { class: 'note to-preview' }, h('a', { href: '#text-titel' }, editorWords.toText)),
    h('div', { role: 'tablist', 'aria-label': editorWords.preview, class: 'tabs' }, [
      ...previewKindsOf(open).map((kind, index) =>
        h(
          'button',
          {
            type: 'button',
            role: 'tab',
            id: `reiter-${kind}`,
            'data-preview': kind,
            'aria-selected': String(index === 0),
            'aria-controls': 'vorschau',
            tabIndex: index === 0 ? 0 : -1,
          },
          kind === 'page' && open.form === 'site' ? editorWords.homePreview : editorWords.previews[kind],
        ),
      ),
    ]),
    h('div', { role: 'tabpanel', id: 'vorschau', 'aria-labelledby': 'reiter-page' }, [
      h('dl', { class: 'preview-facts', id: 'vorschau-angaben' }),
      h('p', { class: 'note', id: 'vorschau-probleme', hidden: true }, [
        h('span', { id: 'vorschau-problemzahl' }),
        ' ',
        h('a', { href: '#probleme' }, editorWords.toProblems),
      ]),
      h('p', { class: 'notice', id: 'vorschau-meldung', hidden: true }),
      h('iframe', { id: 'vorschau-bild', title: editorWords.preview, sandbox: 'allow-same-origin', hidden: true }),
    ]),
    ...(approval ? [approvalPart(open, approval)] : []),
    ...showingPart(open, showing),
  ]);
}
