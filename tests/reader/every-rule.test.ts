import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ruleNames } from '../../src/words/problems.ts';

it('every rule is shown in a test of this folder as the editor reads it', () => {
  const tests = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));
  const shown = new Set(
    tests
      .flatMap((text) => [
        ...text.matchAll(
          /^ *content\/\S+:\d+.* \((?:error|warning|hint) (\w+)\)\n *Gefunden: .+\n *Erwartet: .+\n *Zu tun: ./gm,
        ),
      ])
      .map(([, rule]) => rule),
  );
  expect(ruleNames.filter((rule) => !shown.has(rule))).toEqual([]);
});
