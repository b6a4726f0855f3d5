import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { day } from '../../src/model/day.ts';
import type { Library } from '../../src/model/library.ts';
import type { Problem } from '../../src/model/problem.ts';
import { contentOnDisk } from '../../src/reader/files/content-folder.ts';
import { createReader, type Reading, type ReadOptions } from '../../src/reader/read.ts';

// A snapshot shows problems as the editor reads them.
expect.addSnapshotSerializer({
  test: (value) => Array.isArray(value) && value.length > 0 && value.every((entry) => entry?.rule && entry.advice),
  serialize: (problems: Problem[]) =>
    problems
      .map(({ file, line, field, severity, rule, found, expected, advice }) => {
        const place = `${file}:${line}${field ? ` ${field}` : ''}`;
        return `${place} (${severity} ${rule})\n  Gefunden: ${found}\n  Erwartet: ${expected}\n  Zu tun: ${advice}`;
      })
      .join('\n'),
});

/** A file's text or bytes by its path in the project; undefined takes the file of the sample away. */
export type Files = Record<string, string | Uint8Array | undefined>;

export const site = 'content/site.md';
export const terms = 'content/terms.yaml';
export const privacy = 'content/legal/datenschutz.md';
export const statement = 'content/legal/barrierefreiheit.md';
export const easyLanguage = 'content/legal/leichte-sprache.md';
export const issueFolder = 'content/issues/2025-kw33';
export const index = `${issueFolder}/index.md`;
export const article = `${issueFolder}/01-erster-beitrag.md`;

export const articleFields = `id: tag:blatt.example,2025-08-14:erster-beitrag
title: Das Rathaus hat neue Fenster
kind: news
summary: Seit dieser Woche zieht es nicht mehr.
`;

/** The smallest content that nothing can be said against. */
export const sample = {
  [site]: `---
title: Blatt
description: Nachrichten aus dem Rathaus.
publicUrl: https://blatt.example
idAuthority: blatt.example
publishers:
  - name: Zweckverband Muster
    legalForm: zweckverband
    legalFormText: Zweckverband, Körperschaft des öffentlichen Rechts
    address:
      street: Musterstraße 1
      postalCode: "12345"
      city: Musterstadt
    email: post@blatt.example
    phone: 030 23125 100
    representatives:
      - name: Max Mustermann
        function: Geschäftsführer
    register: none
    vatId: none
    legalSupervision:
      name: Kommunalaufsicht Muster
    dataProtectionOfficer:
      email: datenschutz@blatt.example
responsible:
  - name: Erika Mustermann
    address:
      street: Musterstraße 1
      postalCode: "12345"
      city: Musterstadt
editors:
  name: Redaktion Blatt
  email: redaktion@blatt.example
security:
  contact: sicherheit@blatt.example
  expires: 2026-08-31
---

Willkommen.
`,
  [terms]: `topics:
  - name: Soziales
    slug: soziales
municipalities:
  - name: Landkreis Muster
    slug: landkreis-muster
software:
  - name: Musterverfahren
    slug: musterverfahren
`,
  [privacy]: `---
updatedOn: 2025-08-01
state: Niedersachsen
serverLog: none
hosting: own
---

Wir zählen nichts.
`,
  [statement]: `---
state: Niedersachsen
scope: [die Website blatt.example]
status: partially-compliant
gaps:
  - part: Der Lageplan
    kind: non-compliance
    reason: Er ist ein Bild ohne Worte.
assessment: {method: self-assessment, on: 2025-08-01}
createdOn: 2025-08-01
reviewedOn: 2025-08-01
feedback: {unit: Redaktion Blatt, email: redaktion@blatt.example}
---

Alles andere ist lesbar.
`,
  [index]: `---
id: tag:blatt.example,2025-08-14:ausgabe-33
title: Sommer im Rathaus
publishedOn: 2025-08-14
lead: Was in dieser Woche wichtig war.
---

Der Leitartikel.
`,
  [article]: `---
${articleFields}---

Der Text des Beitrags.
`,
};

/** A file of the sample with other or more top-level fields, written in YAML, and another text if one is given. */
function changed(file: keyof typeof sample, fields: string, text?: string): Files {
  return { [file]: markdown(sample[file] ?? '', fields, text) };
}

export const inSite = (fields: string, text?: string) => changed(site, fields, text);
export const inIndex = (fields: string, text?: string) => changed(index, fields, text);
export const inNotice = (fields: string, text?: string) => changed(privacy, fields, text);
export const inStatement = (fields: string, text?: string) => changed(statement, fields, text);
export const inArticle = (fields: string, text?: string) => changed(article, fields, text);

/** The text of an article; its first line is the eighth of the file. */
export const inText = (text: string) => changed(article, '', text);

/** A page of the organisation's own under the name of its file, with more or other fields. */
export function ownPage(name: string, fields = '', text = 'Wir sind das Rathaus.\n'): Files {
  const file = `---\ntitle: Über uns\ndescription: Wer das Blatt macht.\n---\n\n${text}`;
  return { [`content/seiten/${name}`]: markdown(file, fields, text) };
}

/** One more file of the sample's kind: an article, or the index of another issue. */
export function like(model: keyof typeof sample, file: string, fields: string, text?: string): Files {
  const id = `id: tag:blatt.example,2025-08-14:${file.replaceAll(/[^a-z0-9]+/gi, '-')}`;
  return { [file]: markdown(markdown(sample[model] ?? '', id), fields, text) };
}

/** A file of the sample with one passage replaced by another. */
export function replaced(file: keyof typeof sample, passage: string, by: string): Files {
  const text = sample[file] ?? '';
  if (text.split(passage).length !== 2) throw new Error(`not once in ${file}: ${passage}`);
  return { [file]: text.replace(passage, () => by) };
}

function markdown(source: string, fields: string, text?: string): string {
  const [, head = '', body = ''] = /^---\n(.*?\n)---\n\n(.*)$/s.exec(source) ?? [];
  const result = fieldsOf(head);
  for (const [name, lines] of fieldsOf(fields)) result.set(name, lines);
  return `---\n${[...result.values()].join('\n')}\n---\n\n${text ?? body}`;
}

function fieldsOf(yaml: string): Map<string, string> {
  const blocks = yaml.split(/\n(?=[^\s-])/).map((block) => block.trimEnd());
  return new Map(blocks.filter((block) => block !== '').map((block) => [block.replace(/:.*/s, ''), block]));
}

/** A project folder with the sample content, changed; it is gone when the test has finished. */
export function projectWith(files: Files = {}): string {
  const project = emptyProject();
  write(project, { ...sample, ...files });
  return project;
}

export function emptyProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'sample-'));
  onTestFinished(() => rmSync(project, { recursive: true, force: true }));
  return project;
}

export function write(project: string, files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }
}

type Options = Partial<Omit<ReadOptions, 'today'>> & { today?: string };

/** Reads a project as a build on 1 September 2025 does, unless told otherwise. */
export function readIn(
  project: string,
  { today = '2025-09-01', now, mode = 'publish', release }: Options = {},
): Reading {
  return createReader(contentOnDisk(project))({ today: day(today), now, mode, release });
}

/** What is said about the sample content with these changes. */
export function problems(files: Files = {}, options?: Options): Problem[] {
  return readIn(projectWith(files), options).problems;
}

/** What is shown of the sample content with these changes. */
export function library(files: Files = {}, options?: Options): Library {
  const reading = readIn(projectWith(files), options);
  if (!reading.library) throw new Error(JSON.stringify(reading.problems, null, 2));
  return reading.library;
}
