import { expect, it } from 'vitest';
import { knownLines, lineIn } from '../../src/reader/files/known-lines.ts';
import { readYaml } from '../../src/reader/files/yaml.ts';

const yaml = `title: Ein Titel
event:
  start: 2025-09-02
  place: |
    Rathaus,
    Saal 2
attachments:
  - file: a.pdf
    title: A
  - { file: b.pdf, title: B }
toString: 1
`;

it('gives the line of whatever stands there, and of the deepest part of what does not, as the file itself does', () => {
  const located = readYaml(yaml);
  if (Array.isArray(located)) expect.fail('the example is wrong');
  const lineOf = lineIn(knownLines(located.data, located.lineOf));
  const paths = [
    [],
    ['title'],
    ['event', 'place'],
    ['event', 'end'],
    ['attachments', 1, 'title'],
    ['attachments', 0, 'title'],
    ['attachments', 7, 'file'],
    ['title', 'deeper'],
    ['toString'],
    ['constructor', 'name'],
    ['__proto__'],
  ];
  for (const path of paths) expect([path, lineOf(path)]).toEqual([path, located.lineOf(path)]);
  expect(lineOf(['attachments', 1, 'title'])).toBe(10);
});
