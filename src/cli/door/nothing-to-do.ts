import { resolve } from 'node:path';
import { argv, cwd, env } from 'node:process';
import { callOf, isWithin, type LastBuild, lastBuild } from '../../build/last-build.ts';

/** What decides what this process does, other than files. */
export function thisCall(): string {
  return callOf(argv.slice(2), env);
}

/**
 * Says that there is nothing to do and returns true, where this very build was called for before and nothing has changed
 * since. Comes before everything else of a command, so that it takes no longer than looking at the files.
 */
export function tellNothingToDo([verb, ...options]: readonly string[]): boolean {
  if (verb !== 'build' || options.includes('--full')) return false;
  // With BUILD_DATE the moment is a part of the call.
  const isThis = ({ call, span }: LastBuild) =>
    call === thisCall() && (Boolean(env.BUILD_DATE) || isWithin(span, Date.now()));
  const last = lastBuild(resolve(cwd(), env.SITE_ROOT ?? '.'), isThis);
  for (const text of last?.says ?? []) console.log(text);
  return last !== undefined;
}
