import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { settingFaults } from '../words/settings.ts';
import { type Environment, readSettings, readWith } from './read-settings.ts';
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
  for (const { name, nearest } of unknownSettings(readWith([...used, 'SITE_ROOT']), env)) {
    rest.printError(settingFaults.unknown(name, nearest));
  }
  const root = resolveSiteRoot(readSettings(['SITE_ROOT'], env), rest.root);
  return {
    ...rest,
    root,
    settings: readSettings(used, env, (file) => readFileSync(secretPath(file, root, env), 'utf8')),
    account: env.SUDO_USER || env.USER || env.LOGNAME || undefined,
  };
}

/**
 * Where a file with a secret lies: one that systemd handed to this process under that name (`LoadCredential=`), else a
 * path from the organisation's folder.
 */
function secretPath(file: string, root: string, { CREDENTIALS_DIRECTORY: handed }: Environment): string {
  const credential = handed && !file.includes('/') ? join(handed, file) : undefined;
  return credential && existsSync(credential) ? credential : resolve(root, file);
}
