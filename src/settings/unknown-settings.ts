import { closest, distance } from 'fastest-levenshtein';
import type { Environment } from './read-settings.ts';
import { type SettingName, settingNames } from './schema.ts';

/** Beginnings of names that are only ours. */
const prefixes = ['ABO_', 'DKIM_', 'REDAKTION_', 'SEND_'];
/** Of other names, those that differ in so many letters may be ours; not the short ones, which are like too many. */
const mostTypos = 2;
const shortest = 7;

/** A variable that is none of ours and looks as if it were meant to be. */
export interface UnknownSetting {
  name: string;
  /** The one that may be meant. */
  nearest?: SettingName;
}

/** Variables that are set and look like misspelt ones of those that are `used`. */
export function unknownSettings(used: readonly SettingName[], env: Environment): UnknownSetting[] {
  return Object.keys(env).flatMap((name): UnknownSetting[] => {
    const upper = name.toUpperCase();
    // Windows takes `smtp_url` for SMTP_URL, and then has both.
    if (!env[name] || (isSetting(upper) && env[upper])) return [];
    const prefix = prefixes.find((beginning) => upper.startsWith(beginning));
    const guess = closest(upper, settingNames) as SettingName;
    const typos = distance(upper, guess);
    if (!prefix && (typos > mostTypos || upper.length < shortest || upper[0] !== guess[0])) return [];
    if (typos <= upper.length * 0.4) return used.includes(guess) ? [{ name, nearest: guess }] : [];
    return used.some((known) => prefix && known.startsWith(prefix)) ? [{ name }] : [];
  });
}

function isSetting(name: string): name is SettingName {
  return (settingNames as string[]).includes(name);
}
