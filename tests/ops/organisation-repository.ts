import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const product = join(import.meta.dirname, '..', '..');

/** The address of the organisation's site. */
export const siteHost = 'blatt.it-verbund-hafen.de';

/** A repository of an organisation, as it lies where it keeps its repositories; changes come as commits. */
export interface OrganisationRepository {
  folder: string;
  /** Changes a file and commits it. */
  change(path: string, change: (text: string) => string): void;
}

/** What an invented house answers to `npm run init`. */
const answers = `title: Hafenblatt
house: IT-Verbund Küste
form: zweckverband
state: Niedersachsen
street: Am Hafen 3
postal-code: "26919"
city: Brake
email: post@it-verbund-hafen.de
phone: 04401 1234
url: https://${siteHost}
representative: Rena Lüders, Verbandsgeschäftsführerin
responsible: Olaf Brandt
register: keine
vat: keine
supervision: Kommunalaufsicht
data-protection: datenschutz@it-verbund-hafen.de
editors: redaktion@it-verbund-hafen.de
hosting: eigen
abo: ja
`;

/** What nobody but the house can say of its site. */
const accessibility = `status: fully-compliant
assessment:
  method: third-party
  assessor: Prüfstelle Hafen
  on: 2026-11-20
createdOn: 2026-11-20
reviewedOn: 2026-11-20
`;

const issue = `---
id: tag:${siteHost},2026:kw47
title: Die erste Ausgabe
lead: Was im Hafen geschieht.
---

Hier steht, was im Hafen geschieht.
`;

const article = `---
id: tag:${siteHost},2026:kw47-netz
title: Das Netz ist da
kind: notice
summary: Alle Rathäuser sind angeschlossen.
---

Seit Montag sind alle Rathäuser am Netz.
`;

/** The product as it is now, with the content of a house of its own, in `folder`. */
export function organisationRepository(folder: string): OrganisationRepository {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Amt', '-c', 'user.email=amt@it-verbund-hafen.de', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: product });
  for (const file of String(files).split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(product, file), join(folder, file));
  }
  write('answers.yaml', answers);
  const init = [join(product, 'src', 'cli', 'kurrende.mjs'), 'init', '--from', 'answers.yaml'];
  execFileSync(process.execPath, init, { cwd: folder, env: { ...process.env, SITE_ROOT: folder }, stdio: 'pipe' });
  const statement = 'content/legal/barrierefreiheit.md';
  write(statement, readFileSync(join(folder, statement), 'utf8').replace('---\n', `---\n${accessibility}`));
  write('content/issues/2026-kw47/index.md', issue);
  write('content/issues/2026-kw47/01-das-netz-ist-da.md', article);
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--message=Unsere Angaben');
  return {
    folder,
    change(path, change) {
      write(path, change(readFileSync(join(folder, path), 'utf8')));
      git('commit', '--quiet', '--all', '--message=Neues');
    },
  };
}
