import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const product = join(import.meta.dirname, '..', '..');
const read = (name: string) => readFileSync(join(product, 'ops', 'container', name), 'utf8');

interface Role {
  command: string[];
  volumes: string[];
  [setting: string]: unknown;
}

describe('the containers', () => {
  const { services, volumes, secrets } = parse(read('compose.yaml'), { merge: true }) as {
    services: Record<string, Role>;
    volumes: Record<string, unknown>;
    secrets: Record<string, unknown>;
  };

  test('have no rights, and a file system that they only read', () => {
    for (const [name, role] of Object.entries(services)) {
      expect([name, role]).toEqual([
        name,
        expect.objectContaining({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] }),
      ]);
    }
    expect(read('Containerfile')).toMatch(/^USER 10001:10001$/m);
  });

  test('keep apart who builds and who has the data', () => {
    const { build, abo, backup } = services;
    expect(build?.volumes.join()).not.toMatch(/data|backups|\/etc/);
    expect([build?.network_mode, build?.secrets, build?.env_file]).toEqual(['none', undefined, undefined]);
    expect(abo?.volumes.filter((volume) => volume.includes('/site'))).toEqual([expect.stringMatching(/:ro$/)]);
    expect([backup?.network_mode, backup?.env_file]).toEqual(['none', ['/etc/kurrende/abo.env']]);
  });

  test('name volumes and secrets that there are', () => {
    const used = Object.values(services).flatMap((role) => role.volumes.map((volume) => volume.split(':')[0] ?? ''));
    expect(used.filter((name) => !name.startsWith('$') && !(name in volumes))).toEqual([]);
    expect(Object.keys(secrets)).toEqual(services.abo?.secrets);
  });

  test('copy files that the repository has, and no more of it', () => {
    const copied = [...read('Containerfile').matchAll(/^COPY (?!--)(.*) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((name) => !existsSync(join(product, name)))).toEqual([]);
    const allowed = [...read('Containerfile.dockerignore').matchAll(/^!(.+)$/gm)].map(([, name]) => name);
    expect(allowed.sort()).toEqual([...new Set(copied)].sort());
  });
});
