import { expect, onTestFinished, test } from 'vitest';
import { openPageRenderer } from '../../src/redaktion/preview/page-renderer.ts';

/** What the system is asked to watch by this process. */
const watches = () => process.getActiveResourcesInfo().filter((kind) => kind === 'FSEventWrap').length;

test('the templates of the preview watch no file: an archive has ten thousands of them', async () => {
  const before = watches();
  const renderer = await openPageRenderer();
  onTestFinished(() => renderer.close());
  expect(watches()).toBe(before);
});
