import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { productRoot } from '../../build/product.ts';
import { houseStyle } from '../../documents/house-style.ts';
import type { Library } from '../../model/library.ts';
import { mediaTypeOf } from '../../model/media-types.ts';
import { UserError } from '../../model/user-error.ts';
import { showingWords } from '../../words/handing-out.ts';
import { siteStyles } from '../preview/page-renderer.ts';
import { type PreviewParts, shownText } from '../preview/previews.ts';
import type { EditableText } from '../texts.ts';
import { deskPaths } from '../web/paths.ts';
import { pageFile, type ReadPart } from './page-file.ts';

/** The page of a text as one file, with `note` above it. Throws a UserError where there is none yet. */
export async function showPage(
  text: EditableText,
  library: Library,
  note: string,
  parts: PreviewParts & { siteStyles: string },
): Promise<string> {
  const shown = await shownText('page', text, library, parts);
  if (!shown) throw new UserError(showingWords.notYet);
  const read: ReadPart = async (path) => {
    if (path === siteStyles) return { bytes: Buffer.from(parts.siteStyles), mediaType: 'text/css' };
    if (path === deskPaths.house) {
      return { bytes: Buffer.from(houseStyle(library.site, '', '')), mediaType: 'text/css' };
    }
    if (/^\/src\/styles\/fonts\/kurrende-[a-z-]+\.woff2$/.test(path)) {
      return { bytes: await readFile(join(productRoot, path)), mediaType: 'font/woff2' };
    }
    const bytes = path.startsWith('/bilder/') ? await parts.store.read(path).catch(() => undefined) : undefined;
    return bytes && { bytes, mediaType: mediaTypeOf(path) ?? 'image/jpeg' };
  };
  return pageFile(shown.html, library.site.publicUrl, note, read);
}
