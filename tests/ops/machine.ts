import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** A Debian of its own: an overlay over this machine or another Debian, with systemd booted in it and no network but loopback. */
export interface Machine {
  /** Runs lines as root's login shell would, all or up to the first that fails; throws with what they said if one does. */
  run(lines: string): Promise<string>;
  /** The same where failing is right: the exit code and all that was said. */
  try(lines: string): Promise<{ code: number; said: string }>;
  /** A file of the machine, from outside. */
  path(path: string): string;
  stop(): void;
}

/** Why no machine can be booted here; undefined where one can. */
export function noMachineBecause(): string | undefined {
  if (process.getuid?.() !== 0) return 'it needs root';
  if (spawnSync('systemd-nspawn', ['--version']).status !== 0)
    return 'systemd-nspawn is missing (package systemd-container)';
  if (!readFileSync('/proc/filesystems', 'utf8').includes('overlay')) return 'this kernel has no overlay file system';
  return undefined;
}

/** The system that machines boot: this one's, or an unpacked Debian (made by debootstrap) in the folder that is set here. */
const system = process.env.MACHINE_ROOT ?? '/';

/** Boots a machine; `shown` are folders of this one that it sees read-only, by the paths under which it does. */
export async function boot(shown: Record<string, string>): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), 'machine-'));
  const [upper, work, root] = ['upper', 'work', 'root'].map((name) => join(folder, name)) as [string, string, string];
  for (const path of [upper, work, root]) mkdirSync(path);
  execFileSync('mount', [
    '-t',
    'overlay',
    'overlay',
    '-o',
    `lowerdir=${system},upperdir=${upper},workdir=${work}`,
    root,
  ]);
  const inside = (path: string) => join(root, path);
  rmSync(inside('/.dockerenv'), { force: true });
  writeFileSync(inside('/etc/machine-id'), `${randomUUID().replaceAll('-', '')}\n`);
  // What this machine starts for itself is none of the new one's.
  for (const name of readdirSync(inside('/etc/systemd/system/multi-user.target.wants'))) {
    rmSync(inside(join('/etc/systemd/system/multi-user.target.wants', name)));
  }
  const binds = Object.entries(shown).map(([there, here]) => `--bind-ro=${here}:${there}`);
  const options = ['--quiet', '--register=no', '--keep-unit', '--private-network', '--settings=no', '--console=pipe'];
  const name = `--machine=kurrende-${process.pid}-${folder.at(-1)}`;
  const nspawn = spawn('systemd-nspawn', ['-D', root, name, ...options, ...binds, '--boot'], { stdio: 'ignore' });
  const leader = await booted(nspawn);

  const attempt = async (lines: string) => {
    const env = {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: '/root',
      LANG: 'C.UTF-8',
    };
    const enter = ['-t', leader, '-m', '-u', '-i', '-n', '-p', '-C', '--'];
    const call = [...enter, 'bash', '-euo', 'pipefail', '-c', `exec 2>&1\ncd /root\n${lines}`];
    const child = spawn('nsenter', call, { env, cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'close');
    return { said: await text(child.stdout), code: Number((await ended)[0]) };
  };
  return {
    async run(lines) {
      const { code, said } = await attempt(lines);
      if (code !== 0) throw new Error(`${lines}\nended with ${code}:\n${said}`);
      return said;
    },
    try: attempt,
    path: inside,
    stop() {
      spawnSync('kill', ['-KILL', leader]);
      nspawn.kill('SIGKILL');
      for (let tries = 0; tries < 50 && spawnSync('umount', [root]).status !== 0; tries += 1)
        spawnSync('sleep', ['0.1']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until systemd has started everything, and gives the id of its process as seen from here. */
async function booted(nspawn: ChildProcess): Promise<string> {
  while (nspawn.exitCode === null) {
    const leader = spawnSync('pgrep', ['-P', String(nspawn.pid)], { encoding: 'utf8' }).stdout.split('\n')[0];
    const state =
      leader && spawnSync('nsenter', ['-t', leader, '-a', 'systemctl', 'is-system-running'], { encoding: 'utf8' });
    if (state && /running|degraded/.test(state.stdout)) return leader;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the machine ended before it was up');
}
