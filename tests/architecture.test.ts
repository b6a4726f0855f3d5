import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Import {
  file: string;
  from: string;
  /** Gone when the program runs. */
  isType: boolean;
}

/** Which rooms of `src/` the files of a room may import, beside their own. */
const mayImport: Record<string, readonly string[]> = {
  words: [],
  model: ['words'],
  text: ['model', 'words'],
  reader: ['model', 'text', 'words'],
  // Drawings and credits in files say what pages say.
  images: ['model', 'text', 'views', 'words'],
  views: ['model', 'text', 'words'],
  feeds: ['model', 'text', 'views', 'words'],
  delivery: ['model', 'words'],
  mail: ['model', 'text', 'views', 'words'],
  subscription: ['model', 'views', 'mail', 'words'],
  sending: ['model', 'subscription', 'words'],
  cli: ['model', 'text', 'reader', 'images', 'views', 'feeds', 'mail', 'delivery', 'subscription', 'sending', 'words'],
  site: ['model', 'text', 'reader', 'images', 'views', 'feeds', 'mail', 'words', 'styles'],
};

/** Rooms that may import only types from others, which makes no cycle. */
const mayImportTypes: Record<string, readonly string[]> = { words: ['model'] };

/** Astro's rooms and its two files beside them are one: they import each other freely. */
function roomOf(file: string): string {
  const [, room = '', ...rest] = file.split('/');
  return rest.length === 0 || ['pages', 'layouts', 'components'].includes(room) ? 'site' : room;
}

function importsOf(file: string, text: string): Import[] {
  const imports: Import[] = [];
  const code = file.endsWith('.astro') ? astroCode(text) : text;
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const from = node.moduleSpecifier;
      if (from && ts.isStringLiteral(from)) imports.push({ file, from: from.text, isType: isTypeOnly(node) });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [from] = node.arguments;
      if (from && ts.isStringLiteral(from)) imports.push({ file, from: from.text, isType: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      imports.push({ file, from: node.argument.literal.getText().slice(1, -1), isType: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(`${file}.ts`, code, ts.ScriptTarget.Latest, true));
  return imports;
}

/** The block at the top of an Astro component and its scripts. */
function astroCode(text: string): string {
  const [, frontMatter = ''] = /^---\n(.*?)\n---/s.exec(text) ?? [];
  const scripts = [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, code]) => code);
  return [frontMatter, ...scripts].join('\n');
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return !clause.name && !!names && ts.isNamedImports(names) && names.elements.every((element) => element.isTypeOnly);
}

const target = ({ file, from }: Import) => posix.join(posix.dirname(file), from);

const onDisk =
  'only reader/content-folder.ts, images/picture-store.ts, subscription/data-folder.ts, cli/ and pages/ may touch the disk.';

/** What an import breaks, as a sentence. */
function brokenRule(entry: Import): string | undefined {
  const { file, from, isType } = entry;
  const room = roomOf(file);
  const says = (rule: string) => `${file} imports "${from}": ${rule}`;
  if (from.startsWith('astro:')) return room === 'site' ? undefined : says('only the web site may import astro:*.');
  if (/^(?:node:)?fs(?:\/|$)/.test(from)) {
    const mayTouchDisk =
      /^src\/(?:cli|pages)\//.test(file) ||
      ['src/reader/content-folder.ts', 'src/images/picture-store.ts', 'src/subscription/data-folder.ts'].includes(file);
    return mayTouchDisk ? undefined : says(onDisk);
  }
  if (!from.startsWith('.')) return undefined;
  const path = target(entry);
  if (!path.startsWith('src/')) return says('the product imports nothing outside of src/.');
  const other = roomOf(path);
  if (other === room) return undefined;
  const allowed = mayImport[room];
  if (!allowed) return says(`the room ${room}/ has no rule yet; add it to mayImport in tests/architecture.test.ts.`);
  if (allowed.includes(other) || (isType && mayImportTypes[room]?.includes(other))) return undefined;
  return says(`${room}/ may import only ${allowed.join(', ') || 'types of the model'}.`);
}

/** Rooms that need each other to run, as `a → b → a`. */
function cycles(imports: readonly Import[]): string[] {
  const needs = Map.groupBy(
    imports.filter(({ from, isType }) => from.startsWith('.') && !isType),
    ({ file }) => roomOf(file),
  );
  const found: string[] = [];
  const walk = (room: string, way: readonly string[]): void => {
    if (way.includes(room)) {
      if (way[0] === room) found.push([...way, room].join(' → '));
      return;
    }
    const next = new Set((needs.get(room) ?? []).map((entry) => roomOf(target(entry))));
    next.delete(room);
    for (const other of next) walk(other, [...way, room]);
  };
  for (const room of needs.keys()) walk(room, []);
  return found;
}

const project = join(import.meta.dirname, '..');
const files = globSync('src/**/*.{ts,mjs,astro}', { cwd: project }).map((file) => file.replaceAll('\\', '/'));
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(project, file), 'utf8')));

describe('the rooms of src/', () => {
  it('import only what is behind them', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.flatMap((entry) => brokenRule(entry) ?? [])).toEqual([]);
  });

  it('need each other in one direction only', () => {
    expect(cycles(imports)).toEqual([]);
  });

  it('import files that exist under the name that they have', () => {
    const missing = imports.filter(
      (entry) => /^\.\.?\/.*\.(?:ts|mjs|astro)$/.test(entry.from) && !files.includes(target(entry)),
    );
    expect(missing.map(({ file, from }) => `${file} imports "${from}", which does not exist.`)).toEqual([]);
  });

  it('have no drawer for odds and ends', () => {
    const drawers = globSync('src/**', { cwd: project }).filter((path) =>
      /^(?:utils?|helpers?|common|misc)(?:\.|$)/i.test(path.replaceAll('\\', '/').split('/').at(-1) ?? ''),
    );
    expect(drawers).toEqual([]);
  });
});

describe('whoever breaks a rule is told so', () => {
  const told = (file: string, code: string) => importsOf(file, code).map(brokenRule);

  it.each([
    [
      'src/model/a.ts',
      "import { b } from '../reader/b.ts';",
      'src/model/a.ts imports "../reader/b.ts": model/ may import only words.',
    ],
    [
      'src/words/a.ts',
      "import { b } from '../model/b.ts';",
      'src/words/a.ts imports "../model/b.ts": words/ may import only types of the model.',
    ],
    ['src/words/a.ts', "import type { b } from '../model/b.ts';", undefined],
    ['src/words/a.ts', "import { type b } from '../model/b.ts';", undefined],
    [
      'src/views/a.ts',
      "export * from '../feeds/b.ts';",
      'src/views/a.ts imports "../feeds/b.ts": views/ may import only model, text, words.',
    ],
    [
      'src/feeds/a.ts',
      "const b = await import('../cli/b.ts');",
      'src/feeds/a.ts imports "../cli/b.ts": feeds/ may import only model, text, views, words.',
    ],
    [
      'src/text/a.ts',
      "type B = import('../reader/b.ts').B;",
      'src/text/a.ts imports "../reader/b.ts": text/ may import only model, words.',
    ],
    [
      'src/pages/a.astro',
      "---\nimport '../cli/b.ts';\n---\n<p/>",
      'src/pages/a.astro imports "../cli/b.ts": site/ may import only model, text, reader, images, views, feeds, mail, words, styles.',
    ],
    [
      'src/pages/a/b.astro',
      "<p/><script>import '../../cli/c.ts';</script>",
      'src/pages/a/b.astro imports "../../cli/c.ts": site/ may import only model, text, reader, images, views, feeds, mail, words, styles.',
    ],
    [
      'src/cli/a.ts',
      "import '../pages/_library.ts';",
      'src/cli/a.ts imports "../pages/_library.ts": cli/ may import only model, text, reader, images, views, feeds, mail, delivery, subscription, sending, words.',
    ],
    [
      'src/reader/a.ts',
      "import { getEntry } from 'astro:content';",
      'src/reader/a.ts imports "astro:content": only the web site may import astro:*.',
    ],
    ['src/content.config.ts', "import 'astro:content';", undefined],
    [
      'src/views/a.ts',
      "import { readFile } from 'node:fs/promises';",
      `src/views/a.ts imports "node:fs/promises": ${onDisk}`,
    ],
    ['src/reader/content-folder.ts', "import { statSync } from 'node:fs';", undefined],
    [
      'src/model/a.ts',
      "import '../../tests/b.ts';",
      'src/model/a.ts imports "../../tests/b.ts": the product imports nothing outside of src/.',
    ],
    [
      'src/attic/a.ts',
      "import '../model/b.ts';",
      'src/attic/a.ts imports "../model/b.ts": the room attic/ has no rule yet; add it to mayImport in tests/architecture.test.ts.',
    ],
  ])('%s: %s', (file, code, sentence) => {
    expect(told(file, code)).toEqual([sentence]);
  });

  it('two rooms that need each other', () => {
    const pair = [
      ...importsOf('src/model/a.ts', "import { b } from '../words/b.ts';"),
      ...importsOf('src/words/b.ts', "import { c } from '../model/c.ts';"),
    ];
    expect(cycles(pair)).toEqual(['model → words → model', 'words → model → words']);
    expect(cycles(pair.map((entry) => ({ ...entry, isType: entry.file.startsWith('src/words') })))).toEqual([]);
  });
});
