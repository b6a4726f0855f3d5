// The door of the process that compiles the pages, and the build with them, into the folder that it is told, and ends.
const { compileInto } = await import('../../integration.ts');
const { compileBuild } = await import('../../build/compiled-build.ts');
const [, , folder = ''] = process.argv;
await compileInto(folder);
await compileBuild(folder);
