import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentFiles, contentFolders } from '../../src/model/content-files.ts';

const project = join(import.meta.dirname, '..', '..');
const table = 'src/model/content-files.ts';
const files = globSync('src/**/*.{ts,mjs,astro}', { cwd: project }).map((file) => file.replaceAll('\\', '/'));
const linesOf = (file: string) =>
  readFileSync(join(project, file), 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line));

describe('paths in content/', () => {
  it('are spelled in one table; sentences in words/ name none that is not in it', () => {
    const elsewhere = files
      .filter((file) => file !== table && !file.startsWith('src/words/'))
      .flatMap((file) => linesOf(file).filter((line) => /['"`](?:content|public)\//.test(line)));
    expect(elsewhere).toEqual([]);
    const known: string[] = [...Object.values(contentFiles), ...Object.values(contentFolders)];
    const named = files
      .filter((file) => file.startsWith('src/words/'))
      .flatMap((file) => linesOf(file).flatMap((line) => line.match(/content\/[\w./-]*\w/g) ?? []));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !known.includes(path))).toEqual([]);
  });
});
