import { articleFile } from '../../src/import/article-file.ts';
import type { ImportOptions } from '../../src/import/compose-article.ts';
import { importFile } from '../../src/import/import-file.ts';
import type { Imported } from '../../src/import/imported.ts';
import { adviseOnArticle, articleSchema } from '../../src/model/article.ts';
import { parseFile } from '../../src/reader/files/parsed-file.ts';

/** An import with what the reader says about its file. */
export interface Result extends Imported {
  /** The article's file. */
  file: string;
  /** Findings of the reader, without those that only a person can answer. */
  problems: string[];
}

/** What a person has to fill in, decide or put into words. */
const forPersons = new Set([
  'altMissing',
  'consentUnknown',
  'creditMissing',
  'fieldEntity',
  'fieldHtml',
  'fieldMark',
  'letterLost',
  'licenceMissing',
  'linkTextEmpty',
  'placeholder',
  'releaseMissing',
]);

/** Imports bytes or text and looks at the result with the reader's eyes. */
export async function imported(name: string, content: Uint8Array | string, options?: ImportOptions): Promise<Result> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await importFile({ name, bytes }, options);
  const file = articleFile(result, 'tag:blatt.example,2025-08-14:import');
  const { problems } = parseFile('01-a.md', new TextEncoder().encode(file), articleSchema, { advise: adviseOnArticle });
  const told = problems.filter(({ rule }) => !forPersons.has(rule));
  return { ...result, file, problems: told.map(({ line, rule, found }) => `${line} ${rule}: ${found}`) };
}

/** The text of an import, by blank lines. */
export async function bodyOf(name: string, content: Uint8Array | string): Promise<string> {
  const result = await imported(name, content);
  if (result.problems.length > 0)
    throw new Error(`the reader objects:\n${result.problems.join('\n')}\n\n${result.body}`);
  return result.body;
}

/** What importing says in the place of a result. */
export async function refusal(name: string, content: Uint8Array | string): Promise<string> {
  try {
    await imported(name, content);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`${name} was read`);
}
