import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../store/sample-database.ts';

const signals = join(import.meta.dirname, '..', '..', 'src', 'cli', 'door', 'signals.ts');

/** A process that is asked to end by `asked`, one after the other, while it writes a file, and says what it still did. */
async function askedToEnd(...asked: NodeJS.Signals[]) {
  const script = `
    import writeFileAtomic from 'write-file-atomic';
    import { untilStopped } from ${JSON.stringify(signals)};
    const stopped = untilStopped();
    const isWritten = writeFileAtomic(${JSON.stringify(join(temporaryFolder(), 'file'))}, Buffer.alloc(8_000_000));
    const [first, second] = ${JSON.stringify(asked)};
    process.kill(process.pid, first);
    await stopped;
    console.log('asked');
    if (second) process.kill(process.pid, second);
    await isWritten;
    await new Promise((resolve) => setImmediate(resolve));
    console.log('written');
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { cwd: import.meta.dirname });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  const end = await new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
  return { end, said: out.trim().split('\n') };
}

test('who asks a command to end while it writes a file has it finish that', async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    expect(await askedToEnd(signal)).toEqual({ end: 0, said: ['asked', 'written'] });
  }
});

test('who asks a second time has it end at once; a terminal that is closed twice is no reason to', async () => {
  expect(await askedToEnd('SIGTERM', 'SIGINT')).toEqual({ end: 'SIGINT', said: ['asked'] });
  expect(await askedToEnd('SIGHUP', 'SIGTERM')).toEqual({ end: 'SIGTERM', said: ['asked'] });
  expect(await askedToEnd('SIGHUP', 'SIGHUP')).toEqual({ end: 0, said: ['asked', 'written'] });
});
