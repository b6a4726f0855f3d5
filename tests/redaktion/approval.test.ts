import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { approvalHash } from '../../src/reader/checks/approval-checks.ts';
import { launch } from '../browser/browser.ts';
import { organisation } from '../cli/command-line.ts';
import { inProcess } from '../cli/in-process.ts';
import { redaktion } from './redaktion.ts';
import { write } from './typing.ts';

const env = {
  REDAKTION_URL: 'https://redaktion.rathaus.example',
  REDAKTION_USER_HEADER: 'X-Remote-User',
  REDAKTION_TRUSTED_PROXIES: '127.0.0.1',
};
const file = 'content/issues/2026-kw47/01-feeds-ohne-xslt.md';

/** A Redaktion of a house with four eyes, and what somebody does there who is called so. */
async function houseOfFourEyes(given: Parameters<typeof redaktion>[1] = env) {
  const folder = organisation();
  const site = join(folder, 'content', 'site.md');
  writeFileSync(site, readFileSync(site, 'utf8').replace('---\n', '---\nfourEyesSince: 2026-11-01\n'));
  const desk = await redaktion(folder, given);
  const origin = typeof given === 'function' ? desk.origin : env.REDAKTION_URL;
  const as = (name: string) => ({
    Host: new URL(origin).host,
    Origin: origin,
    Cookie: undefined,
    'X-Remote-User': name,
  });
  const open = async (name: string) => {
    const { body, status } = await desk.ask(`/text/?datei=${file}`, { headers: as(name) });
    return {
      body,
      status,
      seen: /name="gesehen" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '',
      ...(JSON.parse(/id="daten">(.*?)<\/script>/s.exec(body)?.[1] ?? '{}') as { version: string; base: string }),
    };
  };
  const save = async (name: string, title: string) => {
    const { version, base } = await open(name);
    const edits = { base, changes: [{ path: ['title'], value: title }] };
    const headers = { ...as(name), 'Content-Type': 'application/json' };
    return desk.ask('/api/sichern', {
      method: 'POST',
      headers,
      body: JSON.stringify({ file, version, synced: base, edits }),
    });
  };
  const approve = async (name: string, { version, seen }: { version: string; seen: string }) =>
    desk.ask('/freigabe/', {
      method: 'POST',
      headers: { ...as(name), 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ datei: file, version, gesehen: seen }).toString(),
    });
  return { folder, desk, open, save, approve };
}

test('a second person approves a text, in the repository; a change loses it; send asks for it', async () => {
  const { folder, open, save, approve } = await houseOfFourEyes();

  await save('Erika Muster', 'Ein Titel von Erika');
  const seenByErika = await open('Erika Muster');
  expect(seenByErika.body).toContain('kann ihn nicht selbst freigeben');
  expect((await approve('Erika Muster', seenByErika)).status).toBe(422);
  const opened = await open('Max Muster');
  expect(opened.body).toContain('Diesen Text freigeben');
  expect((await approve('Max Muster', { ...opened, version: 'eine andere Fassung' })).body).toContain(
    'inzwischen geändert',
  );
  expect((await approve('Max Muster', opened)).status).toBe(303);
  expect((await open('Erika Muster')).body).toContain('Freigegeben von Max Muster am 24.');
  expect(readFileSync(join(folder, 'content', 'freigaben.yaml'), 'utf8')).toMatch(
    new RegExp(
      `^approvals:\n  - file: ${file}\n    sha256: [0-9a-f]{64}\n    coversAttachments: true\n    coversPictures: true\n    by: Max Muster\n    on: 2026-11-24\n$`,
    ),
  );
  expect(execFileSync('git', ['log', '-1', '--format=%an %s'], { cwd: folder, encoding: 'utf8' })).toBe(
    `Max Muster Freigegeben: ${file}\n`,
  );

  const told = async () => (await inProcess(['check'], folder)).out;
  expect(await told()).not.toContain(`${file}:1`);
  await save('Erika Muster', 'Noch ein anderer Titel');
  expect((await open('Erika Muster')).body).toContain('einen früheren Stand freigegeben');
  expect(await told()).toContain('eine Freigabe von Max Muster vom 2026-11-24 für einen früheren Stand');
  expect((await inProcess(['check', '--release'], folder)).err).toMatch(/Fehler\n.*eine Freigabe von Max Muster/);
  const sent = await inProcess(['send', '2026-kw47', '--yes'], folder, { SMTP_URL: 'smtp://127.0.0.1:9' });
  expect([sent.code, sent.err]).toEqual([2, expect.stringContaining('keine Freigabe durch eine zweite Person')]);
});

test.each(['Erika M.', '"Erika M"', ' Erika M; '])(
  '%j is the same one for Git, and approves no text of her own',
  async (name) => {
    const { open, save, approve } = await houseOfFourEyes();
    await save(name, 'Ein Titel von Erika');
    const opened = await open('Erika M.');
    expect(opened.body).toContain('kann ihn nicht selbst freigeben');
    expect((await approve('Erika M.', opened)).status).toBe(422);
    expect((await approve('Erika N.', await open('Erika N.'))).status).toBe(303);
  },
);

test('a name of nothing but signs is none', async () => {
  const { open } = await houseOfFourEyes();
  const { status, body } = await open('...;');
  expect([status, body]).toEqual([401, expect.stringContaining('nur aus Satzzeichen')]);
});

test('who is called as texts changed by other means are is somebody all the same', async () => {
  const { folder, open, save, approve } = await houseOfFourEyes();
  await save('Redaktion', 'Ein Titel der Redaktion');
  const opened = await open('Redaktion');
  expect((await approve('Redaktion', opened)).status).toBe(422);

  const text = join(folder, file);
  writeFileSync(text, readFileSync(text, 'utf8').replace('Ein Titel der Redaktion', 'Am Rechner geändert'));
  await save('Erika Muster', 'Ein Titel von Erika');
  const later = await open('Redaktion');
  expect((await approve('Redaktion', later)).status).toBe(303);
});

test('what is attached is approved with the text: a file that is another one afterwards, or gone, loses the approval', async () => {
  const { folder, open, approve } = await houseOfFourEyes();
  const [text, plan] = [join(folder, file), join(folder, 'content/issues/2026-kw47/plan.csv')];
  const written = readFileSync(text, 'utf8');
  writeFileSync(text, written.replace('---\n', '---\nattachments: [{file: plan.csv, title: Der Plan}]\n'));
  writeFileSync(plan, 'Straße;Zahl\n');
  const opened = await open('Max Muster');
  expect((await approve('Max Muster', opened)).status).toBe(303);
  const isApproved = async () => (await open('Erika Muster')).body.includes('Freigegeben von Max Muster');
  const told = async () => (await inProcess(['check'], folder)).out.includes('für einen früheren Stand');
  expect([await isApproved(), await told()]).toEqual([true, false]);
  writeFileSync(plan, 'Straße;Geld\n');
  expect([await isApproved(), await told()]).toEqual([false, true]);
  writeFileSync(plan, 'Straße;Zahl\n');
  expect([await isApproved(), await told()]).toEqual([true, false]);
  rmSync(plan);
  expect(await isApproved()).toBe(false);
});

test('its pictures are approved with the text: one that is another one afterwards loses the approval, but none from before', async () => {
  const { folder, open, approve } = await houseOfFourEyes();
  const [text, picture] = [join(folder, file), join(folder, 'content/issues/2026-kw47/haus.png')];
  const head = 'image: {file: haus.png, alt: Ein Haus, credit: Erika Muster, licence: own}';
  const written = readFileSync(text, 'utf8').replace('---\n', `---\n${head}\n`);
  writeFileSync(text, written);
  const paint = (background: string) =>
    sharp({ create: { width: 1_600, height: 900, channels: 3, background } })
      .png()
      .toFile(picture);
  const isApproved = async () => (await open('Erika Muster')).body.includes('Freigegeben von Max Muster');
  const told = async () => (await inProcess(['check'], folder)).out.includes('für einen früheren Stand');
  await paint('red');
  const approvals = join(folder, 'content/freigaben.yaml');
  const old = `approvals:\n  - file: ${file}\n    sha256: ${approvalHash(Buffer.from(written))}\n    coversAttachments: true\n    by: Max Muster\n    on: 2026-11-18\n`;
  writeFileSync(approvals, old);
  await paint('green');
  expect([await isApproved(), await told()]).toEqual([true, false]);
  rmSync(approvals);
  expect((await approve('Max Muster', await open('Max Muster'))).status).toBe(303);
  await paint('red');
  expect([await isApproved(), await told()]).toEqual([false, true]);
  await paint('green');
  expect([await isApproved(), await told()]).toEqual([true, false]);
});

test('an attachment that became another one since the approver opened the text is not approved unseen', async () => {
  const { folder, open, save, approve } = await houseOfFourEyes();
  const [text, plan] = [join(folder, file), join(folder, 'content/issues/2026-kw47/plan.csv')];
  const written = readFileSync(text, 'utf8');
  writeFileSync(text, written.replace('---\n', '---\nattachments: [{file: plan.csv, title: Der Plan}]\n'));
  writeFileSync(plan, 'Straße;Zahl\n');
  await save('Erika Muster', 'Ein Titel');
  const opened = await open('Max Muster');
  writeFileSync(plan, 'Straße;Geld\n');
  const refused = await approve('Max Muster', opened);
  expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('inzwischen geändert')]);
  expect((await approve('Max Muster', await open('Max Muster'))).status).toBe(303);
});

test.each(['"attachments":', "'attachments':", 'attachments :', '"\\u0061ttachments":'])(
  'what is attached under %s is approved with the text',
  async (key) => {
    const { folder, open, approve } = await houseOfFourEyes();
    const [text, plan] = [join(folder, file), join(folder, 'content/issues/2026-kw47/plan.csv')];
    const written = readFileSync(text, 'utf8');
    writeFileSync(text, written.replace('---\n', `---\n${key} [{file: plan.csv, title: Der Plan}]\n`));
    writeFileSync(plan, 'Straße;Zahl\n');
    expect((await approve('Max Muster', await open('Max Muster'))).status).toBe(303);
    const isApproved = async () => (await open('Erika Muster')).body.includes('Freigegeben von Max Muster');
    expect(await isApproved()).toBe(true);
    writeFileSync(plan, 'Straße;Geld\n');
    expect(await isApproved()).toBe(false);
  },
);

test('an approval from before attachments were covered goes on counting for the text, until there is one that covers them', async () => {
  const { folder, open, approve } = await houseOfFourEyes();
  const [text, plan] = [join(folder, file), join(folder, 'content/issues/2026-kw47/plan.csv')];
  const written = readFileSync(text, 'utf8').replace(
    '---\n',
    '---\nattachments: [{file: plan.csv, title: Der Plan}]\n',
  );
  writeFileSync(text, written);
  writeFileSync(plan, 'Straße;Zahl\n');
  const approvals = join(folder, 'content/freigaben.yaml');
  const old = `approvals:\n  - file: ${file}\n    sha256: ${approvalHash(Buffer.from(written))}\n    by: Max Muster\n    on: 2026-11-18\n`;
  writeFileSync(approvals, old);
  const told = async () => (await inProcess(['check', '--release'], folder)).err.includes(`${file}:1`);
  expect(await told()).toBe(false);
  writeFileSync(text, written.replace(/^title: .*$/m, 'title: Ein anderer'));
  expect(await told()).toBe(true);
  expect((await approve('Max Muster', await open('Max Muster'))).status).toBe(303);
  expect(await told()).toBe(false);
  writeFileSync(plan, 'Straße;Geld\n');
  expect(await told()).toBe(true);
  writeFileSync(text, written);
  expect(await told()).toBe(true);
});

test('who changes an approved text sees at once that the approval is gone', async () => {
  const { desk, save, approve, open } = await houseOfFourEyes((origin) => ({ ...env, REDAKTION_URL: origin }));
  await save('Erika Muster', 'Ein Titel von Erika');
  await approve('Max Muster', await open('Max Muster'));
  const browser = await launch();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ extraHTTPHeaders: { 'X-Remote-User': 'Erika Muster' } });
  const page = await context.newPage();
  await write(page, desk, file);
  await page.getByText('Freigegeben von Max Muster').waitFor();
  await page.locator('#feld-title').fill('Noch ein Titel');
  await page.keyboard.press('Control+s');
  await page.getByText('einen früheren Stand freigegeben').waitFor();
  expect(await page.getByText('Freigegeben von Max Muster').count()).toBe(0);
}, 60_000);
