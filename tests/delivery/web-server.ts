import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';

/** A web server that is installed on this machine, with the file that `npm run build` writes for it. */
export interface WebServer {
  name: string;
  installed: boolean;
  /** Serves `dist/` of a built folder on loopback until `stop`; nginx with more lines in its server, if given. */
  start(built: string, lines?: string): Promise<Running>;
}

export interface Running {
  origin: string;
  /** The same over TLS, with a certificate of nobody, where the test has one. */
  secureOrigin?: string;
  stop: () => Promise<void>;
}

function program(...paths: string[]): string | undefined {
  return paths.find((path) => existsSync(path));
}

const nginxProgram = program('/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx');
const apacheProgram = program('/usr/sbin/apache2');
const caddyProgram = program('/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy');
const isRoot = process.getuid?.() === 0;

export const webServers: readonly WebServer[] = [
  { name: 'nginx', installed: !!nginxProgram, start: (built, lines) => startNginx(nginxProgram ?? '', built, lines) },
  { name: 'Apache', installed: !!apacheProgram, start: (built) => startApache(apacheProgram ?? '', built) },
  { name: 'Caddy', installed: !!caddyProgram, start: (built) => startCaddy(caddyProgram ?? '', built) },
];

async function startNginx(nginx: string, built: string, lines = ''): Promise<Running> {
  const [folder, port] = [workFolder('nginx'), await freePort()];
  const securePort = await freePort();
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  execFileSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'],
    ...['-subj', '/CN=kurrende.example', '-keyout', key, '-out', certificate],
  ]);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const configuration = `
    ${isRoot ? 'user root;' : ''}
    daemon off;
    pid ${folder}/pid;
    error_log stderr;
    events { }
    http {
      access_log off;
      ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
      include ${built}/server/nginx-maps.conf;
      server {
        listen 127.0.0.1:${port};
        listen 127.0.0.1:${securePort} ssl;
        ssl_certificate ${certificate};
        ssl_certificate_key ${key};
        root ${built}/dist;
        include ${built}/server/nginx-site.conf;
        ${lines}
      }
    }`;
  writeFileSync(join(folder, 'nginx.conf'), configuration);
  const child = spawn(nginx, ['-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')]);
  return { ...(await running(child, folder, port)), secureOrigin: `https://127.0.0.1:${securePort}` };
}

async function startApache(apache: string, built: string): Promise<Running> {
  const [folder, port] = [workFolder('apache'), await freePort()];
  const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'alias', 'headers', 'rewrite'];
  const configuration = `
    ServerRoot ${folder}
    ServerName 127.0.0.1
    PidFile ${folder}/pid
    ErrorLog "|/bin/cat"
    Listen 127.0.0.1:${port}
    ${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
    TypesConfig /etc/mime.types
    ${isRoot ? 'User www-data\nGroup www-data' : ''}
    DocumentRoot ${built}/dist
    <Directory ${built}/dist>
      Require all granted
      Include ${built}/server/apache.conf
    </Directory>`;
  writeFileSync(join(folder, 'httpd.conf'), configuration);
  return running(spawn(apache, ['-D', 'FOREGROUND', '-f', join(folder, 'httpd.conf')]), folder, port);
}

async function startCaddy(caddy: string, built: string): Promise<Running> {
  const [folder, port] = [workFolder('caddy'), await freePort()];
  const configuration = `{
      admin off
      auto_https off
    }
    http://127.0.0.1:${port} {
      root * ${built}/dist
      import ${built}/server/Caddyfile
    }\n`;
  writeFileSync(join(folder, 'Caddyfile'), configuration);
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(caddy, ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], { env });
  return running(child, folder, port);
}

/** For what a server writes beside the site; it is gone when the server has ended. */
function workFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  // Started by root, a server reads as another user.
  chmodSync(folder, 0o755);
  return folder;
}

/** Waits until the port answers; throws with what the server said if it ends before. */
async function running(child: ChildProcess, folder: string, port: number): Promise<Running> {
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      hasEnded = true;
      rmSync(folder, { recursive: true, force: true });
      resolve();
    });
  });
  const origin = `http://127.0.0.1:${port}`;
  while (!(await answers(origin))) {
    if (hasEnded) throw new Error(`the server ended before it answered:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { origin, stop };
}

function answers(origin: string): Promise<boolean> {
  return fetch(origin).then(
    () => true,
    () => false,
  );
}
