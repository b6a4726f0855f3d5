import { closest, distance } from 'fastest-levenshtein';
import type { Environment } from './read-settings.ts';
import { type SettingName, settingNames } from './schema.ts';

/** Beginnings of names that are only ours. */
const prefixes = ['ABO_', 'DKIM_', 'REDAKTION_', 'SEND_'];
/** Of other names, those that differ in one letter may be ours, or in two where they are long; the short ones are like too many. */
const shortest = 7;
const long = 10;

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
    if (!prefix && !isNear(upper, guess, typos)) return [];
    if (typos <= upper.length * 0.4) return used.includes(guess) ? [{ name, nearest: guess }] : [];
    return used.some((known) => prefix && known.startsWith(prefix)) ? [{ name }] : [];
  });
}

/** Whether a name without a beginning of ours is a misspelt one: two letters that have changed places count as one typo. */
function isNear(name: string, guess: string, typos: number): boolean {
  if (name.length < shortest || name[0] !== guess[0]) return false;
  const haveChangedPlaces = [...name].sort().join('') === [...guess].sort().join('');
  return typos <= 1 || (typos === 2 && (name.length >= long || haveChangedPlaces));
}

function isSetting(name: string): name is SettingName {
  return (settingNames as string[]).includes(name);
}
