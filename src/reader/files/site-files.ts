import { contentFiles } from '../../model/content-files.ts';
import type { Day } from '../../model/day.ts';
import type { Report } from '../../model/problem.ts';
import { adviseOnPublishers } from '../../model/publisher.ts';
import { type SiteFrontMatter, siteSchema } from '../../model/site.ts';
import type { Terms } from '../../model/terms.ts';
import { finding } from '../../words/problems.ts';
import type { ContentFolder } from './content-folder.ts';
import type { FileParser, Remember } from './file-parser.ts';
import { checkLegalBasis, checkSubscription, type LegalFiles, readLegalFiles } from './legal-files.ts';
import type { ParsedFile } from './parsed-file.ts';
import { noTerms, parseTerms } from './terms-file.ts';

/** The files that there is one of each. */
export interface SiteFiles {
  site?: ParsedFile<SiteFrontMatter>;
  legal: LegalFiles;
  /** Undefined where the file can not be read: then nothing can be said of what is used of it. */
  terms?: Terms;
}

/** Reads `site.md`, `terms.yaml` and `legal/`. */
export function readSiteFiles(
  content: ContentFolder,
  parse: FileParser,
  remember: Remember,
  today: Day,
  report: Report,
): SiteFiles {
  const present = (file: string) => {
    if (content.size(file) !== undefined) return file;
    report({ file, line: 1, ...finding('siteMissing', { file }) });
    return undefined;
  };

  const files: SiteFiles = { legal: {}, terms: readTerms(content, remember, report) };
  const siteFile = present(contentFiles.site);
  if (siteFile) {
    const site = parse(siteFile, siteSchema, { advise: adviseOnPublishers });
    site.problems.forEach(report);
    const expires = site.usable.security?.expires;
    if (expires && expires < today) {
      const place = { file: siteFile, line: site.lineOf(['security', 'expires']), field: 'security.expires' };
      report({ ...place, ...finding('securityExpired', { day: expires }) });
    }
    files.site = site;
  }
  files.legal = readLegalFiles(content, parse, present, today, report);
  checkLegalBasis(files, report);
  checkSubscription(files, report);
  return files;
}

function readTerms(content: ContentFolder, remember: Remember, report: Report): Terms | undefined {
  const file = contentFiles.terms;
  if (content.size(file) === undefined) return noTerms;
  const terms = remember(file, (bytes) => parseTerms(file, bytes));
  terms.problems.forEach(report);
  return terms.value;
}
