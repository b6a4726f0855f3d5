import { posix } from 'node:path';
import {
  addresses,
  archiveFeedPath,
  calendarPath,
  decodeAddress,
  documentAddresses,
  termPath,
  topicFeedPath,
  yearPath,
} from '../model/address.ts';
import { contentFiles, contentFolders, publicFolder } from '../model/content-files.ts';
import { completeAddress } from '../model/field.ts';
import type { Problem } from '../model/problem.ts';
import { isProductName } from '../model/product-name.ts';
import { singlePages } from '../model/site-pages.ts';
import type { Terms } from '../model/terms.ts';
import { nearest } from '../text/nearest.ts';
import { type Finding, finding } from '../words/problems.ts';
import type { TermKind } from '../words/terms.ts';
import type { ContentFolder } from './files/content-folder.ts';
import { type IssueFolder, isDraftIn, textsOf } from './files/issue-folder.ts';
import type { ParsedFile } from './files/parsed-file.ts';
import type { OwnPageFile } from './own-pages.ts';

/** Where a link of a text leads: a path of the site, anything else as it is, or a finding. */
type Resolution = { path: string } | { external: true } | { finding: Finding };

/** All addresses of a site as they are kept: each with the file that it belongs to, and files with their addresses. */
export interface KnownAddresses {
  owners: ReadonlyMap<string, string>;
  files: ReadonlyMap<string, string>;
}

/** Where links lead. `folder` is the folder of the text that the link stands in. */
export interface LinkResolver {
  resolve(url: string, folder: string): Resolution;
}

/** All addresses that the site has, and which file each belongs to. */
export interface AddressBook extends LinkResolver {
  problems: Problem[];
  addresses: KnownAddresses;
}

const termKinds = ['topics', 'municipalities', 'software'] as const satisfies TermKind[];
const allowedSchemes = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** Whether there is something behind the scheme that a browser could open. */
function hasTarget(url: string, scheme: string): boolean {
  if (scheme === 'mailto:') return url.includes('@');
  if (scheme === 'tel:') return /\d/.test(url);
  return URL.canParse(url);
}

/** Whether a name is that of a file for readers, and not of a text or a page. */
function isFileOfIssue(file: string): boolean {
  return /\.(?!md$)\w{2,5}$/i.test(file);
}

const isInIssue = (path: string) => path.startsWith(`${contentFolders.issues}/`);

/** Collects the addresses of everything given; two things with one address are a problem. */
export function makeAddressBook(
  content: ContentFolder,
  publicUrl: string | undefined,
  terms: Terms | undefined,
  folders: readonly IssueFolder[],
  pages: readonly OwnPageFile[],
): AddressBook {
  const owners = new Map<string, string>();
  const fileAddresses = new Map<string, string>();
  for (const { path, isListed, madeOf, isOptional } of singlePages) {
    const file = madeOf && contentFiles[madeOf];
    if (!isListed || (isOptional && file && content.size(file) === undefined)) continue;
    owners.set(path, isOptional && file ? file : 'die Website selbst');
    if (file) fileAddresses.set(file, path);
  }
  for (const path of Object.values(documentAddresses)) owners.set(path, 'die Website selbst');
  const problems: Problem[] = [];
  const claim = (path: string, file: string, line = 1, field?: string) => {
    const other = owners.get(path);
    if (other) problems.push({ file, line, field, ...finding('duplicateAddress', { address: path, other }) });
    else owners.set(path, file);
  };

  for (const kind of termKinds) {
    for (const { slug } of terms?.[kind] ?? []) {
      owners.set(termPath(kind, slug), contentFiles.terms);
      if (kind === 'topics') owners.set(topicFeedPath(slug), contentFiles.terms);
    }
  }
  for (const { week, folder, path: own, index, articles, files } of folders) {
    owners.set(yearPath(week.year), folder);
    owners.set(archiveFeedPath(week.year), folder);
    fileAddresses.set(folder, own).set(index.file, own);
    for (const { path, parsed } of articles) {
      fileAddresses.set(parsed.file, path);
      if (parsed.listed.hasEvent) owners.set(calendarPath(path), parsed.file);
      for (const file of parsed.listed.attached) {
        owners.set(path + file, parsed.file);
        const address = path + encodeURIComponent(file);
        fileAddresses.set(`${folder}/${file}`, address);
        // What is wrong with the name is said where it is listed, and not again at every link.
        const meant = files.includes(file) ? file : nearest(file, files);
        if (meant && !fileAddresses.has(`${folder}/${meant}`)) fileAddresses.set(`${folder}/${meant}`, address);
      }
    }
  }
  const claimFor = (isWanted: (folder: IssueFolder, parsed: ParsedFile<unknown>) => boolean) => {
    for (const folder of folders) {
      const { path: own, index, articles } = folder;
      if (isWanted(folder, index)) claim(own, index.file);
      for (const { path, parsed } of articles) if (isWanted(folder, parsed)) claim(path, parsed.file);
    }
    // After the living addresses, so that it is the former one that gets the blame.
    for (const folder of folders) {
      for (const parsed of textsOf(folder).filter((text) => isWanted(folder, text))) {
        parsed.listed.formerAddresses?.forEach((path, i) => {
          claim(path, parsed.file, parsed.lineOf(['formerAddresses', i]), `formerAddresses[${i + 1}]`);
        });
      }
    }
  };
  claimFor((folder, parsed) => !isDraftIn(folder, parsed));

  // After those: a former address is a promise, a new page can have another name.
  for (const { slug, path, parsed } of pages) {
    fileAddresses.set(parsed.file, path);
    const other = owners.get(path);
    if (!other) owners.set(path, parsed.file);
    else if (!isProductName(slug)) {
      const taken = finding('pageNameTaken', { address: path, holder: 'former', file: other });
      problems.push({ file: parsed.file, line: 1, ...taken });
    }
  }
  // A draft is to stop nothing that is out: it gets the blame.
  claimFor(isDraftIn);
  const known: KnownAddresses = { owners, files: fileAddresses };
  return { ...linkResolver(content, publicUrl, terms !== undefined, () => known), problems, addresses: known };
}

/** `hasTerms`: whether all pages of terms are among the addresses, which are asked for when a link leads within the site. */
export function linkResolver(
  content: ContentFolder,
  publicUrl: string | undefined,
  hasTerms: boolean,
  addressesOf: () => KnownAddresses,
): LinkResolver {
  const leadsTo = (url: string, folder: string): Resolution => {
    if (url.startsWith('#')) return { external: true };
    const [, target = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
    const notFound = (known: Iterable<string>): Resolution => ({
      finding: finding('linkNotFound', {
        url,
        nearest: completeAddress(url) ?? (target && nearest(target, [...known])),
      }),
    });
    if (target === '') return notFound([]);
    if (publicUrl && (target === publicUrl || target.startsWith(`${publicUrl}/`))) {
      return leadsTo(`${target.slice(publicUrl.length) || '/'}${rest}`, folder);
    }
    const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase();
    if (scheme && !allowedSchemes.has(scheme)) return { finding: finding('linkScheme', { url }) };
    if (scheme) return hasTarget(url, scheme) ? { external: true } : { finding: finding('linkIncomplete', { url }) };
    if (target.startsWith('//')) return { finding: finding('linkScheme', { url }) };
    const { owners, files: fileAddresses } = addressesOf();
    if (target.startsWith('/')) {
      const written = posix.normalize(decodeAddress(target));
      const path = owners.has(written) || /\.\w+$/.test(written) ? written : written.replace(/\/?$/, '/');
      // Which pages of terms there are is not known without the terms.
      if (!hasTerms && termKinds.some((kind) => path.startsWith(addresses[kind]))) return { path: path + rest };
      if (!owners.has(path) && content.size(publicFolder + path) === undefined) return notFound(owners.keys());
      return { path: path.split('/').map(encodeURIComponent).join('/') + rest };
    }
    const file = posix.normalize(posix.join(folder, decodeAddress(target))).replace(/\/$/, '');
    const path = fileAddresses.get(file);
    if (path) return { path: path + rest };
    if (isInIssue(file) && content.size(file) !== undefined) {
      return { finding: finding('attachmentNotListed', { file: target }) };
    }
    if (isInIssue(folder) && isFileOfIssue(file) && !completeAddress(url)) {
      const beside = content.files(folder).filter(isFileOfIssue);
      return { finding: finding('linkedFileMissing', { file: target, nearest: nearest(target, beside) }) };
    }
    return notFound([...fileAddresses.keys()].map((known) => posix.relative(folder, known)));
  };
  /** Each link is asked for when it is checked and when its text is shown, and many lead to the same place. */
  const known = new Map<string, Resolution>();
  const resolve = (url: string, folder: string): Resolution => {
    const key = `${folder}\n${url}`;
    const resolution = known.get(key) ?? leadsTo(url, folder);
    known.set(key, resolution);
    return resolution;
  };
  return { resolve };
}
