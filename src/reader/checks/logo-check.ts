import { contentFolder } from '../../model/content-files.ts';
import type { PlacedFile } from '../../model/picture.ts';
import type { Problem } from '../../model/problem.ts';
import type { SiteFrontMatter } from '../../model/site.ts';
import { nearest } from '../../text/nearest.ts';
import { finding } from '../../words/problems.ts';
import type { ContentFolder } from '../files/content-folder.ts';
import { fieldName, type ParsedFile } from '../files/parsed-file.ts';

/** The files of the logo that are there, still to be looked into; those that are missing are reported. */
export function placedLogo(
  site: ParsedFile<SiteFrontMatter>,
  content: ContentFolder,
  report: (problem: Problem) => void,
): PlacedFile[] {
  const files = content.files(contentFolder);
  return (['file', 'dark'] as const).flatMap((field): PlacedFile[] => {
    const name = site.usable.logo?.[field];
    if (name === undefined) return [];
    const path = ['logo', field];
    const place = { file: site.file, line: site.lineOf(path), field: fieldName(path) };
    const location = content.locate(`${contentFolder}/${name}`);
    if (files.includes(name)) return [{ place, name, location, isLogo: true }];
    report({ ...place, ...finding('logoNotFound', { file: name, nearest: nearest(name, files) }) });
    return [];
  });
}
