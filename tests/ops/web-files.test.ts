import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { sharedExample } from '../site/build.ts';

const ops = join(import.meta.dirname, '..', '..', 'ops');

/** Files of a build as they lie for the web server, and what takes them over. */
async function builtFiles() {
  const folder = mkdtempSync(join(inject('folderOfTheRun'), 'web-files-'));
  const [built, installed, taken] = ['server', 'lib', 'web'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  cpSync(join(await sharedExample(), 'server'), built, { recursive: true });
  cpSync(join(ops, 'web'), installed, { recursive: true });
  cpSync(join(ops, 'adopt-web-files'), join(installed, 'adopt-web-files'));
  mkdirSync(taken);
  const adopt = () => {
    const { status, stderr } = spawnSync('sh', [join(installed, 'adopt-web-files'), built, taken], {
      encoding: 'utf8',
    });
    return { status, stderr };
  };
  return { built, taken, adopt };
}

test('every line that a build writes for web servers is known, so that they get the files as they are', async () => {
  const { built, taken, adopt } = await builtFiles();
  expect(adopt()).toEqual({ status: 0, stderr: '' });
  const names = readdirSync(taken).sort();
  expect(names).toEqual(
    readdirSync(built)
      .filter((name) => /\.conf$|^Caddyfile/.test(name))
      .concat('logrotate.conf')
      .sort(),
  );
  for (const name of names.filter((each) => each !== 'logrotate.conf')) {
    expect([name, readFileSync(join(taken, name), 'utf8')]).toEqual([name, readFileSync(join(built, name), 'utf8')]);
  }
  expect(readFileSync(join(taken, 'logrotate.conf'), 'utf8')).toContain('rotate 6\n    maxage 7\n');
});

test('the log is kept for as long as the privacy notice says', async () => {
  const { built, taken, adopt } = await builtFiles();
  writeFileSync(join(built, 'log-days'), '3\n');
  adopt();
  expect(readFileSync(join(taken, 'logrotate.conf'), 'utf8')).toContain('rotate 2\n    maxage 3\n');
  writeFileSync(join(built, 'log-days'), '3; rm -rf /\n');
  expect(adopt().status).toBe(0);
  expect(readFileSync(join(taken, 'logrotate.conf'), 'utf8')).toContain('rotate 2\n    maxage 3\n');
});

test.each([
  ['nginx-site.conf', 'access_log /var/lib/kurrende-abo/abo.sqlite;'],
  ['nginx-site.conf', 'location = /x/ { alias /etc/; }'],
  ['nginx-site.conf', 'location = /x/ { return 301 /y/; } location /z/ { alias /etc/; }'],
  ['nginx-site.conf', 'include /etc/shadow;'],
  ['nginx-site.conf', 'add_header X "$document_root" always;'],
  ['nginx-abo.conf', '    proxy_pass http://sammler.example;'],
  ['nginx-maps.conf', "log_format x '$request_body'; lua_code_cache off;"],
  ['apache.conf', 'Header always set X "expr=%{file:/etc/passwd}"'],
  ['apache.conf', 'Include /etc/shadow'],
  ['apache-log.conf', 'CustomLog "|/bin/sh -c id" x'],
  ['apache-abo.conf', 'ProxyPassMatch "^/abo/.*" "http://sammler.example:80" connectiontimeout=5 timeout=60'],
  ['Caddyfile', '    root * /etc'],
  ['Caddyfile-abo', '    respond @down "{env.HOME}" 503'],
  ['Caddyfile-abo', '    reverse_proxy sammler.example:80'],
])('%s with a line that no build writes is not taken: %s', async (name, line) => {
  const { built, taken, adopt } = await builtFiles();
  appendFileSync(join(built, name), `${line}\n`);
  const { status, stderr } = adopt();
  expect([status, stderr]).toEqual([1, expect.stringContaining(`${name} enthält Zeilen, die kein Bau schreibt`)]);
  expect(stderr).toContain(line);
  expect(readdirSync(taken)).not.toContain(name);
});

test('a link in the place of a file is not followed', async () => {
  const { built, taken, adopt } = await builtFiles();
  const secret = join(built, '..', 'secret');
  writeFileSync(secret, '# geheim\n');
  const link = join(built, 'nginx-site.conf');
  spawnSync('rm', [link]);
  symlinkSync(secret, link);
  expect(adopt().status).toBe(0);
  expect(readdirSync(taken)).not.toContain('nginx-site.conf');
});
