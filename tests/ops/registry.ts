// A registry on loopback that gives the packages of a lockfile out of npm's cache. With a number it dies after so many
// requests, as one that breaks off midway.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { argv, exit } from 'node:process';

const [, , lockfile = '', cache = '', port = '', most = 'Infinity'] = argv;

interface Locked {
  name?: string;
  version: string;
  /** SHA-512 in Base64 (Subresource Integrity). */
  integrity?: string;
}

const { packages }: { packages: Record<string, Locked> } = JSON.parse(readFileSync(lockfile, 'utf8'));
const documents = new Map<string, { versions: Record<string, unknown>; [field: string]: unknown }>();
for (const [path, entry] of Object.entries(packages)) {
  if (!entry.integrity) continue;
  const name = entry.name ?? path.split('node_modules/').at(-1) ?? '';
  const document = documents.get(name) ?? { name, 'dist-tags': { latest: entry.version }, versions: {} };
  documents.set(name, document);
  const hash = Buffer.from(entry.integrity.replace('sha512-', ''), 'base64').toString('hex');
  const dist = { integrity: entry.integrity, tarball: `http://127.0.0.1:${port}/-/${hash}.tgz` };
  document.versions[entry.version] = { ...entry, name, dist };
}

/** Where npm keeps a tarball, by its SHA-512. */
const kept = (hash: string) =>
  join(cache, '_cacache/content-v2/sha512', hash.slice(0, 2), hash.slice(2, 4), hash.slice(4));

let requests = 0;
const server = createServer(({ url = '' }, response) => {
  requests += 1;
  if (requests > Number(most)) exit(0);
  const hash = /^\/-\/([0-9a-f]+)\.tgz$/.exec(url)?.[1];
  const document = documents.get(decodeURIComponent(url.slice(1)));
  if (hash) {
    // One that npm never fetched is missing for good: that is told, and the others still come.
    const isKept = existsSync(kept(hash));
    if (!isKept) console.error(`not in npm's cache: ${url}`);
    response.writeHead(isKept ? 200 : 404).end(isKept ? readFileSync(kept(hash)) : undefined);
  } else
    response
      .writeHead(document ? 200 : 404, { 'Content-Type': 'application/json' })
      .end(JSON.stringify(document ?? {}));
});
// On a busy machine npm comes back to a connection later than after five seconds, just when it is closed.
server.keepAliveTimeout = 600_000;
server.listen(Number(port), '127.0.0.1');
