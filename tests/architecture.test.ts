import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Import {
  file: string;
  from: string;
}

/** Which rooms of `src/` the files of a room may import, beside their own. */
const mayImport: Record<string, readonly string[]> = {
  words: [],
  model: ['words'],
  text: ['model', 'words'],
  reader: ['model', 'text', 'words'],
  views: ['model', 'text', 'words'],
  import: ['model', 'text', 'words'],
  // Drawings and credits in files say what pages say.
  images: ['model', 'text', 'views', 'words'],
  feeds: ['model', 'text', 'views', 'words'],
  documents: ['model', 'views', 'words'],
  mail: ['model', 'text', 'views', 'words'],
  delivery: ['model', 'words'],
  settings: ['mail', 'model', 'words'],
  store: ['model', 'settings', 'words'],
  subscription: ['delivery', 'mail', 'model', 'settings', 'store', 'views', 'words'],
  sending: ['mail', 'model', 'settings', 'store', 'views', 'words'],
  incoming: ['mail', 'model', 'sending', 'settings', 'store', 'subscription', 'words'],
  doctor: ['mail', 'model', 'sending', 'settings', 'store', 'subscription', 'words'],
  // The build leaves its frame and facts for the service.
  build: [
    'delivery',
    'documents',
    'feeds',
    'images',
    'mail',
    'model',
    'reader',
    'settings',
    'store',
    'subscription',
    'text',
    'views',
    'words',
  ],
  // The editors' desk shows and checks what everybody else makes.
  redaktion: [
    'build',
    'delivery',
    'documents',
    'feeds',
    'images',
    'import',
    'mail',
    'model',
    'reader',
    'sending',
    'settings',
    'text',
    'views',
    'words',
  ],
  // Astro's door, and the way of our own commands to Astro.
  integration: ['build', 'model', 'settings', 'words'],
  cli: [
    'build',
    'delivery',
    'doctor',
    'import',
    'incoming',
    'integration',
    'mail',
    'model',
    'reader',
    'redaktion',
    'sending',
    'settings',
    'store',
    'subscription',
    'text',
    'words',
  ],
  site: ['build', 'documents', 'feeds', 'images', 'mail', 'model', 'reader', 'settings', 'text', 'views', 'words'],
};

/** Astro's rooms and its files beside them are one: they import each other freely. The integration stands before it. */
function roomOf(file: string): string {
  if (file === 'src/integration.ts') return 'integration';
  const [, room = '', ...rest] = file.split('/');
  return rest.length === 0 || ['pages', 'layouts', 'components', 'styles', 'site'].includes(room) ? 'site' : room;
}

function importsOf(file: string, text: string): Import[] {
  const imports: Import[] = [];
  const code = file.endsWith('.astro') ? astroCode(text) : text;
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const from = node.moduleSpecifier;
      if (from && ts.isStringLiteral(from)) imports.push({ file, from: from.text });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [from] = node.arguments;
      if (from && ts.isStringLiteral(from)) imports.push({ file, from: from.text });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      imports.push({ file, from: node.argument.literal.getText().slice(1, -1) });
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

const target = ({ file, from }: Import) => posix.join(posix.dirname(file), from);

/** The files that touch the disk; of other rooms none does. */
const diskFiles = [
  'src/reader/files/content-folder.ts',
  'src/images/picture-store.ts',
  'src/delivery/site-server.ts',
  'src/incoming/mailbox/maildir.ts',
  'src/settings/make-folder.ts',
  'src/settings/open-surroundings.ts',
  'src/store/backup-folder.ts',
  'src/store/data-folder.ts',
  'src/store/folder-access.ts',
  'src/store/leaver-list.ts',
  'src/store/move-target.ts',
  'src/store/open-data.ts',
  'src/store/process-lock.ts',
  'src/store/put-back.ts',
  'src/subscription/web/frame-folder.ts',
];
const diskRooms = ['build', 'cli', 'redaktion', 'site'];
const onDisk = `only ${[...diskFiles.map((file) => file.replace('src/', '')), ...diskRooms.map((room) => `${room}/`)].join(', ')} may touch the disk.`;

/** What an import breaks, as a sentence. */
function brokenRule(entry: Import): string | undefined {
  const { file, from } = entry;
  const room = roomOf(file);
  const says = (rule: string) => `${file} imports "${from}": ${rule}`;
  if (from.startsWith('astro:')) return room === 'site' ? undefined : says('only the web site may import astro:*.');
  if (/^(?:node:)?fs(?:\/|$)/.test(from)) {
    return diskRooms.includes(room) || diskFiles.includes(file) ? undefined : says(onDisk);
  }
  if (!from.startsWith('.')) return undefined;
  const path = target(entry);
  if (!path.startsWith('src/')) return says('the product imports nothing outside of src/.');
  const other = roomOf(path);
  if (other === room) return undefined;
  const allowed = mayImport[room];
  if (!allowed) return says(`the room ${room}/ has no rule yet; add it to mayImport in tests/architecture.test.ts.`);
  if (allowed.includes(other)) return undefined;
  return says(allowed.length > 0 ? `${room}/ may import only ${allowed.join(', ')}.` : `${room}/ imports nothing.`);
}

/** Files that import each other in a circle, types included, as `a → b → a`; of each tangle the first circle found. */
function circles(imports: readonly Import[]): string[] {
  const next = Map.groupBy(
    imports.filter(({ from }) => from.startsWith('.')),
    ({ file }) => file,
  );
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || done.has(file)) return;
    for (const entry of next.get(file) ?? []) walk(target(entry), [...way, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
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

  it('hold no files that import each other in a circle', () => {
    expect(circles(imports)).toEqual([]);
  });

  it('are those of the map in the README, each with a page of its own', () => {
    const rooms = readdirSync(join(project, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const readme = readFileSync(join(project, 'README.md'), 'utf8');
    const [, map = ''] = /^src\/\n(.*?)^```/ms.exec(readme) ?? [];
    const onMap = [...map.matchAll(/^ {2}((?:[a-z]+\/ ?)+)/gm)].flatMap(
      ([, names = '']) => names.match(/[a-z]+/g) ?? [],
    );
    expect(onMap.toSorted()).toEqual(rooms.map(({ name }) => name).toSorted());
    // The README of the web site is in site/: Astro would make a page of one in pages/.
    const without = onMap.filter(
      (room) => roomOf(`src/${room}/`) === room && !existsSync(join(project, 'src', room, 'README.md')),
    );
    expect(without).toEqual([]);
  });

  it('import files that exist under the name that they have', () => {
    const missing = imports.filter(
      (entry) => /^\.\.?\/.*\.(?:ts|mjs|astro)$/.test(entry.from) && !files.includes(target(entry)),
    );
    expect(missing.map(({ file, from }) => `${file} imports "${from}", which does not exist.`)).toEqual([]);
  });

  it('export each name with one meaning', () => {
    // What Astro and our own door ask every page and command for.
    const demanded = ['GET', 'command', 'openPages'];
    const exported = /^export (?:async )?(?:function|const|class|interface|type) (\w+)/gm;
    const places = files
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [...readFileSync(join(project, file), 'utf8').matchAll(exported)].map(([, name]) => ({ name, file })),
      );
    const named = Map.groupBy(places, ({ name }) => name);
    const several = [...named].filter(([name = '', at]) => at.length > 1 && !demanded.includes(name));
    expect(several.map(([name, at]) => `${name}: ${at.map(({ file }) => file).join(', ')}`)).toEqual([]);
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
      "import type { b } from '../model/b.ts';",
      'src/words/a.ts imports "../model/b.ts": words/ imports nothing.',
    ],
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
      'src/pages/a.astro imports "../cli/b.ts": site/ may import only build, documents, feeds, images, mail, model, reader, settings, text, views, words.',
    ],
    [
      'src/pages/a/b.astro',
      "<p/><script>import '../../cli/c.ts';</script>",
      'src/pages/a/b.astro imports "../../cli/c.ts": site/ may import only build, documents, feeds, images, mail, model, reader, settings, text, views, words.',
    ],
    [
      'src/cli/a.ts',
      "import '../site/library.ts';",
      'src/cli/a.ts imports "../site/library.ts": cli/ may import only build, delivery, doctor, import, incoming, integration, mail, model, reader, redaktion, sending, settings, store, subscription, text, words.',
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
    ['src/reader/files/content-folder.ts', "import { statSync } from 'node:fs';", undefined],
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

  it('files in a circle, also where it is made of types', () => {
    const three = [
      ...importsOf('src/model/a.ts', "import { b } from './b.ts';"),
      ...importsOf('src/model/b.ts', "import type { c } from '../words/c.ts';"),
      ...importsOf('src/words/c.ts', "import type { a } from '../model/a.ts';"),
      ...importsOf('src/words/d.ts', "import { a } from '../model/a.ts';"),
    ];
    expect(circles(three)).toEqual(['src/model/a.ts → src/model/b.ts → src/words/c.ts → src/model/a.ts']);
    expect(circles(three.slice(0, 2))).toEqual([]);
  });
});

/** The doors at which environment variables come in, for commands and for pages; everything else gets them as values. */
const doors = ['src/cli/door/nothing-to-do.ts', 'src/settings/surroundings.ts', 'src/site/settings.ts'];

/** Whether a file reads environment variables, in any of the spellings. */
function readsEnvironment(file: string, text: string): boolean {
  // What stands in a template is no part of its code.
  if (file.endsWith('.astro') && /\b(?:process|import\.meta)\.env\b/.test(text)) return true;
  const processes = ['process', 'globalThis.process', 'import.meta'];
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && /^'(?:node:)?process'$/.test(node.moduleSpecifier.getText())) {
      const { name, namedBindings } = node.importClause ?? {};
      if (name) processes.push(name.text);
      if (namedBindings && ts.isNamespaceImport(namedBindings)) processes.push(namedBindings.name.text);
      if (namedBindings && ts.isNamedImports(namedBindings)) found ||= namedBindings.elements.some(isEnv);
    } else if (ts.isPropertyAccessExpression(node)) {
      found ||= node.name.text === 'env' && processes.includes(node.expression.getText());
    } else if (ts.isElementAccessExpression(node)) {
      found ||= node.argumentExpression.getText() === "'env'" && processes.includes(node.expression.getText());
    } else if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name)) {
      found ||= processes.includes(node.initializer?.getText() ?? '') && node.name.elements.some(isEnv);
    }
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(`${file}.ts`, file.endsWith('.astro') ? astroCode(text) : text, ts.ScriptTarget.Latest, true),
  );
  return found;
}

/** `env`, or `env as other`. */
const isEnv = ({ propertyName, name }: ts.ImportSpecifier | ts.BindingElement) =>
  (propertyName ?? name).getText() === 'env';

describe('environment variables', () => {
  it('are read at the doors and nowhere else', () => {
    const reading = files.filter((file) => readsEnvironment(file, readFileSync(join(project, file), 'utf8')));
    expect(reading.toSorted()).toEqual(doors);
  });

  it.each([
    ['src/a.ts', 'const port = process.env.PORT;', true],
    ['src/a.ts', "const { PORT } = process['env'];", true],
    ['src/a.ts', 'const { env } = process;', true],
    ['src/a.ts', 'const { env: variables } = globalThis.process;', true],
    ['src/a.ts', "import { env } from 'node:process';", true],
    ['src/a.ts', "import { cwd, env as variables } from 'process';", true],
    ['src/a.ts', "import node from 'node:process';\nnode.env.PORT;", true],
    ['src/a.ts', "import * as node from 'node:process';\nnode.env.PORT;", true],
    ['src/a.ts', 'const isDev = import.meta.env.DEV;', true],
    ['src/a.astro', '---\n---\n<p>{process.env.PORT}</p>', true],
    ['src/a.ts', "import { cwd } from 'node:process';\nconst day = cwd();", false],
    ['src/a.ts', 'const read = ({ env }: Context) => env.PORT; context.env.network;', false],
    ['src/a.ts', '// process.env\nconst text = "process.env";', false],
  ])('%s: %s', (file, code, reads) => {
    expect(readsEnvironment(file, code)).toBe(reads);
  });
});
