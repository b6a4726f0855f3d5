import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a command took. */
export interface Measured {
  seconds: number;
  /** Of all its processes. */
  cpuSeconds: number;
  /** Most memory that all of its processes held at a moment, looked at twenty times a second. */
  peakMegabytes: number;
}

/** Runs a command to its end in a process group of its own. Throws what it complained of. */
export async function measure(
  command: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Measured> {
  const script = 'TIMEFORMAT="measured %R %U %S"; time "$@"';
  const child = spawn('bash', ['-c', script, 'bash', ...command], {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
  });
  let said = '';
  child.stdout.resume();
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid ?? 0));
  }, 50);
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  clearInterval(look);
  const [, real, user, system] = /measured (\S+) (\S+) (\S+)/.exec(said) ?? [];
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${said}`);
  return { seconds: Number(real), cpuSeconds: Number(user) + Number(system), peakMegabytes: peak / 1e6 };
}

/** Bytes that the processes of a group hold now. */
function memoryOf(group: number): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, pid) => {
      try {
        // After the name, which may hold anything: state, parent, group.
        const [, , inGroup] = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        if (Number(inGroup) !== group) return sum;
        return sum + Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
      } catch {
        // It has ended meanwhile.
        return sum;
      }
    }, 0);
}

/** Files below a folder, and their bytes. */
export function sizeOf(folder: string): { files: number; bytes: number } {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = found.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return { files: found.length, bytes };
}

/** The largest file whose path in the folder has this form: its path and kilobytes. */
export function largestFile(folder: string, form: RegExp): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => form.test(file));
  const [largest] = files
    .map((file) => ({ file, bytes: statSync(join(folder, file)).size }))
    .sort((a, b) => b.bytes - a.bytes);
  return largest ? `${largest.file} ${(largest.bytes / 1000).toFixed(0)} kB` : '–';
}
