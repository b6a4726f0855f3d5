import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildExampleFolder, sharedExample } from '../site/build.ts';
import { ask } from './answer.ts';
import { startNginx, webServers } from './web-server.ts';

const nginx = webServers.find(({ name }) => name === 'nginx');

describe.skipIf(!nginx?.installed)('two publications behind one nginx', () => {
  let sites: string[];
  beforeAll(async () => {
    const other = await buildExampleFolder('2026-11-24', (content) => {
      const file = join(content, 'site.md');
      const changed = readFileSync(file, 'utf8')
        .replace(/^publicUrl: .*$/m, 'publicUrl: https://amts-blatt.example')
        .replace(/^aboUrl: .*$/m, 'aboUrl: https://abo.amts-blatt.example');
      writeFileSync(file, changed);
    });
    sites = [await sharedExample(), other];
  });

  test('have each their own headers, logs and pages', async () => {
    const [first = '', second = ''] = sites;
    const server = await startNginx([
      { built: first, host: 'kurrende.example', abo: 'http://127.0.0.1:1' },
      { built: second, host: 'amts-blatt.example', abo: 'http://127.0.0.1:1' },
    ]);
    const get = (host: string, path: string) => ask(server.origin + path, { Host: host });
    const policies = await Promise.all(
      ['kurrende.example', 'amts-blatt.example'].map(
        async (host) => (await get(host, '/')).headers['content-security-policy'],
      ),
    );
    expect(policies[0]).toContain("form-action 'self'; ");
    expect(policies[1]).toContain("form-action 'self' https://abo.amts-blatt.example; ");
    for (const host of ['kurrende.example', 'amts-blatt.example']) {
      expect((await get(host, '/feeds/')).headers['content-security-policy']).toContain("script-src 'self';");
      expect((await get(host, '/abo/abmelden/x/')).status).toBe(503);
    }
    expect(server.logs().match(/GET \/feeds\/ /g)).toHaveLength(2);
    await server.stop();
  });
});
