import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { organisation } from '../cli/command-line.ts';
import { until } from '../until.ts';
import { redaktionInOwnProcess } from './own-process.ts';
import { opened, redaktion } from './redaktion.ts';

const file = 'content/issues/2026-kw49/01-bilder-und-nachweise.md';
const git = (folder: string, ...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });

test('what is saved stands in the file and in the history, under the name of who saved', async () => {
  const folder = organisation();
  git(folder, 'init', '-q');
  git(folder, 'config', 'user.name', 'Erika Muster');
  git(folder, 'config', 'user.email', 'erika@musterstadt.example');
  const desk = await redaktion(folder);
  const { version, base, written } = await opened(desk, file);
  const edits = {
    base,
    changes: [{ path: ['title'], value: 'Ein neuer Titel' }],
    body: `${written}\nNoch ein Satz.\n`,
  };
  const { answer } = await desk.post('/api/sichern', { file, version, synced: base, edits });
  expect(answer).toMatchObject({ kind: 'saved' });
  expect(answer.notKept).toBeUndefined();
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain('title: Ein neuer Titel\n');
  expect(text.endsWith('\nNoch ein Satz.\n')).toBe(true);
  expect(git(folder, 'log', '--format=%an <%ae> %s', '-1', '--', file)).toBe(
    `Erika Muster <erika@musterstadt.example> Gesichert: ${file}\n`,
  );
  // What lay there before is a state as well, and nothing else of the folder was taken along.
  expect(git(folder, 'log', '--format=%s', '--', file).trim().split('\n')).toHaveLength(2);
  expect(git(folder, 'status', '--porcelain', '--', file)).toBe('');
  expect(git(folder, 'ls-files').trim()).toBe(file);
});

test('a state is looked at and fetched back, and the one before it stays', async () => {
  const desk = await redaktion();
  const { version, base } = await opened(desk, file);
  const edits = { base, changes: [{ path: ['title'], value: 'Ganz falsch' }] };
  await desk.post('/api/sichern', { file, version, synced: base, edits });
  const page = await desk.ask(`/verlauf/?datei=${file}`);
  expect(page.body).toMatch(/Titel: .*<ins>Ganz<\/ins>.*<ins>falsch<\/ins>/);
  // By the names of the form, and their values too.
  const difference = /<pre class="difference".*?<\/pre>/s.exec(page.body)?.[0];
  expect(difference).toMatch(/Art: Hinweis/);
  expect(difference).not.toMatch(/\b(?:title|kind|summary|notice)\b/);
  const [, first] = [...page.body.matchAll(/stand=([0-9a-f]{40})/g)].map(([, id]) => id);
  const back = await desk.ask('/verlauf/', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ datei: file, stand: first ?? '' }).toString(),
  });
  expect(back.status).toBe(303);
  expect(readFileSync(join(desk.folder, file), 'utf8')).toBe(base);
  const states = git(desk.folder, 'log', '--format=%s', '--', file).trim().split('\n');
  expect(states[0]).toMatch(/^Zurückgeholt: /);
  expect(states).toHaveLength(3);
});

test('a text that was given another name by other means keeps its earlier states, and each can be fetched back', async () => {
  const desk = await redaktion();
  const before = readFileSync(join(desk.folder, file), 'utf8');
  const { version, base } = await opened(desk, file);
  const edits = { base, changes: [{ path: ['title'], value: 'Unter dem alten Namen' }] };
  await desk.post('/api/sichern', { file, version, synced: base, edits });
  const renamed = file.replace('01-bilder', '03-bilder');
  git(desk.folder, 'mv', file, renamed);
  git(desk.folder, '-c', 'user.name=x', '-c', 'user.email=x@x.example', 'commit', '-qm', 'Umgezogen');
  const page = await desk.ask(`/verlauf/?datei=${renamed}`);
  const states = [...page.body.matchAll(/stand=([0-9a-f]{40})/g)].map(([, id]) => id);
  expect(states).toHaveLength(3);
  const first = states.at(-1);
  expect((await desk.ask(`/verlauf/?datei=${renamed}&stand=${states[1]}`)).body).toMatch(/<ins>Unter<\/ins>/);
  const back = await desk.ask('/verlauf/', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ datei: renamed, stand: first ?? '' }).toString(),
  });
  expect(back.status).toBe(303);
  expect(readFileSync(join(desk.folder, renamed), 'utf8')).toBe(before);
});

test('who saves second is told, and both texts are merged where they touch different places', async () => {
  const desk = await redaktion();
  const { version, base, written } = await opened(desk, file);
  const mine = { base, changes: [{ path: ['title'], value: 'Mein Titel' }] };
  const theirs = { base, changes: [], body: `${written.trimEnd()}\n\nIhr Satz am Ende.\n` };
  expect((await desk.post('/api/sichern', { file, version, synced: base, edits: theirs })).answer.kind).toBe('saved');
  const { answer } = await desk.post('/api/sichern', { file, version, synced: base, edits: mine });
  expect(answer).toMatchObject({ kind: 'conflict', by: { name: expect.any(String) } });
  expect(answer.difference).toMatch(/^Kennung: .*Titel: .*<ins>Mein<\/ins>.*<ins>Titel<\/ins>/s);
  expect(answer.merged).toContain('title: Mein Titel');
  expect(answer.merged).toContain('Ihr Satz am Ende.');
  expect(readFileSync(join(desk.folder, file), 'utf8')).not.toContain('Mein Titel');
});

test('where both change the same line nothing is merged, and nothing is overwritten', async () => {
  const desk = await redaktion();
  const { version, base } = await opened(desk, file);
  const save = (title: string) =>
    desk.post('/api/sichern', {
      file,
      version,
      synced: base,
      edits: { base, changes: [{ path: ['title'], value: title }] },
    });
  const answers = await Promise.all([save('Erster'), save('Zweiter')]);
  expect(answers.map(({ answer }) => answer.kind)).toEqual(['saved', 'conflict']);
  expect(answers[1]?.answer.merged).toBeUndefined();
  expect(readFileSync(join(desk.folder, file), 'utf8')).toContain('title: Erster\n');
});

test('what somebody changed outside of the Redaktion is a state of its own before it is written over', async () => {
  const desk = await redaktion();
  const { base, version: first } = await opened(desk, file);
  const unchanged = { base, changes: [] };
  await desk.post('/api/sichern', { file, version: first, synced: base, edits: unchanged });
  writeFileSync(join(desk.folder, file), base.replace('title:', 'title: Von Hand #'));
  const { version, base: byHand } = await opened(desk, file);
  const edits = { base: byHand, changes: [{ path: ['kind'], value: 'news' }] };
  await desk.post('/api/sichern', { file, version, synced: byHand, edits });
  expect(git(desk.folder, 'log', '--format=%s', '--', file)).toContain(`Außerhalb der Redaktion geändert: ${file}`);
});

test('what another program writes while Git keeps the state before is not written over', async () => {
  const folder = organisation();
  git(folder, 'init', '-q');
  mkdirSync(join(folder, '.git', 'hooks'), { recursive: true });
  const hook = `#!/bin/sh\necho 'Von nebenan.' >> '${join(folder, file)}'\n`;
  writeFileSync(join(folder, '.git', 'hooks', 'post-commit'), hook, { mode: 0o755 });
  const desk = await redaktion(folder);
  const { version, base } = await opened(desk, file);
  const edits = { base, changes: [{ path: ['title'], value: 'Mein Titel' }] };
  const { answer } = await desk.post('/api/sichern', { file, version, synced: base, edits });
  expect(answer).toMatchObject({ kind: 'conflict', theirs: `${base}Von nebenan.\n` });
  expect(readFileSync(join(folder, file), 'utf8')).toBe(`${base}Von nebenan.\n`);
  const back = await desk.ask('/verlauf/', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ datei: file, stand: git(folder, 'rev-parse', 'HEAD').trim() }).toString(),
  });
  expect([back.status, back.body]).toEqual([422, expect.stringContaining('Es wurde nichts zurückgeholt')]);
});

test('a state that is fetched back or made, but not kept, is said to be so', async () => {
  const desk = await redaktion();
  const { version, base } = await opened(desk, file);
  const edits = { base, changes: [{ path: ['title'], value: 'Ganz falsch' }] };
  await desk.post('/api/sichern', { file, version, synced: base, edits });
  const first = git(desk.folder, 'log', '--format=%H', '--', file).trim().split('\n').at(-1) ?? '';
  writeFileSync(join(desk.folder, '.git', 'index.lock'), '');
  const send = (path: string, fields: Record<string, string>) =>
    desk.ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  const answers = [
    await send('/verlauf/', { datei: file, stand: first }),
    await send('/neu/', { was: 'ausgabe', woche: '2026-kw51' }),
  ];
  for (const { status, body } of answers) {
    expect([status, body]).toEqual([200, expect.stringContaining('aber nicht im Verlauf: ')]);
  }
  expect(readFileSync(join(desk.folder, file), 'utf8')).toBe(base);
});

test('a server that is killed again and again while it saves leaves a whole text each time, the old one or the new', async () => {
  const folder = organisation();
  const path = join(folder, file);
  const body = (round: number) =>
    `Runde ${round}. ${'Ein langer Satz, der viel Platz braucht. '.repeat(4_000)}Ende ${round}.\n`;
  const known = new Set([readFileSync(path, 'utf8')]);
  for (let round = 0; round < 6; round += 1) {
    const { ask, page, child, ended } = await redaktionInOwnProcess(folder, file);
    const { version, base } = page;
    known.add(base);
    const next = body(round);
    const parts = base.split(/(?<=\n---\n)/);
    known.add(`${parts[0]}${next}`);
    const edits = { base, changes: [], body: next };
    const saving = ask('/api/sichern', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ file, version, synced: base, edits }),
    }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, round * 12));
    child.kill('SIGKILL');
    await Promise.all([saving, ended]);
    expect(known.has(readFileSync(path, 'utf8'))).toBe(true);
  }
  // Git may still be at it: it is a process of its own.
  await until(() => !readdirSync(join(folder, '.git')).includes('index.lock'));
  const desk = await redaktion(folder);
  const { version, base } = await opened(desk, file);
  const saved = await desk.post('/api/sichern', {
    file,
    version,
    synced: base,
    edits: { base, changes: [{ path: ['title'], value: 'Danach' }] },
  });
  expect(saved.answer).toMatchObject({ kind: 'saved' });
  expect(saved.answer.notKept).toBeUndefined();
});
