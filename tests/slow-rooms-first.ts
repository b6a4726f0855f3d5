import { relative, sep } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Rooms whose files take many seconds, the slowest first. */
const slowRooms = [
  'redaktion',
  'build',
  'browser',
  'cli',
  'sending',
  'site',
  'mail',
  'delivery',
  'docs',
  'images',
  'subscription',
  'text',
];

/**
 * Starts the files of slow rooms first, so that no long file runs alone at the end while the other processors wait. Within
 * a room the order is vitest's own: by the time that files took last, else by their size.
 */
export class SlowRoomsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification) => {
      const [, room = ''] = relative(project.config.root, moduleId).split(sep);
      const place = slowRooms.indexOf(room);
      return place < 0 ? slowRooms.length : place;
    };
    // Those that share a process come after those that have one of their own: `sort` is stable.
    const isShared = ({ project }: TestSpecification) => Number(!project.config.isolate);
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => isShared(a) - isShared(b) || rank(a) - rank(b));
  }
}
