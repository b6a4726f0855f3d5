import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A server's certificate, by which it is trusted itself. */
export interface Certificate {
  file: string;
  keyFile: string;
}

/** Makes one that holds for two days, for a name or an address (`DNS:imap.example`); gone when the test has finished. */
export function certificateFor(name: string): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [file, keyFile] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=server', '-addext', `subjectAltName=${name}`];
  const made = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    ...subject,
    '-keyout',
    keyFile,
    '-out',
    file,
  ];
  execFileSync('openssl', made, { stdio: 'ignore' });
  return { file, keyFile };
}
