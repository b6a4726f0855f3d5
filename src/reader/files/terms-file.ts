import { isRecord } from '../../model/field.ts';
import type { Problem } from '../../model/problem.ts';
import { type Terms, termsSchema } from '../../model/terms.ts';
import { finding } from '../../words/problems.ts';
import type { TermKind } from '../../words/terms.ts';
import { listedFields } from './listed-fields.ts';
import { damagedCharacters, decode, fieldName, type ParsedFile } from './parsed-file.ts';
import { checkAgainst } from './schema-findings.ts';
import { readYaml } from './yaml.ts';

export const noTerms: Terms = { topics: [], municipalities: [], software: [] };

/** The terms in a file that is data from its first line to its last; without a value where it can't be read. */
export function parseTerms(file: string, bytes: Uint8Array): ParsedFile<Terms> {
  const text = decode(bytes);
  const problems: Problem[] = damagedCharacters(text ?? '').map(({ line, finding: found }) => ({
    file,
    line,
    ...found,
  }));
  const yaml = text === undefined ? [{ line: 1, finding: finding('notUtf8', {}) }] : readYaml(text);
  const parsed = (value?: Terms): ParsedFile<Terms> => ({
    ...{ file, usable: {}, data: undefined, problems, isDraft: false, lineOf: () => 1 },
    listed: listedFields({ value, usable: {}, data: undefined }),
    ...{ body: { type: 'root', children: [] }, blocks: [], words: 0, references: [], anchors: new Set() },
    ...(value && { value }),
  });
  if (Array.isArray(yaml)) {
    problems.push(...yaml.map(({ line, finding: found }) => ({ file, line, ...found })));
    return parsed();
  }
  const { value, findings } = checkAgainst(termsSchema, yaml.data, yaml);
  for (const { path, finding: found } of findings) {
    problems.push({ file, line: yaml.lineOf(path), field: fieldName(path), ...found });
  }
  return parsed(value ?? usableTerms(yaml.data));
}

/** Each term that is right by itself, so that one mistake doesn't make every use of the others unknown. */
function usableTerms(data: unknown): Terms {
  if (!isRecord(data)) return noTerms;
  const terms = { ...noTerms };
  for (const kind of Object.keys(noTerms) as TermKind[]) {
    const entries = Array.isArray(data[kind]) ? data[kind] : [];
    const usable = entries.flatMap((entry) => checkAgainst(termsSchema, { [kind]: [entry] }).value?.[kind] ?? []);
    Object.assign(terms, { [kind]: usable });
  }
  return terms;
}
