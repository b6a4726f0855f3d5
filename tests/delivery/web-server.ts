import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';

/** A web server that is installed on this machine, with the files that `npm run build` writes for it. */
export interface WebServer {
  name: string;
  installed: boolean;
  /** Serves `dist/` of a built folder on loopback until `stop`; with the Abo, if its service's address is given. */
  start(built: string, abo?: string): Promise<Running>;
}

export interface Running {
  origin: string;
  /** The same over TLS, with a certificate of nobody, where the test has one. */
  secureOrigin?: string;
  /** All that it has logged so far: of requests, errors and itself. */
  logs: () => string;
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
  { name: 'nginx', installed: !!nginxProgram, start: (built, abo) => startNginx([{ built, abo }]) },
  { name: 'Apache', installed: !!apacheProgram, start: (built, abo) => startApache(apacheProgram ?? '', built, abo) },
  { name: 'Caddy', installed: !!caddyProgram, start: (built, abo) => startCaddy(caddyProgram ?? '', built, abo) },
];

/** The lines for the Abo that the build has left, for a service at this address. */
function aboLines(built: string, file: string, abo: string | undefined): string {
  if (!abo) return '';
  return readFileSync(join(built, 'server', file), 'utf8').replace('127.0.0.1:4380', new URL(abo).host);
}

/** nginx with a site in each folder; where there are several, each answers to its host alone. */
export async function startNginx(
  sites: readonly { built: string; abo?: string | undefined; host?: string }[],
): Promise<Running> {
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
    error_log ${folder}/logs/error.log;
    events { }
    http {
      ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
      ${sites.map(({ built }) => `include ${built}/server/nginx-maps.conf;`).join('\n')}
      ${sites
        .map(({ built, abo, host = '_' }) => {
          const [, format = ''] =
            /log_format (\w+)/.exec(readFileSync(`${built}/server/nginx-maps.conf`, 'utf8')) ?? [];
          return `server {
        listen 127.0.0.1:${port};
        listen 127.0.0.1:${securePort} ssl;
        server_name ${host};
        ssl_certificate ${certificate};
        ssl_certificate_key ${key};
        access_log ${folder}/logs/${format}.log ${format} if=$${format}_logged;
        root ${built}/dist;
        include ${built}/server/nginx-site.conf;
        ${aboLines(built, 'nginx-abo.conf', abo)}
      }`;
        })
        .join('\n')}
    }`;
  writeFileSync(join(folder, 'nginx.conf'), configuration);
  const child = spawn(nginxProgram ?? '', [
    '-e',
    join(folder, 'logs', 'error.log'),
    '-p',
    folder,
    '-c',
    join(folder, 'nginx.conf'),
  ]);
  return { ...(await running(child, folder, port)), secureOrigin: `https://127.0.0.1:${securePort}` };
}

async function startApache(apache: string, built: string, abo: string | undefined): Promise<Running> {
  const [folder, port] = [workFolder('apache'), await freePort()];
  const modules = [
    'mpm_event',
    'authz_core',
    'dir',
    'mime',
    'alias',
    'headers',
    'rewrite',
    'setenvif',
    'proxy',
    'proxy_http',
  ];
  const log = readFileSync(join(built, 'server', 'apache-log.conf'), 'utf8');
  const format = log.trim().split(' ').at(-1);
  const configuration = `
    ServerRoot ${folder}
    ServerName 127.0.0.1
    PidFile ${folder}/pid
    ErrorLog ${folder}/logs/error.log
    ServerTokens Prod
    ServerSignature Off
    Listen 127.0.0.1:${port}
    ${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
    TypesConfig /etc/mime.types
    ${isRoot ? 'User www-data\nGroup www-data' : ''}
    ${log}
    CustomLog ${folder}/logs/access.log ${format} env=!${format}_quiet
    ${aboLines(built, 'apache-abo.conf', abo)}
    DocumentRoot ${built}/dist
    <Directory ${built}/dist>
      Require all granted
      Include ${built}/server/apache.conf
    </Directory>`;
  writeFileSync(join(folder, 'httpd.conf'), configuration);
  return running(spawn(apache, ['-D', 'FOREGROUND', '-f', join(folder, 'httpd.conf')]), folder, port);
}

async function startCaddy(caddy: string, built: string, abo: string | undefined): Promise<Running> {
  const [folder, port] = [workFolder('caddy'), await freePort()];
  const configuration = `{
      admin off
      auto_https off
      log default {
        exclude http.log.error
      }
    }
    http://127.0.0.1:${port} {
      root * ${built}/dist
      import ${built}/server/Caddyfile-log
      ${aboLines(built, 'Caddyfile-abo', abo)}
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
  mkdirSync(join(folder, 'logs'));
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
  let saidAtTheEnd = '';
  const logs = () =>
    [said, ...readdirSync(join(folder, 'logs')).map((name) => readFileSync(join(folder, 'logs', name), 'utf8'))].join(
      '',
    );
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      hasEnded = true;
      saidAtTheEnd = logs();
      rmSync(folder, { recursive: true, force: true });
      resolve();
    });
  });
  const origin = `http://127.0.0.1:${port}`;
  while (!(await answers(origin))) {
    if (hasEnded) throw new Error(`the server ended before it answered:\n${said}${saidAtTheEnd}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { origin, logs, stop };
}

function answers(origin: string): Promise<boolean> {
  return fetch(origin).then(
    () => true,
    () => false,
  );
}
