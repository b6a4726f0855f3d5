import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { until } from '../until.ts';

/**
 * A Redaktion in a process of its own, which can be killed, with the page of a text and the cookie of who has it open. The
 * words `before` its call can limit what it gets.
 */
export async function redaktionInOwnProcess(folder: string, file: string, before: readonly string[] = []) {
  const product = join(import.meta.dirname, '..', '..');
  const port = await freePort();
  const call = [...before, process.execPath, join(product, 'src', 'cli', 'kurrende.mjs'), 'redaktion'];
  const child = spawn(String(call[0]), call.slice(1), {
    cwd: product,
    env: {
      ...process.env,
      VITEST: '',
      NODE_ENV: '',
      SITE_ROOT: folder,
      BUILD_DATE: '2026-11-24',
      REDAKTION_PORT: String(port),
    },
  });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += String(chunk);
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const address = String(await until(() => /läuft: (\S+)/.exec(printed)?.[1]));
  const origin = `http://127.0.0.1:${port}`;
  const { headers } = await fetch(address, { redirect: 'manual' });
  const cookie = String(headers.get('set-cookie')).split(';')[0] ?? '';
  const html = await (await fetch(`${origin}/text/?datei=${file}`, { headers: { cookie } })).text();
  const page = JSON.parse(/id="daten">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}') as { version: string; base: string };
  const ask = (path: string, asked: { headers?: Record<string, string>; body: string | FormData }) =>
    fetch(origin + path, { method: 'POST', body: asked.body, headers: { cookie, origin, ...asked.headers } });
  const get = async (path: string) => {
    const answer = await fetch(origin + path, { headers: { cookie } });
    return { status: answer.status, html: await answer.text() };
  };
  return { page, ask, get, child, ended };
}
