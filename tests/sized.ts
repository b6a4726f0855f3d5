import { env } from 'node:process';

/**
 * How much of something a test tries that finds more the more it tries: random texts, long texts, kills. All of it where
 * the variable `CI` is set, as `.ci/run` does, and as much as one likes to wait for at home.
 */
export function sized({ ci, home }: { ci: number; home: number }): number {
  return env.CI ? ci : home;
}
