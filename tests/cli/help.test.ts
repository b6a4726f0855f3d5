import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command as abo } from '../../src/cli/abo.ts';
import { main } from '../../src/cli/main.ts';
import { aboHelp } from '../../src/words/abo-commands.ts';
import { commandHelp } from '../../src/words/help.ts';

/** Calls a command that never comes to run, as from a folder with nothing in it. */
async function call(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await main(args, {
    root: '/nowhere',
    env: {},
    now: Temporal.Instant.from('2026-11-24T08:00:00Z'),
    uuid: () => '',
    print: (text) => {
      said.out += text;
    },
    printError: (text) => {
      said.err += text;
    },
  });
  return { code, ...said };
}

describe('--help', () => {
  test('of all commands names each of them, and how to learn more', async () => {
    const { out, code } = await call('--help');
    expect(code).toBe(0);
    for (const { call: line } of Object.values(commandHelp)) expect(out).toContain(line);
    expect(out).toMatch(/\nOptionen und Beispiele zu einem Befehl: npm run send -- --help$/);
    expect([(await call()).out, (await call('help')).out]).toEqual([out, out]);
  });

  test('of one command names its options with an example, before or behind what else is said', async () => {
    const { out, code } = await call('send', '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/^npm run send -- AUSGABE\n/);
    expect(out).toMatch(/\n {2}--test ADRESSE +eine Probe/);
    expect(out).toMatch(/\nBeispiele:\n {2}npm run send -- 2025-kw33 --dry-run/);
    for (const args of [
      ['help', 'send'],
      ['send', '2025-kw33', '-h'],
      ['-h', 'send'],
    ]) {
      expect((await call(...args)).out).toBe(out);
    }
  });

  test('of a verb of “abo” shows that verb', async () => {
    expect((await call('abo', '--help')).out).toContain('npm run abo -- erase ADRESSE');
    const { out } = await call('abo', 'import', '--help');
    expect(out).toMatch(/^npm run abo -- import DATEI\n/);
    expect(out).toMatch(/\n {2}--dry-run +nur zeigen/);
  });
});

test('every option of every command is in its help, and no other; its settings are those that it uses', async () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'));
  const started = Object.entries<string>(scripts).filter(([, line]) => line.includes('kurrende.mjs'));
  expect(Object.keys(commandHelp).sort()).toEqual(started.map(([name]) => name).sort());
  expect(Object.keys(aboHelp).sort()).toEqual(Object.keys(abo.verbs).sort());
  const { abo: _, ...single } = commandHelp;
  const inFolder = Object.entries(aboHelp).map(([name, help]) => ({ name, help, isOfAbo: true }));
  const all = [...Object.entries(single).map(([name, help]) => ({ name, help, isOfAbo: false })), ...inFolder];
  for (const { name, help, isOfAbo } of all) {
    const { command } = isOfAbo
      ? await import(`../../src/cli/abo/${name}.ts`)
      : await import(`../../src/cli/${name}.ts`);
    const named = Object.keys('options' in help ? help.options : {}).map((line) => /^--([\w-]+)/.exec(line)?.[1]);
    expect([name, command.help, named.sort()]).toEqual([name, help, Object.keys(command.options).sort()]);
    // What the help names matters to the command; some that matter are only in the manual.
    const variables = Object.keys('settings' in help ? help.settings : {}).flatMap((names) => names.split(', '));
    expect([name, variables.filter((variable) => !command.settings.includes(variable))]).toEqual([name, []]);
  }
});

describe('a wrong call', () => {
  test.each([
    [['send', '--tset', 'a@b.example'], 'Die Option „--tset“ gibt es hier nicht. Meinten Sie „--test“?'],
    [['check', '--realease=yes'], 'Die Option „--realease“ gibt es hier nicht. Meinten Sie „--release“?'],
    [['check', '--release=yes'], 'Hinter der Option „--release“ steht kein Wert. Lassen Sie ihn weg.'],
    [['check', 'alles'], 'Mit „alles“ kann dieser Befehl nichts anfangen.'],
    [['abo', 'stats', '--json'], 'Die Option „--json“ gibt es hier nicht.'],
  ])('%j gets the help of that command only, and last what is wrong', async (args, sentence) => {
    const { err, code } = await call(...args);
    expect(code).toBe(2);
    expect(err.split('\n').at(-1)).toBe(sentence);
    expect(err).toMatch(new RegExp(`^npm run ${args[0] === 'abo' ? 'abo -- stats' : args[0]}`));
    expect(err).not.toContain('npm run dev');
  });

  test('of a command that doesn’t exist gets all that there are, and last what is wrong', async () => {
    expect((await call('sendd')).err).toMatch(/^Kurrende\n.*Den Befehl „sendd“ gibt es nicht\. Meinten Sie „send“\?$/s);
    expect((await call('abo', 'exprot')).err).toMatch(
      /npm run abo -- purge.*„exprot“ gibt es nicht\. Meinten Sie „export“\?$/s,
    );
  });
});
