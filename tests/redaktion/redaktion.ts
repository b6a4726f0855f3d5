import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { onTestFinished } from 'vitest';
import { listen, stopListening } from '../../src/delivery/listen.ts';
import { redaktionSettings, startRedaktion } from '../../src/redaktion/start.ts';
import { openSurroundings } from '../../src/settings/open-surroundings.ts';
import { organisation } from '../cli/command-line.ts';
import { freePort } from '../free-port.ts';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

interface Asked {
  method?: string;
  headers?: Record<string, string | undefined>;
  body?: string | Uint8Array;
}

/** A Redaktion that listens, in this process. */
export interface RunningRedaktion {
  folder: string;
  origin: string;
  /** With the key. */
  address: string;
  /** What its log says. */
  told: string[];
  /** A request as the browser of somebody sends it who came in by the key; headers may be replaced or left out. */
  ask(path: string, asked?: Asked): Promise<Answer>;
  /** A request of the pages' script. */
  post(path: string, body: unknown): Promise<{ status: number; answer: Record<string, unknown> }>;
}

/** Starts one on the content of `folder`, for a test or, with `atEnd`, for a whole file; `env` may need to know its origin. */
export async function redaktion(
  folder = organisation(),
  env: Record<string, string> | ((origin: string) => Record<string, string>) = {},
  atEnd: (stop: () => Promise<void>) => void = onTestFinished,
): Promise<RunningRedaktion> {
  const port = await freePort();
  const told: string[] = [];
  const surroundings = openSurroundings(redaktionSettings, {
    root: folder,
    env: { BUILD_DATE: '2026-11-24', ...(typeof env === 'function' ? env(`http://127.0.0.1:${port}`) : env) },
    now: Temporal.Now.instant(),
    uuid: randomUUID,
    print: (text) => told.push(text),
    printError: (text) => told.push(text),
    ask: undefined,
  });
  const started = await startRedaktion(port, surroundings);
  const server = await listen(started.listener, '127.0.0.1', port);
  atEnd(async () => {
    await stopListening(server, 500);
    await started.stop();
  });
  const origin = `http://127.0.0.1:${port}`;
  const address = started.address;
  const ask = (path: string, asked: Asked = {}) =>
    send(port, path, { Host: `127.0.0.1:${port}`, ...asked.headers }, asked);
  const key = new URL(address).searchParams.get('schluessel');
  const opened = key === null ? undefined : await ask(`/?schluessel=${key}`);
  const cookie = String(opened?.headers['set-cookie'] ?? '').split(';')[0];
  const running: RunningRedaktion = {
    folder,
    origin,
    address,
    told,
    ask: (path, asked = {}) => ask(path, { ...asked, headers: { Cookie: cookie, Origin: origin, ...asked.headers } }),
    async post(path, body) {
      const { status, body: text } = await running.ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status, answer: JSON.parse(text) as Record<string, unknown> };
    },
  };
  return running;
}

/** By node:http, which sends any header and any path as it is told. */
function send(port: number, path: string, headers: Asked['headers'], { method = 'GET', body }: Asked): Promise<Answer> {
  const given = Object.entries(headers ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, headers: Object.fromEntries(given), setHost: false, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        });
      },
    );
    request.on('error', reject);
    // As bytes: Node writes headers and a text that follows them in one encoding.
    request.end(body === undefined ? undefined : Buffer.from(body));
  });
}

/** A form with a file in it (RFC 7578). */
export function formWith(
  fields: Record<string, string>,
  file?: { field: string; name: string; bytes: Uint8Array },
): { headers: Record<string, string>; body: Uint8Array } {
  const boundary = `grenze-${randomUUID()}`;
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = file
    ? `--${boundary}\r\nContent-Disposition: form-data; name="${file.field}"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
    : '';
  return {
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([
      Buffer.from(parts.join('') + head),
      file?.bytes ?? new Uint8Array(),
      Buffer.from(`${file ? '\r\n' : ''}--${boundary}--\r\n`),
    ]),
  };
}

/** The data that the page of a text gives its script. */
export async function opened({ ask }: RunningRedaktion, file: string) {
  const { status, body } = await ask(`/text/?datei=${encodeURIComponent(file)}`);
  const json = /<script type="application\/json" id="daten">(.*?)<\/script>/s.exec(body)?.[1];
  if (status !== 200 || json === undefined) throw new Error(`${file}: ${status} ${body.slice(0, 300)}`);
  return JSON.parse(json) as { file: string; version: string; base: string; written: string; isWhole: boolean };
}
