import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { settingFaults } from '../words/settings.ts';
import { readSettings } from './read-settings.ts';
import type { SettingName } from './schema.ts';
import { resolveSiteRoot } from './site-root.ts';
import type { ProcessSurroundings, Surroundings } from './surroundings.ts';
import { unknownSettings } from './unknown-settings.ts';

/**
 * The surroundings of a command that uses these settings, read from the process's. Warns of variables that look like
 * misspelt ones. Throws a UserError that tells all that is wrong.
 */
export function openSurroundings<const Used extends SettingName>(
  used: readonly Used[],
  { env, ...rest }: ProcessSurroundings,
): Surroundings<Used> {
  for (const { name, nearest } of unknownSettings([...used, 'SITE_ROOT'], env)) {
    rest.printError(settingFaults.unknown(name, nearest));
  }
  const root = resolveSiteRoot(readSettings(['SITE_ROOT'], env), rest.root);
  return {
    ...rest,
    root,
    settings: readSettings(used, env, (file) => readFileSync(resolve(root, file), 'utf8')),
    account: env.SUDO_USER || env.USER || env.LOGNAME || undefined,
  };
}
