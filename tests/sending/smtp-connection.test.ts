import { expect, it } from 'vitest';
import { ConnectionError, connect } from '../../src/sending/smtp-connection.ts';
import { scriptedServer } from './scripted-server.ts';

const envelope = { from: 'blatt@blatt.example', to: 'anna@rathaus.example' };
const wire = Buffer.from('Subject: Blatt\r\n\r\nGuten Tag\r\n.\r\n');

it('notes a refusal also when the server hangs up behind it', async () => {
  const connection = await connect(
    `smtp://${await scriptedServer({ RCPT: ['550 5.1.1 unknown'], RSET: ['hang-up'] })}`,
  );
  expect(await connection.send(envelope, wire)).toMatchObject({ kind: 'refused', failure: 'address-gone' });
  expect(connection.isOpen).toBe(false);
});

it('gives up a login that the server hangs up on', async () => {
  const server = await scriptedServer({ EHLO: ['250-mail.example', '250 AUTH PLAIN'], AUTH: ['hang-up'] });
  await expect(connect(`smtp://blatt:geheim@${server}`)).rejects.toThrow(ConnectionError);
});

it('knows nothing of a message whose server answers out of turn, and sends nothing more to it', async () => {
  const connection = await connect(`smtp://${await scriptedServer({ MAIL: ['250 fine', '250 fine'] })}`);
  expect(await connection.send(envelope, wire)).toEqual({ kind: 'unknown' });
  expect(connection.isOpen).toBe(false);
});

it.each([
  ['hangs up before it wants the text', { DATA: ['hang-up'] }, 'unsent'],
  ['hangs up in the place of an answer to the text', { text: ['hang-up'] }, 'unknown'],
  ['is about to shut down after the text', { text: ['421 4.3.2 shutting down', 'hang-up'] }, 'unsent'],
  ['talks rubbish after the text', { text: ['hello?'] }, 'unknown'],
  ['puts us off after the text', { text: ['451 later'] }, 'deferred'],
] as const)('of a server that %s', async (_what, script, kind) => {
  const connection = await connect(`smtp://${await scriptedServer(script)}`);
  expect(await connection.send(envelope, wire)).toMatchObject({ kind });
});
