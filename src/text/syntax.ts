/**
 * Where Markdown takes a sign for a mark that no editor means. What is said here holds while the text is read, so that
 * a sign that is text never takes part in a pair with one that is a mark.
 */
import { attention, characterEscape, codeText, hardBreakEscape } from 'micromark-core-commonmark';
import type { Code, Construct, Extension, TokenizeContext, Tokenizer } from 'micromark-util-types';

/** Stars and underscores as CommonMark takes them, but for those that {@link joins} or that are in a path. */
const attentionAsMeant: Tokenizer = function (effects, ok, nok) {
  const before = this.previous;
  const path = pathAround(this);
  const isText = path !== undefined && !/^[^\\\p{L}\p{N}]*$/u.test(path.before) && !/^[*_]+\P{L}*$/u.test(path.after);
  return attention.tokenize.call(
    this,
    effects,
    (after) => {
      const token = this.events.at(-1)?.[1];
      const signs = token ? this.sliceSerialize(token) : '';
      if (token && (isText || joins(before, signs, after))) Object.assign(token, { _open: false, _close: false });
      return ok(after);
    },
    nok,
  );
};

const codeTextAsMeant: Tokenizer = function (effects, ok, nok) {
  return matches(this.previous, /[\p{L}\p{N}]/u) ? nok : codeText.tokenize.call(this, effects, ok, nok);
};

/**
 * - Stars between letters, digits or brackets are text: `Kolleg*innen`, `3*4`, `(a+b)*(c+d)`.
 * - A backtick right behind a letter is an apostrophe: ``geht`s``.
 * - In a path of Windows backslashes, stars and underscores are text: `\\srv01\_neu`, `C:\*.txt`.
 * - An indented paragraph is no code, and a line above `---` no heading.
 */
export const marksAsMeant: Extension = {
  disable: {
    null: ['attention', 'codeText', 'characterEscape', 'hardBreakEscape', 'codeIndented', 'setextUnderline'],
  },
  text: {
    42: like(attention, attentionAsMeant),
    95: like(attention, attentionAsMeant),
    96: like(codeText, codeTextAsMeant),
    92: [like(hardBreakEscape, outsidePath(hardBreakEscape)), like(characterEscape, outsidePath(characterEscape))],
  },
  string: { 92: like(characterEscape, outsidePath(characterEscape)) },
};

/** The construct under another name, since the one that it replaces is disabled by its name. */
function like(construct: Construct, tokenize: Tokenizer): Construct {
  return { ...construct, name: `${construct.name}AsMeant`, tokenize };
}

/** Whether stars between these two characters join them, as in a word or a sum; `Ein**wort**` is half in bold. */
function joins(before: Code, signs: string, after: Code): boolean {
  if (!signs.startsWith('*')) return false;
  if (!matches(before, /[\p{L}\p{M}\p{N})\]}]/u) || !matches(after, /[\p{L}\p{N}([{]/u)) return false;
  return signs.length === 1 || !matches(before, /[\p{L}\p{M}]/u) || !matches(after, /\p{L}/u);
}

function matches(code: Code, pattern: RegExp): boolean {
  return code !== null && code >= 0 && pattern.test(String.fromCharCode(code));
}

function outsidePath(construct: Construct): Tokenizer {
  return function (effects, ok, nok) {
    return pathAround(this) ? nok : construct.tokenize.call(this, effects, ok, nok);
  };
}

/** `\\server`, `C:\`, `%USERPROFILE%\`, `..\`, or a backslash between two letters; where one is doubled further on, somebody has escaped it. */
const windowsPath =
  /^["'„‚»«(<[*_]*(?:(?:file:)?\\\\[\p{L}\p{N}]|(?:[a-z]:|%\w+%|\.{1,2})\\(?!\\)|[^\\]*[\p{L}\p{N}]\\[\p{L}\p{N}])(?!.*\\\\)/iu;

/** How far one looks for the ends of a path, so that a long line takes the time of its length and no more. */
const reach = 260;

/** The two parts of a path of Windows that the present place is in. */
function pathAround(context: TokenizeContext): { before: string; after: string } | undefined {
  const here = context.now();
  const at = Math.max(0, here._bufferIndex);
  const first = Math.max(0, at - reach);
  const line = context.sliceSerialize({
    start: { ...here, _bufferIndex: first },
    end: { ...here, _bufferIndex: at + reach },
  });
  if (!line.includes('\\')) return undefined;
  let start = at - first;
  while (start > 0 && !/\s/.test(line.charAt(start - 1))) start -= 1;
  const before = line.slice(start, at - first);
  const [after = ''] = /^\S*/.exec(line.slice(at - first)) ?? [];
  return windowsPath.test(before + after) ? { before, after } : undefined;
}
