import { addresses, picturesPath, previewPath, searchIndexFolder } from './address.ts';

/** Names at the top of the site that no address begins with: of Astro, of files for machines. */
const otherNames = ['_astro', 'index', 'favicon', 'robots', 'sitemap'];

/** The first part of a path, without an ending. */
const firstName = (path: string) => path.split('/')[1]?.replace(/\..*$/, '') ?? '';

const productNames = new Set([
  ...[...Object.values(addresses), searchIndexFolder, picturesPath, previewPath].map(firstName),
  ...otherNames,
]);

/**
 * Whether a name at the top of the site belongs to the product, so that nothing of the organisation's may have it: its
 * pages, folders and files, whatever their endings.
 */
export function isProductName(name: string): boolean {
  return productNames.has(name) || name.startsWith('sitemap-');
}
