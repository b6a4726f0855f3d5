import type { Environment } from './read-settings.ts';

/** An option that npm kept for itself. */
export interface SwallowedOption {
  name: string;
  /** What stood behind `=`; without one npm leaves the value among the words. */
  value?: string;
}

/**
 * Which of these options npm took for its own, since they stood before or without `--`: npm 10 and 11 hand them on as
 * `npm_config_dry_run=true`, an option that they don't know as much as one of theirs, and an empty value for those of
 * theirs that nobody set. A line in `.npmrc` looks the same.
 */
export function swallowedOptions(names: readonly string[], env: Environment): SwallowedOption[] {
  return names.flatMap((name): SwallowedOption[] => {
    // Given twice, the values come on lines.
    const [value] = (env[`npm_config_${name.replaceAll('-', '_')}`] ?? '').split('\n');
    if (!value || value === 'false') return [];
    return [value === 'true' ? { name } : { name, value }];
  });
}
