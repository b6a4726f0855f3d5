import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { organisation } from './command-line.ts';
import { inProcess } from './in-process.ts';

const file = 'content/issues/2025-kw33/01-open-prosoz-wesermarsch.md';

/** Content with an error, a warning and a hint in one file, at the lines that are given back. */
function faulty(): { root: string; error: number; warning: number; hint: number } {
  const root = organisation();
  const path = join(root, file);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const text = [
    ...lines,
    '',
    '# Zu groß: 100 %, oder?',
    '',
    '[Siehe](https://xn--mller-kva.example/a b)',
    '',
    'Die KDX tagt.',
  ];
  writeFileSync(path, `${text.join('\n')}\n`);
  return { root, error: lines.length + 2, warning: lines.length + 4, hint: lines.length + 6 };
}

describe('npm run check -- --format', () => {
  it('github sets each finding as a remark at its line', async () => {
    const { root, error, hint } = faulty();
    const { code, out, err } = await inProcess(['check', '--style', '--format', 'github'], root);
    expect(err).toBe('');
    expect(code).toBe(1);
    const remarks = out.trimEnd().split('\n');
    for (const remark of remarks)
      expect(remark).toMatch(/^::(?:error|warning|notice) file=content\/[^:,]+,line=\d+,title=\w+::Gefunden: /);
    expect(remarks).toContainEqual(expect.stringContaining(`::error file=${file},line=${error},title=headingOne::`));
    expect(remarks).toContainEqual(
      expect.stringContaining(`::notice file=${file},line=${hint},title=abbreviationUnexplained::`),
    );
    expect(remarks).toContainEqual(expect.stringContaining('%0AErwartet: '));
  });

  it('github gets no line end, percent sign or colon of a name that would end or change its command', async () => {
    const { root } = faulty();
    writeFileSync(join(root, 'content/issues/2025-kw33/02-100%, a::b.md'), '---\n---\n');
    const { out } = await inProcess(['check', '--format', 'github'], root);
    expect(out).toContain('file=content/issues/2025-kw33/02-100%25%2C a%3A%3Ab.md,line=');
  });

  it('gitlab gets a report with one lasting fingerprint for each finding', async () => {
    const { root, error, hint } = faulty();
    const report = async () => {
      const { out } = await inProcess(['check', '--style', '--format', 'gitlab'], root);
      return JSON.parse(out) as {
        check_name: string;
        fingerprint: string;
        severity: string;
        location: { path: string; lines: { begin: number } };
      }[];
    };
    const before = await report();
    const at = (line: number) => before.find(({ location }) => location.path === file && location.lines.begin === line);
    expect(at(error)).toMatchObject({ check_name: 'headingOne', severity: 'major' });
    expect(at(hint)).toMatchObject({ check_name: 'abbreviationUnexplained', severity: 'info' });
    expect(new Set(before.map(({ fingerprint }) => fingerprint)).size).toBe(before.length);

    // A line more above: all move, none is new.
    const path = join(root, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^---\n\n/m, '---\n\n\n'));
    const after = await report();
    expect(after.map(({ fingerprint }) => fingerprint).sort()).toEqual(
      before.map(({ fingerprint }) => fingerprint).sort(),
    );
  });

  it('a draft holds nothing up', async () => {
    const root = organisation();
    const draft = 'content/issues/2025-kw33/02-entwurf.md';
    writeFileSync(join(root, draft), '---\ndraft: true\n---\n\n# Zu groß\n');
    const { code, out } = await inProcess(['check', '--format', 'github'], root);
    expect(code).toBe(0);
    expect(out).toContain(`::notice file=${draft},line=5,title=headingOne::`);
  });

  it('another program is refused with those that there are', async () => {
    const { code, err } = await inProcess(['check', '--format', 'jenkins'], organisation());
    expect((await inProcess(['check', '--format', 'toString'], organisation())).code).toBe(2);
    expect(code).toBe(2);
    expect(err).toContain('„--format“ kennt „jenkins“ nicht.\nErwartet: github oder gitlab.');
  });
});

describe('the files for CI', () => {
  const lines = (name: string) => {
    const found: string[] = [];
    const visit = (value: unknown): void => {
      if (typeof value === 'string') found.push(...value.split('\n'));
      else if (value && typeof value === 'object') Object.values(value).forEach(visit);
    };
    visit(parse(readFileSync(join(import.meta.dirname, '..', '..', 'ops', 'ci', name), 'utf8')));
    return found.filter((line) => line.startsWith('npm run'));
  };

  it.each(['gitlab.yml', 'github.yml'])(
    '%s calls commands that there are, and finds the shipped content in order',
    async (name) => {
      const calls = lines(name).map((line) =>
        line
          .replace(/ [>|].*$/, '')
          .split(' ')
          .filter((word) => !['npm', 'run', '-s', '--'].includes(word)),
      );
      expect(calls.some(([verb]) => verb === 'build')).toBe(true);
      const root = organisation();
      for (const [verb = '', ...options] of calls) {
        if (verb !== 'check') continue;
        const { code, err } = await inProcess([verb, ...options], root);
        expect({ verb, options, code, err }).toEqual({ verb, options, code: 0, err: '' });
      }
    },
  );
});
