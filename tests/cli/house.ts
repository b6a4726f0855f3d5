import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { organisation } from './command-line.ts';
import { inProcess } from './in-process.ts';

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
url: https://blatt.it-verbund-hafen.de
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

/** A folder of a house that may publish: nothing of it is an example, and there is no issue yet. Gone with the test. */
export async function house(): Promise<string> {
  const folder = organisation();
  writeFileSync(join(folder, 'answers.yaml'), answers);
  const { code, out, err } = await inProcess(['init', '--from', 'answers.yaml'], folder);
  if (code !== 0 && code !== 1) throw new Error(out + err);
  const statement = join(folder, 'content', 'legal', 'barrierefreiheit.md');
  writeFileSync(statement, readFileSync(statement, 'utf8').replace('---\n', `---\n${accessibility}`));
  return folder;
}
