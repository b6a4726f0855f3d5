import { contentFiles } from '../../model/content-files.ts';
import type { Day } from '../../model/day.ts';
import { isRecord } from '../../model/field.ts';
import type { Report } from '../../model/problem.ts';
import { adviseOnPublishers } from '../../model/publisher.ts';
import { type SiteFrontMatter, siteSchema } from '../../model/site.ts';
import { type Terms, termsSchema } from '../../model/terms.ts';
import { finding } from '../../words/problems.ts';
import type { TermKind } from '../../words/terms.ts';
import type { ContentFolder } from './content-folder.ts';
import type { FileParser } from './file-parser.ts';
import { checkLegalBasis, checkSubscription, type LegalFiles, readLegalFiles } from './legal-files.ts';
import { damagedCharacters, decode, fieldName, type ParsedFile } from './parsed-file.ts';
import { checkAgainst } from './schema-findings.ts';
import { readYaml } from './yaml.ts';

/** The files that there is one of each. */
export interface SiteFiles {
  site?: ParsedFile<SiteFrontMatter>;
  legal: LegalFiles;
  /** Undefined where the file can not be read: then nothing can be said of what is used of it. */
  terms?: Terms;
}

/** Reads `site.md`, `terms.yaml` and `legal/`. */
export function readSiteFiles(content: ContentFolder, parse: FileParser, today: Day, report: Report): SiteFiles {
  const present = (file: string) => {
    if (content.size(file) !== undefined) return file;
    report({ file, line: 1, ...finding('siteMissing', { file }) });
    return undefined;
  };

  const files: SiteFiles = { legal: {}, terms: readTerms(content, report) };
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

export const noTerms: Terms = { topics: [], municipalities: [], software: [] };

function readTerms(content: ContentFolder, report: Report): Terms | undefined {
  const file = contentFiles.terms;
  const bytes = content.read(file);
  if (!bytes) return noTerms;
  const text = decode(bytes);
  for (const { line, finding: found } of damagedCharacters(text ?? '')) report({ file, line, ...found });
  const yaml = text === undefined ? [{ line: 1, finding: finding('notUtf8', {}) }] : readYaml(text);
  if (Array.isArray(yaml)) {
    for (const { line, finding: found } of yaml) report({ file, line, ...found });
    return undefined;
  }
  const { value, findings } = checkAgainst(termsSchema, yaml.data, yaml);
  for (const { path, finding: found } of findings) {
    report({ file, line: yaml.lineOf(path), field: fieldName(path), ...found });
  }
  return value ?? usableTerms(yaml.data);
}

/** Each term that is right by itself, so that one mistake doesn't make every use of the others unknown. */
function usableTerms(data: unknown): Terms {
  if (!isRecord(data)) return noTerms;
  const terms = { ...noTerms };
  for (const kind of Object.keys(noTerms) as TermKind[]) {
    const entries = Array.isArray(data[kind]) ? data[kind] : [];
    const usable = entries.flatMap((entry) => checkAgainst(termsSchema, { [kind]: [entry] }).value?.[kind] ?? []);
    Object.assign(terms, { [kind]: usable });
  }
  return terms;
}
