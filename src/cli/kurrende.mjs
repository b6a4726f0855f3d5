// The door of every command: first the version of Node, then the rest, which needs it.
import './require-node.mjs';

const { enableCompileCache } = await import('node:module');
// What Node has made of our TypeScript is kept: a command that finds nothing to do is done in half the time.
enableCompileCache(`${import.meta.dirname}/../../.cache/compiled`);
const words = process.argv.slice(2);
const { commandFor, tellNothingToDo } = await import('./door/nothing-to-do.ts');
if (!tellNothingToDo(words)) {
  const { main } = await import(commandFor(words));
  process.exitCode = await main(words);
}
