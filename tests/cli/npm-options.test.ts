import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { organisation } from './command-line.ts';
import { inProcess } from './in-process.ts';

const product = join(import.meta.dirname, '..', '..');

/** Calls npm as one types it, with nothing of an npm that this test may run under. */
async function npm(args: string[], folder: string): Promise<{ code: unknown; err: string }> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  const called = promisify(execFile)('npm', args, { cwd: product, env: { ...env, SITE_ROOT: folder, VITEST: '' } });
  return called.then(
    ({ stderr }) => ({ code: 0, err: stderr }),
    ({ code, stderr }) => ({ code, err: stderr }),
  );
}

describe('options that npm took for itself', () => {
  test.each([
    ['run send 2025-kw33 --dry-run', 'npm run send -- 2025-kw33 --dry-run'],
    ['run check --fix', 'npm run check -- --fix'],
    ['run send 2025-kw33 --test anna@rathaus.example', 'npm run send -- 2025-kw33 --test anna@rathaus.example'],
    ['run send 2025-kw33 --yes', 'npm run send -- 2025-kw33 --yes'],
  ])(
    '“npm %s” is refused by the command that npm starts, with the line to type',
    async (line, right) => {
      const { code, err } = await npm(line.split(' '), organisation());
      expect(err.trimEnd().split('\n').at(-1)).toBe(`  ${right}`);
      expect(err).toContain('hat npm für sich genommen');
      expect(code).toBe(2);
    },
    120_000,
  );

  test.each<[args: string[], env: Record<string, string>, right: string]>([
    [['send', '2025-kw33'], { npm_config_test: 'a@b.example' }, 'npm run send -- 2025-kw33 --test a@b.example'],
    [['send', '2025-kw33'], { npm_config_test: 'true' }, 'npm run send -- 2025-kw33 --test ADRESSE'],
    [
      ['send', '2025-kw33'],
      { npm_config_retry_unknown: 'true', npm_config_yes: 'true' },
      'npm run send -- 2025-kw33 --yes --retry-unknown',
    ],
    [
      ['import', 'Mein Text.docx', '2025-kw34'],
      { npm_config_issue: 'true' },
      'npm run import -- "Mein Text.docx" --issue 2025-kw34',
    ],
    [['init', 'Mein Blatt'], { npm_config_title: 'true' }, 'npm run init -- --title "Mein Blatt"'],
    [['check', 'gitlab'], { npm_config_format: 'true' }, 'npm run check -- --format gitlab'],
    [['abo', 'import', 'liste.csv'], { npm_config_dry_run: 'true' }, 'npm run abo -- import liste.csv --dry-run'],
    [['build'], { npm_config_release: 'true\n\n' }, 'npm run build -- --release'],
  ])('%j with %j is answered with the whole line', async (args, env, right) => {
    const { code, err } = await inProcess(args, '/nowhere', env);
    expect([code, err.trimEnd().split('\n').at(-1)]).toEqual([2, `  ${right}`]);
  });

  test.each<[args: string[], env: Record<string, string>]>([
    // npm has an empty value for what nobody set, and options of its own that are no business of this command.
    [['check'], { npm_config_yes: '', npm_config_dry_run: 'true', npm_config_fix: '' }],
    [['check', '--fix'], { npm_config_fix: 'true' }],
    [['check', '--help'], { npm_config_fix: 'true' }],
  ])('%j with %j is none of those', async (args, env) => {
    const { code, err } = await inProcess(args, organisation(), env);
    expect([code, err]).toEqual([0, '']);
  });
});
