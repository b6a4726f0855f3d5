import { isRecord } from '../../model/field.ts';
import { readYaml } from './yaml.ts';

/** What there is of a Markdown file whose head can't be read. Lines count from the beginning of the file. */
interface Rescued {
  /** The fields whose own lines can be read, and of those of one line the others too, as text. */
  data: Record<string, unknown>;
  /** Where each field begins. */
  fields: { name: string; line: number }[];
  body: string;
  bodyLine: number;
}

/** The head ends at a line of dashes, or at the first empty line where there is none. */
export function rescueText(text: string): Rescued {
  const lines = text.split('\n');
  const start = isDashes(lines[0]) ? 1 : 0;
  const dashes = lines.findIndex((line, index) => index >= start && isDashes(line));
  const end = dashes >= 0 ? dashes : lines.findIndex((line) => line.trim() === '');
  const headEnd = end < 0 ? lines.length : end;
  const fields = fieldsOf(lines.slice(start, headEnd), start + 1);
  const isAllText = start === 0 && fields.length === 0;
  const bodyStart = isAllText ? 0 : Math.min(headEnd + 1, lines.length);
  return {
    data: Object.assign({}, ...fields.map(({ data }) => data)),
    fields: fields.map(({ name, line }) => ({ name, line })),
    body: lines.slice(bodyStart).join('\n'),
    bodyLine: bodyStart + 1,
  };
}

/** What stands for the three hyphens, Word's dashes too. */
const isDashes = (line = '') => /^(?:---|[–—]+-?)[ \t]*$/.test(line);

/** Each field with the lines below it that belong to it. */
function fieldsOf(head: readonly string[], firstLine: number) {
  const starts = head.flatMap((line, index) => (/^[\w-]+:/.test(line) ? [index] : []));
  return starts.map((at, index) => {
    const source = head.slice(at, starts[index + 1]).join('\n');
    const [, name = '', words = ''] = /^([\w-]+):[ \t]*(.*)$/s.exec(source.trimEnd()) ?? [];
    const located = readYaml(source);
    const isReadable = !Array.isArray(located) && isRecord(located.data);
    const asText = words === '' || words.includes('\n') ? {} : { [name]: words };
    return { name, line: firstLine + at, data: isReadable ? located.data : asText };
  });
}
