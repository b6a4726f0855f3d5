/** Numbers for Prometheus, in its text format (version 0.0.4), without a person. */
import type { Statistics } from '../../store/queries/statistics.ts';
import type { Moment } from '../../store/schema.ts';
import type { Condition } from '../condition.ts';

interface Metric {
  name: string;
  help: string;
  /** By its labels, as they stand between the braces; `''` for none. */
  values: Readonly<Record<string, number | undefined>>;
}

/** What a scrape reads; what isn't known has no line. Ages are in seconds. */
export function metricsText(
  { troubles, mails, serverReachedAt, backupAt, builtAt }: Condition,
  counts: Statistics | undefined,
  now: Temporal.Instant,
): string {
  const age = (moment: Moment | undefined) =>
    moment === undefined
      ? undefined
      : Math.max(0, Math.round(now.since(Temporal.Instant.from(moment)).total('seconds')));
  const one = (value: number | undefined) => ({ '': value });
  const metrics: Metric[] = [
    { name: 'healthy', help: '1 while /abo/health is green.', values: one(isWell(troubles) ? 1 : 0) },
    {
      name: 'trouble',
      help: 'What is wrong, 1 each.',
      values: Object.fromEntries(troubles.map(({ kind }) => [`kind="${kind}"`, 1])),
    },
    {
      name: 'subscribers',
      help: 'Subscriptions by their state.',
      values: { 'status="active"': counts?.active, 'status="paused"': counts?.paused },
    },
    { name: 'requests', help: 'Sign-ups that nobody has confirmed yet.', values: one(counts?.requests) },
    { name: 'mails_waiting', help: 'Mails that wait for the mail server.', values: one(mails?.waiting) },
    {
      name: 'mail_waiting_age_seconds',
      help: 'Age of the oldest of them, 0 if none waits.',
      values: one(mails && (age(mails.waitingSince) ?? 0)),
    },
    { name: 'mails_given_up', help: 'Mails that will never be sent.', values: one(mails?.givenUp) },
    {
      name: 'mail_server_contact_age_seconds',
      help: 'Since the mail server was last reached.',
      values: one(age(serverReachedAt)),
    },
    { name: 'backup_age_seconds', help: 'Since the last backup that was checked.', values: one(age(backupAt)) },
    { name: 'build_age_seconds', help: 'Since the site was last built.', values: one(age(builtAt)) },
  ];
  return metrics.map(lines).join('');
}

/** Whether nothing is wrong; that mails become files is how a trial runs. */
export function isWell(troubles: Condition['troubles']): boolean {
  return troubles.every(({ kind }) => kind === 'no-mail-server');
}

function lines({ name, help, values }: Metric): string {
  const full = `kurrende_abo_${name}`;
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  const rows = known.map(([labels, value]) => `${full}${labels && `{${labels}}`} ${value}\n`);
  return rows.length === 0 ? '' : `# HELP ${full} ${help}\n# TYPE ${full} gauge\n${rows.join('')}`;
}
