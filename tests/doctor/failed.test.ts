import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { organisation } from '../cli/command-line.ts';
import { mailServer } from '../subscription/mail-server.ts';

const product = join(import.meta.dirname, '..', '..');

/** Runs the command that systemd starts on a failure, with what the log said last. */
function failed(unit: string, folder: string, env: Record<string, string>, log = ''): Promise<[number, string]> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(product, 'src', 'cli', 'kurrende.mjs'), 'failed', unit],
      { env: { ...process.env, VITEST: '', SITE_ROOT: folder, BUILD_DATE: '2026-11-24', ...env } },
      (error, out, err) => resolve([Number(error?.code ?? 0), out + err]),
    );
    child.stdin?.end(log);
  });
}

describe('a failed unit is told by mail', () => {
  test('to the operators with its log, to the editors in their words', async () => {
    const folder = organisation();
    const server = await mailServer();
    const env = { SMTP_URL: server.url, OPERATOR_MAIL: 'betrieb@haus.example, nacht@haus.example' };
    const log = 'Start\n{"event":"mailer-failed","cause":"disk-full"}\nfuer anna@rathaus.example\n';
    const [code, out] = await failed('kurrende-abo.service', folder, env, log);
    expect([code, out]).toEqual([
      0,
      'Benachrichtigt: der Betrieb (OPERATOR_MAIL).\nBenachrichtigt: der Betrieb (OPERATOR_MAIL).\nBenachrichtigt: die Redaktion.\n',
    ]);
    for (const address of ['betrieb@haus.example', 'nacht@haus.example']) {
      const mail = server.to(address);
      expect(mail?.subject).toMatch(/^Gescheitert: kurrende-abo\.service auf /);
      expect(mail?.text).toContain('journalctl -u kurrende-abo.service');
      expect(mail?.text).toContain('"cause":"disk-full"');
      expect(mail?.text).not.toContain('anna@');
      expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    }
    const mail = server.to('redaktion@kurrende.example');
    expect(mail?.subject).toBe('Das Abo ist gestört');
    expect(mail?.text).not.toMatch(/journalctl|disk-full|kurrende-abo/);
  });

  test('a build that failed for the content names file and line to the editors', async () => {
    const folder = organisation();
    writeFileSync(join(folder, 'content', 'issues', '2025-kw33', 'index.md'), '---\nnonsense: 1\n---\n');
    const server = await mailServer();
    const [code] = await failed('kurrende-build.service', folder, { SMTP_URL: server.url });
    expect(code).toBe(0);
    expect(server.mails).toHaveLength(1);
    const mail = server.to('redaktion@kurrende.example');
    expect(mail?.subject).toBe('Die Website wurde nicht neu gebaut');
    expect(mail?.text?.replaceAll('\n', ' ')).toMatch(/content\/issues\/2025-kw33\/index\.md, Zeile \d+: /);
  });

  test.each([
    ['kurrende-abo-backup.service', 'Die Abonnements wurden nicht gesichert'],
    ['kurrende-send.service', 'Der Versand einer Ausgabe ist nicht zu Ende'],
    ['webblatt-abo.service', 'Das Abo ist gestört'],
    ['nginx.service', 'Auf dem Server der Website ist etwas gescheitert'],
  ])('%s as what it is', async (unit, subject) => {
    const server = await mailServer();
    await failed(unit, organisation(), { SMTP_URL: server.url });
    expect(server.mails.map((mail) => mail.subject)).toEqual([subject]);
  });

  test('that nobody could be told is told', async () => {
    const folder = organisation();
    expect(await failed('kurrende-build.service', folder, {})).toEqual([2, expect.stringContaining('erfährt niemand')]);
    const [code, out] = await failed('kurrende-build.service', folder, { SMTP_URL: 'smtp://127.0.0.1:1' });
    expect([code, out]).toEqual([1, 'Die Nachricht an die Redaktion wurde nicht angenommen.\n']);
  });
});
