import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

const product = join(import.meta.dirname, '..', '..');

test('a release tells what is in it and under which licences, and names no tool of the development', () => {
  const folder = mkdtempSync(join(inject('folderOfTheRun'), 'release-'));
  execFileSync(process.execPath, [join(product, '.ci', 'release.mjs'), folder], { cwd: product, stdio: 'pipe' });
  const sbom = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8'));
  expect([sbom.bomFormat, sbom.metadata.component.name]).toEqual(['CycloneDX', 'kurrende']);
  const names = sbom.components.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(['astro', 'hono', 'nodemailer']));
  expect(names).not.toContain('vitest');
  const notices = readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  expect(notices).toMatch(/^hono \S+ \(MIT\).*\n\nMIT License$/m);
  expect(notices).not.toContain('\nvitest ');
  expect(notices).not.toContain('(no licence named)');
});
