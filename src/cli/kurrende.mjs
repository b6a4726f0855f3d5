// The door of every command: first the version of Node, then the rest, which needs it.
import './require-node.mjs';

const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
