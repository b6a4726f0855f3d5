import { resolve } from 'node:path';
import { argv, cwd, env } from 'node:process';
import { pathToFileURL } from 'node:url';
import { compiledBuild, compiledLook } from '../../build/compiled-build.ts';
import { callOf, isWithin, LookBack } from '../../build/last-build.ts';
import { productRoot } from '../../build/product.ts';

/** What decides what this process does, other than files. */
export function thisCall(): string {
  return callOf(argv.slice(2), env);
}

/** Kept on the process and not in a module: a compiled command has modules of its own. */
const key = Symbol.for('kurrende.lookBack');
const ofProcess = globalThis as { [key]?: LookBack };

/** What has been looked at already to know whether there is anything to do. */
export function thisLookBack(root: string): LookBack {
  const found = ofProcess[key];
  // Whoever asks later wants to know what lies there then.
  delete ofProcess[key];
  return found?.root === root ? found : new LookBack(root);
}

/** The module that the command is in: compiled, where that is known to be of this very product. */
export function commandFor([verb]: readonly string[]): string {
  const looked = verb === 'build' ? ofProcess[key] : undefined;
  const version = looked?.productIn(productRoot);
  const compiled = version === undefined ? undefined : compiledBuild(version);
  if (!looked || !compiled) return './main.ts';
  looked.compiled = compiled;
  return pathToFileURL(compiled.main).href;
}

/**
 * Says that there is nothing to do and returns true, where this very build was called for before and nothing has changed
 * since. Comes before everything else of a command, so that it takes no longer than looking at the files.
 */
export function tellNothingToDo([verb, ...options]: readonly string[]): boolean {
  if (verb !== 'build' || options.includes('--full')) return false;
  const looked = new LookBack(resolve(cwd(), env.SITE_ROOT ?? '.'));
  ofProcess[key] = looked;
  const { last } = looked;
  // With BUILD_DATE the moment is a part of the call.
  const isThis = last?.call === thisCall() && (Boolean(env.BUILD_DATE) || isWithin(last.span, Date.now()));
  if (!isThis) return false;
  const version = looked.productIn(productRoot);
  if (version !== undefined) looked.lookAtDist(compiledLook(version));
  if (!looked.isAsBefore()) return false;
  for (const text of last.says) console.log(text);
  return true;
}
