import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { article, issueFolder, projectWith, readIn, terms } from './sample-content.ts';

it('a pipe is refused and never waited for', () => {
  const project = projectWith({ [article]: undefined, [terms]: undefined });
  mkdirSync(join(project, 'public'));
  for (const pipe of [article, terms, `${issueFolder}/plan.pdf`, 'public/warteschlange']) {
    execFileSync('mkfifo', [join(project, pipe)]);
  }
  const { problems: found } = readIn(project);
  expect(found.map(({ file, found: what }) => `${file} ${what}`)).toEqual([
    `${article} eine Pipe: „${article}“`,
    `${issueFolder}/plan.pdf eine Pipe: „${issueFolder}/plan.pdf“`,
    `${terms} eine Pipe: „${terms}“`,
    'public/warteschlange eine Pipe: „public/warteschlange“',
  ]);
});
