import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const product = join(import.meta.dirname, '..', '..');

/** The address of the organisation's site. */
export const siteHost = 'nachrichten.itk-probe.de';

/** A repository of an organisation, as it lies where it keeps its repositories; changes come as commits. */
export interface OrganisationRepository {
  folder: string;
  /** Changes a file and commits it. */
  change(path: string, change: (text: string) => string): void;
}

/** Product and content together in `folder`, as they are now; the content says that it is no example. */
export function organisationRepository(folder: string): OrganisationRepository {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Amt', '-c', 'user.email=amt@itk-probe.de', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: product });
  for (const file of String(files).split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(product, file), join(folder, file));
  }
  for (const file of readdirSync(join(folder, 'content'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:md|yaml)$/.test(file)) continue;
    const path = join(folder, 'content', file);
    const text = readFileSync(path, 'utf8').replaceAll('kurrende.example', siteHost);
    writeFileSync(path, text.replace(/^example: true\n/m, ''));
  }
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--message=Unsere Angaben');
  return {
    folder,
    change(path, change) {
      const file = join(folder, path);
      writeFileSync(file, change(readFileSync(file, 'utf8')));
      git('commit', '--quiet', '--all', '--message=Neues');
    },
  };
}
