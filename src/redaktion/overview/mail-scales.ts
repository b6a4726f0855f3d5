import { createHash } from 'node:crypto';
import type { PictureStore } from '../../images/picture-store.ts';
import { preparePictures } from '../../images/prepare.ts';
import { htmlLimit } from '../../mail/edition.ts';
import { encodedBytes } from '../../mail/mime.ts';
import { mailPreview } from '../../mail/preview.ts';
import { contentFolders } from '../../model/content-files.ts';
import type { Library } from '../../model/library.ts';
import { contentOnDisk } from '../../reader/files/content-folder.ts';
import type { Desk } from '../desk.ts';
import type { MailWeight } from './overview-page.ts';

/** Weighs the mails of issues; one whose texts haven't changed is not composed again. */
export function mailScales({ desk, store }: { desk: Desk; store: PictureStore }, origin: string) {
  const known = new Map<string, { stamp: string; weight: MailWeight }>();
  const content = contentOnDisk(desk.root);
  const stampOf = (key: string) => {
    const hash = createHash('sha256');
    const folder = `${contentFolders.issues}/${key}`;
    for (const name of content.files(folder)) {
      if (name.endsWith('.md')) hash.update(name).update(content.read(`${folder}/${name}`) ?? new Uint8Array());
    }
    return hash.digest('hex');
  };
  return async (keys: readonly string[]): Promise<Map<string, MailWeight>> => {
    const weights = new Map<string, MailWeight>();
    let library: Library | undefined;
    for (const key of new Set(keys)) {
      const stamp = stampOf(key);
      const before = known.get(key);
      if (before?.stamp === stamp) {
        weights.set(key, before.weight);
        continue;
      }
      library ??= desk.libraryToShow();
      const issue = library?.issues.find((one) => one.key === key);
      if (!library || !issue) continue;
      await preparePictures({ site: library.site, issues: [issue] }, store, { withTitlePictures: false });
      const { edition } = await mailPreview(library, issue, origin);
      if (!edition) continue;
      const bytes = await encodedBytes(edition.html);
      const kilobytes = (bytes / 1000).toLocaleString('de', { maximumFractionDigits: 0 });
      const weight = { kilobytes, isTooHeavy: bytes > htmlLimit };
      known.set(key, { stamp, weight });
      weights.set(key, weight);
    }
    return weights;
  };
}
