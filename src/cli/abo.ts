import { aboUsage } from '../words/abo-commands.ts';
import type { CommandGroup } from './door/command.ts';

/** `npm run abo -- VERB …`: what the operator does with subscriptions, one file a verb. */
export const command: CommandGroup = {
  usage: aboUsage,
  verbs: {
    stats: () => import('./abo/stats.ts'),
    show: () => import('./abo/show.ts'),
    erase: () => import('./abo/erase.ts'),
    export: () => import('./abo/export.ts'),
    import: () => import('./abo/import.ts'),
    bounces: () => import('./abo/bounces.ts'),
    arrival: () => import('./abo/arrival.ts'),
    pause: () => import('./abo/pause.ts'),
    resume: () => import('./abo/resume.ts'),
    'rename-domain': () => import('./abo/rename-domain.ts'),
    purge: () => import('./abo/purge.ts'),
    backup: () => import('./abo/backup.ts'),
    restore: () => import('./abo/restore.ts'),
    move: () => import('./abo/move.ts'),
  },
};
