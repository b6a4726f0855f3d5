import { describe, expect, test } from 'vitest';
import { readBounces } from '../../src/incoming/bounces.ts';
import { maildir } from '../../src/incoming/mailbox/maildir.ts';
import { corpus, mailTo } from './corpus/corpus.ts';
import { otherMails } from './corpus/other-mails.ts';
import { forms } from './corpus/report-forms.ts';
import { filesOf, maildirWith, mailedDatabase, mailName } from './sample-mailbox.ts';

const now = () => Temporal.Instant.from('2026-11-25T08:00:00Z');

describe('reports in the forms of mail systems, in their languages', () => {
  test('there are two hundred and more', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(200);
    expect(new Set(corpus.map(({ language }) => language)).size).toBe(9);
  });

  test.each(forms.map(({ name }) => name))(
    '%s: each means what it says',
    async (form) => {
      const reports = corpus.filter((report) => report.form === form);
      const db = await mailedDatabase(corpus.length);
      const mailbox = await maildir(maildirWith(reports.map(({ raw }) => raw)));
      await readBounces(mailbox, { db, now });
      const rows = await db.selectFrom('bounce').select(['recipient', 'kind']).execute();
      const kinds = new Map(rows.map(({ recipient, kind }) => [recipient, kind]));
      const named = (kindOf: (report: (typeof reports)[number]) => string | undefined) =>
        reports.map((report) => `${report.language} ${report.answer}: ${kindOf(report)}`);
      expect(named(({ mail }) => kinds.get(mail.to))).toEqual(named(({ kind }) => kind));
    },
    60_000,
  );
});

describe('mails that are no report, or none of ours', () => {
  const others = otherMails(mailTo(1));

  test('stay as they are, and change nothing', async () => {
    expect(others.length).toBeGreaterThanOrEqual(100);
    const db = await mailedDatabase(2);
    const before = await db.selectFrom('delivery').selectAll().execute();
    const folder = maildirWith(others.map(({ raw }) => raw));
    const files = filesOf(folder);
    const mailbox = await maildir(folder);
    await readBounces(mailbox, { db, now });
    expect(filesOf(folder)).toEqual(files);
    expect(await db.selectFrom('bounce').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('delivery').selectAll().execute()).toEqual(before);
    const rows = await db.selectFrom('leftMail').select(['name', 'verdict']).execute();
    const verdicts = new Map(rows.map(({ name, verdict }) => [name, verdict]));
    expect(others.map(({ name }, index) => `${name}: ${verdicts.get(mailName(index))}`)).toEqual(
      others.map(({ name, verdict }) => `${name}: ${verdict}`),
    );
  });
});
