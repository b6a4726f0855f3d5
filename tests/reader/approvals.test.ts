import { describe, expect, it } from 'vitest';
import { approvalHash } from '../../src/reader/checks/approval-checks.ts';
import { article, type Files, index, problems, sample, site } from './sample-content.ts';

const since = (day: string): Files => ({
  ...sample,
  [site]: String(sample[site]).replace('editors:\n', `fourEyesSince: ${day}\neditors:\n`),
});
const hashOf = (text: unknown) => approvalHash(new TextEncoder().encode(String(text)));
const approvals = (...entries: [file: string, text: unknown][]): Files => ({
  'content/freigaben.yaml': `approvals:\n${entries
    .map(([file, text]) => `  - file: ${file}\n    sha256: ${hashOf(text)}\n    by: Erika Muster\n    on: 2025-08-13\n`)
    .join('')}`,
});
const both = approvals([index, sample[index]], [article, sample[article]]);

describe('where the house wants four eyes', () => {
  it('a text that comes out without approval is told', () => {
    expect(problems({ ...since('2025-08-01'), ...approvals([index, sample[index]]) })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 (warning approvalMissing)
        Gefunden: keine Freigabe durch eine zweite Person
        Erwartet: eine Freigabe in der Redaktion, weil content/site.md es mit fourEyesSince verlangt
        Zu tun: Bitten Sie jemanden, der den Text nicht zuletzt geändert hat, ihn in der Redaktion freizugeben.
    `);
  });

  it('so is one that was changed afterwards', () => {
    const changed = { [article]: String(sample[article]).replace('neue Fenster', 'neue Türen') };
    expect(problems({ ...since('2025-08-01'), ...both, ...changed })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 (warning approvalOutdated)
        Gefunden: eine Freigabe von Erika Muster vom 2025-08-13 für einen früheren Stand
        Erwartet: eine Freigabe für den Text, wie er jetzt ist
        Zu tun: Der Text oder eine Datei, die er zeigt oder zum Herunterladen nennt, wurde danach geändert. Lassen Sie ihn noch einmal freigeben, oder holen Sie im Verlauf den freigegebenen Stand zurück.
    `);
  });

  it('a release refuses both', () => {
    const found = problems(since('2025-08-01'), { release: true }).filter(({ rule }) => rule === 'approvalMissing');
    expect(found.map(({ file, severity }) => [file, severity])).toEqual([
      [article, 'error'],
      [index, 'error'],
    ]);
  });

  it('an approved text is let through, also when it stops being a draft and whatever its line ends are', () => {
    expect(problems({ ...since('2025-08-01'), ...both })).toEqual([]);
    const draft = String(sample[article]).replace('kind:', 'draft: true\nkind:');
    expect(problems({ ...since('2025-08-01'), ...approvals([index, sample[index]], [article, draft]) })).toEqual([]);
    const dos = String(sample[article]).replaceAll('\n', '\r\n');
    expect(problems({ ...since('2025-08-01'), ...both, [article]: dos })).toEqual([]);
  });

  it('drafts and what came out before need none', () => {
    const drafts = { [index]: String(sample[index]).replace('title:', 'draft: true\ntitle:') };
    expect(problems({ ...since('2025-08-01'), ...drafts })).toEqual([]);
    expect(problems(since('2025-08-15'))).toEqual([]);
  });
});

it('elsewhere nobody is asked for it', () => {
  expect(problems(sample, { release: true }).filter(({ rule }) => /^approval/.test(rule))).toEqual([]);
});

it('a list of approvals that can’t be read is told at its line', () => {
  const broken = { 'content/freigaben.yaml': 'approvals:\n  - file: x\n    by: 5\n' };
  expect(problems({ ...since('2025-09-01'), ...broken }).map(({ file, line }) => [file, line])).toEqual(
    expect.arrayContaining([['content/freigaben.yaml', 3]]),
  );
});
