/** The field for the text: Markdown as it is written, with the problems at their lines. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { ShownProblem } from '../web/api.ts';

/** What is written in the text editor's own words. */
const phrases = {
  Find: 'Suchen',
  Replace: 'Ersetzen',
  next: 'nächste',
  previous: 'vorige',
  all: 'alle',
  'match case': 'Groß und klein',
  'by word': 'ganze Wörter',
  regexp: 'Muster',
  replace: 'ersetzen',
  'replace all': 'alle ersetzen',
  close: 'schließen',
  'current match': 'Fundstelle',
  'on line': 'in Zeile',
  'replaced match on line $': 'ersetzt in Zeile $',
  'replaced $ matches': '$ Stellen ersetzt',
  'Selection deleted': 'Auswahl gelöscht',
};

const marks = HighlightStyle.define([
  { tag: tags.heading, class: 'md-heading' },
  { tag: tags.strong, class: 'md-strong' },
  { tag: tags.emphasis, class: 'md-emphasis' },
  { tag: [tags.link, tags.url], class: 'md-link' },
  { tag: [tags.processingInstruction, tags.contentSeparator], class: 'md-mark' },
  { tag: tags.quote, class: 'md-quote' },
]);

export interface TextEditor {
  view: EditorView;
  text(): string;
  setText(text: string): void;
  showProblems(problems: readonly ShownProblem[]): void;
  goToLine(line: number): void;
  /** Puts text in the place of the selection. */
  insert(text: string): void;
}

/** Puts the field into `parent`. `onChange` is told of each change, `onSave` when somebody presses Ctrl+S. */
export function openTextEditor(
  parent: HTMLElement,
  text: string,
  labels: { labelledBy: string; describedBy: string; nonce: string; isData: boolean },
  { onChange, onSave }: { onChange: () => void; onSave: () => void },
): TextEditor {
  const save = () => {
    onSave();
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(labels.nonce),
        EditorState.phrases.of(phrases),
        history(),
        drawSelection(),
        EditorView.lineWrapping,
        labels.isData ? [] : [markdown(), syntaxHighlighting(marks)],
        lintGutter(),
        search({ top: true }),
        keymap.of([
          { key: 'Mod-s', run: save, preventDefault: true },
          ...searchKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        EditorView.contentAttributes.of({
          'aria-labelledby': labels.labelledBy,
          'aria-describedby': labels.describedBy,
          lang: 'de',
          spellcheck: 'true',
        }),
        EditorView.updateListener.of(({ docChanged }) => {
          if (docChanged) onChange();
        }),
      ],
    }),
  });
  return {
    view,
    text: () => view.state.doc.toString(),
    setText(next) {
      const before = view.state.doc.toString();
      if (before === next) return;
      // Only what differs, so that the place where somebody writes stays theirs.
      let start = 0;
      while (start < Math.min(before.length, next.length) && before[start] === next[start]) start += 1;
      let end = 0;
      const most = Math.min(before.length, next.length) - start;
      while (end < most && before.at(-1 - end) === next.at(-1 - end)) end += 1;
      view.dispatch({
        changes: { from: start, to: before.length - end, insert: next.slice(start, next.length - end) },
      });
    },
    showProblems(problems) {
      const { doc } = view.state;
      const diagnostics = problems.flatMap(({ textLine, severity, found, advice }): Diagnostic[] => {
        if (textLine === undefined || textLine > doc.lines) return [];
        const { from, to } = doc.line(textLine);
        const kind = severity === 'error' ? 'error' : 'warning';
        return [{ from, to, severity: kind, message: `${found}. ${advice}` }];
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goToLine(line) {
      const { from } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      view.focus();
    },
    insert(added) {
      view.dispatch(view.state.replaceSelection(added));
      view.focus();
    },
  };
}
