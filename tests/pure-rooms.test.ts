import { globSync, readFileSync } from 'node:fs';
import { join, matchesGlob, posix } from 'node:path';
import { expect, test } from 'vitest';
import { impure, onPostgres, pure } from './pure-rooms.ts';

const project = join(import.meta.dirname, '..');

/** What starts processes, browsers and servers, and what asks them. */
const world =
  /^(?:node:(?:child_process|cluster|http2?|https|net|tls|worker_threads)|playwright-core|smtp-server|vitest\/node)$/;

const importsOf = (file: string) =>
  [...readFileSync(join(project, file), 'utf8').matchAll(/^(?:(?:import|export) .*?|\} )from '([^']+)';$/gm)].map(
    ([, from = '']) => from,
  );

/** The ways by which a test file reaches the world through other files of the tests. */
function waysOut(file: string, way: readonly string[] = []): string[] {
  if (way.includes(file)) return [];
  return importsOf(file).flatMap((from) => {
    if (world.test(from)) return [[...way, file, from].join(' → ')];
    const target = from.startsWith('.') ? posix.join(posix.dirname(file), from) : '';
    return /^(?:tests|bench)\//.test(target) ? waysOut(target, [...way, file]) : [];
  });
}

const all = globSync('tests/**/*.test.ts', { cwd: project }).map((file) => file.replaceAll('\\', '/'));
const filesOf = ({ include, exclude = [] }: { include: string[]; exclude?: string[] }) =>
  all.filter((file) => include.some((glob) => matchesGlob(file, glob)) && !exclude.includes(file));

test('the tests of pure rooms start nothing: no process, no browser, no server', () => {
  expect(filesOf(pure).flatMap((file) => waysOut(file))).toEqual([]);
});

test('every test file is run once, as a pure one or as another, or on PostgreSQL alone', () => {
  const onPostgresAlone = filesOf(onPostgres).filter((file) => file.startsWith('tests/postgres/'));
  expect([...filesOf(pure), ...filesOf(impure), ...onPostgresAlone].toSorted()).toEqual(all.toSorted());
});
