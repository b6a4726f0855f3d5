import { join, sep } from 'node:path';
import { defineCollection } from 'astro/content/config';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import { contentFolder } from './model/content-files.ts';
import { contentRevision, noteContentChange } from './site/revision.ts';
import { siteRoot } from './site/settings.ts';

/**
 * Tells Astro when `content/` changes, so that `dev` shows a saved file. The content itself goes from the
 * reader to the pages directly (`site/library.ts`): Astro's store keeps but a number.
 */
const changes: Loader = {
  name: 'content-changes',
  async load({ store, watcher }) {
    const note = (revision: number) => store.set({ id: 'content', data: { revision } });
    store.clear();
    note(contentRevision());
    const folder = join(siteRoot, contentFolder) + sep;
    watcher?.add(folder);
    watcher?.on('all', (_event, file) => {
      if (file.startsWith(folder)) note(noteContentChange());
    });
  },
};

export const collections = {
  changes: defineCollection({ loader: changes, schema: z.object({ revision: z.number() }) }),
};
