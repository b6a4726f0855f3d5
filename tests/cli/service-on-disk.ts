import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { freePort } from '../free-port.ts';
import { until } from '../until.ts';

const command = join(import.meta.dirname, '..', '..', 'src', 'cli', 'kurrende.mjs');

/** Whether this machine lets a test have a disk of its own. */
export const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

export interface OnDisk {
  /** All that it has printed. */
  lines: readonly string[];
  /** Runs a line of shell where the disk is mounted at `$DATA`. */
  shell: (line: string) => Promise<void>;
}

/** Runs a command whose folder `data` is a small disk of its own, until `ready` stands in what it prints. */
async function onSmallDisk(
  { data, args, before, ready }: { data: string; args: string; before: string; ready: string },
  env: Record<string, string>,
): Promise<OnDisk> {
  const script = `mount -t tmpfs -o size=16m tmpfs "$DATA" || exit 1
${before}
"$NODE" "$COMMAND" ${args} & service=$!
while read -r line; do sh -c "$line"; echo "# done"; done
kill $service; wait $service`;
  const child = spawn('unshare', ['-rm', 'sh', '-c', script], {
    env: { ...process.env, VITEST: '', NODE_ENV: '', NODE: process.execPath, COMMAND: command, DATA: data, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  onTestFinished(async () => {
    child.stdin.end();
    await ended;
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  await until(() => lines.some((line) => line.includes(ready)));
  const done = () => lines.filter((line) => line === '# done').length;
  return {
    lines,
    async shell(line) {
      const earlier = done();
      child.stdin.write(`${line}\n`);
      await until(() => done() > earlier);
    },
  };
}

export interface ServiceOnDisk extends Pick<OnDisk, 'shell'> {
  origin: string;
  /** The events that it logged, with their causes. */
  log: () => { event: string; cause?: string }[];
}

/** `npm run service` on the site in `folder`, whose data lie on a small disk of their own. */
export async function serviceOnDisk(folder: string, smtpUrl: string): Promise<ServiceOnDisk> {
  const data = join(folder, 'platte');
  mkdirSync(data);
  const port = String(await freePort());
  const { lines, shell } = await onSmallDisk(
    { data, args: 'service', before: '', ready: 'Abo-Dienst läuft' },
    { SITE_ROOT: folder, DATA_DIR: data, ABO_PORT: port, SMTP_URL: smtpUrl },
  );
  return {
    origin: `http://127.0.0.1:${port}`,
    log: () => lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line)),
    shell,
  };
}

/** `npm run redaktion` on a copy of `folder` that lies, with its history, on a small disk of its own; gives its address. */
export async function redaktionOnDisk(folder: string): Promise<Pick<OnDisk, 'shell'> & { address: string }> {
  const data = join(folder, 'platte');
  mkdirSync(data);
  const port = String(await freePort());
  const { lines, shell } = await onSmallDisk(
    { data, args: 'redaktion', before: 'cp -r "$FROM/content" "$DATA/"', ready: 'läuft: ' },
    { FROM: folder, SITE_ROOT: data, BUILD_DATE: '2026-11-24', REDAKTION_PORT: port },
  );
  return { address: /läuft: (\S+)/.exec(lines.join('\n'))?.[1] ?? '', shell };
}

/** Runs a command while the disk under `data` may only be read. */
export function onReadOnlyDisk(data: string, args: string[], folder: string): { code: number | null; err: string } {
  const script = 'mount --bind "$DATA" "$DATA" && mount -o remount,bind,ro "$DATA" && exec "$NODE" "$COMMAND" "$@"';
  const { status, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', ...args], {
    env: { ...process.env, NODE: process.execPath, COMMAND: command, SITE_ROOT: folder, DATA: data, DATA_DIR: data },
    encoding: 'utf8',
  });
  return { code: status, err: stderr };
}
