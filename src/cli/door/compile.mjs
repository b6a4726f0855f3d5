// The door of the processes that compile the pages into a folder, and the build that goes with them, and end.
const [, , what, folder = ''] = process.argv;
if (what === 'pages') {
  const { compileInto } = await import('../../integration.ts');
  await compileInto(folder);
} else {
  const { compileBuild } = await import('../../build/compiled-build.ts');
  await compileBuild(folder);
}
