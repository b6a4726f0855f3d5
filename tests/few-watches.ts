/** Commands for which the system watches few files and folders: in a user namespace of their own. */
import { spawnSync } from 'node:child_process';

const limit = '/proc/sys/user/max_inotify_watches';

/** Before a command: the system watches so many for it. Git trusts the folders of whoever that makes it. */
export const withWatches = (most: number) => [
  'unshare',
  '-Ur',
  'sh',
  '-c',
  `echo ${most} > ${limit} && exec "$@"`,
  'sh',
];

/** From now on it watches no more than so many for a command that was started so; what it watches already stays. */
export function limitWatches(pid: number | undefined, most: number): void {
  const { status, stderr } = spawnSync('nsenter', [
    `--target=${pid}`,
    '--user',
    '--preserve-credentials',
    'sh',
    '-c',
    `echo ${most} > ${limit}`,
  ]);
  if (status !== 0) throw new Error(String(stderr));
}

export const canLimitWatches = spawnSync('unshare', [...withWatches(5).slice(1), 'true']).status === 0;
if (!canLimitWatches) console.warn('No user namespaces here: the tests of too few watches skip.');
