import type { LocatedData } from './located-data.ts';

const field = /^([a-z][A-Za-z]*): (.+)$/;
/** A text that begins with a letter and holds no sign of YAML, or a date, which is a text to it too. */
const text = /^(?:\p{L}(?:[^:#\p{C}\p{Z}]| |:(?=[^ ]))*(?<! )|\d{4}-\d{2}-\d{2})$/u;
const listOfWords = /^\[[a-z][a-z\d-]*(?:, [a-z][a-z\d-]*)*\]$/;
/** Words that are no text to YAML. */
const otherWord = /^(?:true|false|null)$/i;

/**
 * Fields of one line each with plain words behind their names, which most heads are made of: to read them as that takes a
 * twentieth of the time. Undefined for all other YAML: its parser has to say what that means.
 */
export function plainFields(yaml: string): LocatedData | undefined {
  const data: Record<string, unknown> = {};
  const sources = new Map<unknown, { line: number; written: string | string[] }>();
  for (const [index, line] of yaml.split('\n').entries()) {
    if (line === '') continue;
    const [, name = '', value = ''] = field.exec(line) ?? [];
    const read = readPlain(value);
    if (read === undefined || sources.has(name) || otherWord.test(name)) return undefined;
    data[name] = read;
    sources.set(name, { line: index + 1, written: Array.isArray(read) ? read : value });
  }
  if (sources.size === 0) return undefined;
  return {
    data,
    lineOf: ([name]) => sources.get(name)?.line ?? 1,
    sourceOf([name, entry, ...deeper]) {
      const { written } = sources.get(name) ?? {};
      if (deeper.length > 0) return undefined;
      if (Array.isArray(written)) return entry === undefined ? undefined : written[Number(entry)];
      return entry === undefined ? written : undefined;
    },
    commentAfter: () => undefined,
  };
}

function readPlain(written: string): string | boolean | string[] | undefined {
  if (written === 'true' || written === 'false') return written === 'true';
  if (text.test(written)) return otherWord.test(written) ? undefined : written;
  if (!listOfWords.test(written)) return undefined;
  const words = written.slice(1, -1).split(', ');
  return words.some((word) => otherWord.test(word)) ? undefined : words;
}
