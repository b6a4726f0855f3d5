/** What takes away a file that no text names, from the overview, and what brings it back. */
import { posix } from 'node:path';
import { h } from 'hastscript';
import type { Hono } from 'hono';
import { editorWords } from '../../words/redaktion-editor.ts';
import { unusedWords as words } from '../../words/redaktion-new.ts';
import { bringBackUnused, removeUnused } from '../files/unused-files.ts';
import { pageAnswers } from './answers.ts';
import type { DeskEnv, DeskParts } from './desk-parts.ts';
import { deskPaths } from './paths.ts';

export function addUnused(app: Hono<DeskEnv>, { desk, siteTitle }: DeskParts): void {
  const { page } = pageAnswers(siteTitle);
  app.post(deskPaths.removeUnused, async (context) => {
    const file = String((await context.req.parseBody()).datei ?? '');
    const notKept = await removeUnused(desk, file, context.get('editor'));
    const name = posix.basename(file);
    return page(context, {
      title: words.removed(name),
      content: [
        h('h1', words.removed(name)),
        ...(notKept ? [h('p', { class: 'error' }, editorWords.savedNotKept(notKept))] : []),
        h('p', words.removedHelp),
        h('form', { method: 'post', action: deskPaths.bringBackUnused, class: 'buttons' }, [
          h('input', { type: 'hidden', name: 'datei', value: file }),
          h('a', { class: 'button', href: deskPaths.overview }, words.onward),
          h('button', { type: 'submit', class: 'plain' }, words.bringBack),
        ]),
      ],
    });
  });

  app.post(deskPaths.bringBackUnused, async (context) => {
    const file = String((await context.req.parseBody()).datei ?? '');
    const notKept = await bringBackUnused(desk, file, context.get('editor'));
    const name = posix.basename(file);
    return page(context, {
      title: words.broughtBack(name),
      content: [
        h('h1', words.broughtBack(name)),
        ...(notKept ? [h('p', { class: 'error' }, editorWords.savedNotKept(notKept))] : []),
        h('p', h('a', { class: 'button', href: deskPaths.overview }, words.onward)),
      ],
    });
  });
}
