/** The buttons above the text: each writes the marks that somebody else would have to know. */
import type { EditorView } from '@codemirror/view';
import { editorWords as words } from '../../words/redaktion-editor.ts';

type Tool = keyof typeof words.tools;

/** What a tool makes of the selected text, and what of it is selected then, counted from its beginning. */
type Made = { text: string; from?: number; to?: number };

/** Makes the buttons work; `onPicture` is what happens for a picture. */
export function openToolbar(toolbar: HTMLElement, view: EditorView, onPicture: () => void): void {
  const buttons = [...toolbar.querySelectorAll<HTMLButtonElement>('button')];
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const tool = button.dataset.tool as Tool;
      if (tool === 'picture') onPicture();
      else apply(tool, view);
    });
  }
  // One stop for the keyboard, arrows within (WAI-ARIA Authoring Practices, toolbar).
  toolbar.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const next = buttons.at((at + step) % buttons.length);
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
  });
}

function apply(tool: Tool, view: EditorView): void {
  const { from, to } = view.state.selection.main;
  const first = view.state.doc.lineAt(from);
  const last = view.state.doc.lineAt(to);
  const selected = view.state.sliceDoc(from, to);
  const lines = view.state.sliceDoc(first.from, last.to).split('\n');
  const replace = (start: number, end: number, { text, from: a = text.length, to: b = a }: Made) => {
    view.dispatch({
      changes: { from: start, to: end, insert: text },
      selection: { anchor: start + a, head: start + b },
    });
    view.focus();
  };
  const inBlock = (made: Made) => {
    // A block stands between empty lines.
    const before = first.number > 1 && view.state.doc.line(first.number - 1).text.trim() !== '' ? '\n' : '';
    const isEmpty = first.text.trim() === '' && first.number === last.number;
    const start = isEmpty ? first.from : last.to;
    const lead = isEmpty ? before : '\n\n';
    const next = last.number < view.state.doc.lines ? view.state.doc.line(last.number + 1).text.trim() : '';
    const shift = (at: number | undefined) => (at === undefined ? undefined : at + lead.length);
    replace(start, isEmpty ? first.to : last.to, {
      text: lead + made.text + (next === '' ? '' : '\n'),
      ...(made.from !== undefined && { from: shift(made.from) ?? 0, to: shift(made.to ?? made.from) ?? 0 }),
    });
  };
  const around = (mark: string) =>
    replace(from, to, { text: mark + selected + mark, from: mark.length, to: mark.length + selected.length });
  const eachLine = (mark: (index: number) => string) =>
    replace(first.from, last.to, { text: lines.map((line, index) => mark(index) + line).join('\n') });

  const tools: Record<Exclude<Tool, 'picture'>, () => void> = {
    heading: () =>
      replace(first.from, first.to, {
        text: /^#{2,3} /.test(first.text) ? first.text.replace(/^#+ /, '') : `## ${first.text}`,
      }),
    bold: () => around('**'),
    italic: () => around('*'),
    list: () => eachLine(() => '- '),
    numbers: () => eachLine((index) => `${index + 1}. `),
    link: () => {
      const text = `[${selected || words.linkText}](https://)`;
      replace(from, to, { text, from: text.length - 1 });
    },
    table: () => {
      const [a = '', b = ''] = words.tableHead;
      inBlock({ text: `| ${a} | ${b} |\n| --- | --- |\n|  |  |`, from: 2, to: 2 + a.length });
    },
    voice: () => {
      const said = selected.trim() || words.voiceText;
      const text = `> „${said}“\n>\n> – ${words.voiceName}`;
      const made = { text, from: text.length - words.voiceName.length, to: text.length };
      if (selected.trim() === '') inBlock({ text, from: 3, to: 3 + said.length });
      else replace(from, to, made);
    },
    note: () => addNote(view, to),
  };
  if (tool !== 'picture') tools[tool]();
}

/** A footnote at a place of the text: its mark there, its words at the end. */
function addNote(view: EditorView, at: number): void {
  const doc = view.state.doc.toString();
  const used = [...doc.matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number));
  const number = Math.max(0, ...used) + 1;
  const end = doc.replace(/\n+$/, '').length;
  view.dispatch({
    changes: [
      { from: at, insert: `[^${number}]` },
      { from: Math.max(end, at), insert: `\n\n[^${number}]: ${words.noteText}` },
    ],
  });
  const start = view.state.doc.toString().lastIndexOf(words.noteText);
  view.dispatch({ selection: { anchor: start, head: start + words.noteText.length }, scrollIntoView: true });
  view.focus();
}
