import { expect, test } from 'vitest';
import { readReport } from '../../src/incoming/reports/report.ts';
import { growth, linear } from '../growth.ts';

const mail = (...lines: string[]) => Buffer.from(lines.join('\r\n'));

test('an address with a sign that there is none of breaks nothing', async () => {
  const raw = mail(
    'From: MAILER-DAEMON@mx.haus.example',
    'Subject: Undelivered',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.haus.example',
    '',
    'Final-Recipient: utf-8; \\x{ffffff}@haus.example',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b--',
  );
  expect((await readReport(raw)).kind).toBe('report');
});

test.each([
  'Sie haben mich leider nicht erreicht. Telefon 0211 550-1234, alice@haus.example',
  'Dieses Postfach ist deaktiviert, bis ich zurück bin: alice@haus.example',
])('a person’s own answer with the empty return path is no report: %s', async (text) => {
  const raw = mail(
    'Return-Path: <>',
    'From: Alice <alice@haus.example>',
    'Auto-Submitted: auto-replied (vacation)',
    'In-Reply-To: <mailing-1@blatt.example>',
    'Subject: Abwesend',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
  );
  expect((await readReport(raw)).kind).toBe('answer');
});

test('an endless line is read in the time that its length takes', async () => {
  const report = (size: number) =>
    readReport(mail('From: MAILER-DAEMON', 'Subject: undeliverable', 'Content-Type: text/plain', '', 'a'.repeat(size)));
  expect(await growth(400_000, report)).toBeLessThan(linear);
});
