// The door of the process that compiles the pages into the folder that it is told, and ends.
const { compileInto } = await import('../../integration.ts');
const [, , folder = ''] = process.argv;
await compileInto(folder);
