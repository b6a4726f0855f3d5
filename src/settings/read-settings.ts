import { z } from 'zod';
import { UserError } from '../model/user-error.ts';
import { settingFaults } from '../words/settings.ts';
import type { ReadFile, ValueFault } from './kinds.ts';
import { type Read, type SettingName, type Settings, settingFacts, settingNames, settingsSchema } from './schema.ts';

/** Variables by their names, as the system has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const noFiles: ReadFile = (file) => {
  throw new Error(`no files are read here: ${file}`);
};

/**
 * Reads the settings that are `used`; an empty one counts as not set. Throws a UserError that tells all that is wrong
 * with them, and nothing that may be a password. Others may be wrong: whoever checks a text needs no mail server.
 */
export function readSettings<const Used extends SettingName>(
  used: readonly Used[],
  env: Environment,
  readFile: ReadFile = noFiles,
): Pick<Settings, Read<Used>> {
  const schema = settingsSchema(readFile);
  const names = readWith(used);
  // By name: Windows has `smtp_url` under SMTP_URL too.
  const texts = Object.fromEntries(settingNames.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const mask = Object.fromEntries(names.map((name) => [name, true])) as Record<SettingName, true>;
  const result = schema.pick(mask).safeParse(texts);
  const wrong = (result.error?.issues ?? []).map((issue) => {
    const name = issue.path[0] as SettingName;
    return wrongValue(name, schema.shape[name], texts[name], issue);
  });
  const incomplete = names.flatMap((name) => {
    const other = settingFacts.get(schema.shape[name])?.together;
    const isIncomplete = other && texts[name] && !texts[other] && !isNamedAlone(name, used);
    return isIncomplete ? [settingFaults.incomplete(name, named(other, schema.shape[other]))] : [];
  });
  if (result.success && incomplete.length === 0) return withPasswords(result.data as Settings);
  throw new UserError(settingFaults.all([...wrong, ...incomplete]));
}

/** Servers that are logged in to, and the files that may hold their passwords. */
const passwords = [
  { address: 'SMTP_URL', file: 'SMTP_PASSWORD_FILE' },
  { address: 'BOUNCE_MAILBOX', file: 'BOUNCE_PASSWORD_FILE' },
  { address: 'ARRIVAL_MAILBOX', file: 'ARRIVAL_PASSWORD_FILE' },
  { address: 'DATABASE_URL', file: 'DATABASE_PASSWORD_FILE' },
] as const;

/** These settings, and those that are read with them: whoever names the data folder uses the address of a database too. */
export function readWith(used: readonly SettingName[]): SettingName[] {
  return [...new Set(used.flatMap((name) => [name, ...companions(name)]))];
}

/** Whether whoever reads wants the password itself: for a server that it names in another way. */
function isNamedAlone(name: SettingName, used: readonly SettingName[]): boolean {
  return passwords.some(({ address, file }) => file === name && used.includes(file) && !used.includes(address));
}

/** Which settings are read with another, so that nobody who needs them forgets them. */
function companions(name: SettingName): readonly SettingName[] {
  if (name === 'DATA_DIR') return ['DATABASE_URL', ...companions('DATABASE_URL')];
  return passwords.flatMap(({ address, file }) => (address === name ? [file] : []));
}

/** The settings with the servers' passwords where clients look for them: in the address (RFC 3986 2.1). */
function withPasswords(settings: Settings): Settings {
  const complete = { ...settings };
  for (const { address, file } of passwords) {
    const { [address]: place, [file]: password } = settings;
    // The folder of a mailbox needs none.
    if (!place || !password || !place.includes('://')) continue;
    const url = new URL(place);
    if (url.username === '') {
      const { example = '' } = settingFacts.get(settingsSchema(noFiles).shape[address]) ?? {};
      throw new UserError(
        settingFaults.all([settingFaults.nobodyToLogIn(file, address, example.replace(/:[^:@/]*@/, '@'))]),
      );
    }
    url.password = encodeURIComponent(password);
    complete[address] = url.href;
  }
  return complete;
}

function wrongValue(name: string, setting: z.ZodType, text: string | undefined, issue: z.core.$ZodIssue): string {
  const fault = issue.code === 'custom' ? (issue.params?.fault as ValueFault | undefined) : undefined;
  if (!fault) throw new Error(`the kind of ${name} has no words for “${issue.code}”`);
  const facts = { ...named(name, setting), expected: fault.expected };
  if (fault.ambiguous !== undefined) {
    const file = passwords.find(({ address }) => address === name)?.file;
    return settingFaults.ambiguous(name, fault.ambiguous, file);
  }
  if (fault.parameter) return settingFaults.parameter(name, fault.parameter.right, fault.parameter.written);
  const { shown = settingFacts.get(setting)?.isSecret ? undefined : text } = fault;
  if (shown === undefined || looksSecret(shown)) return settingFaults.wrongSecret(facts);
  if (shown !== text) return settingFaults.wrongPart({ ...facts, shown });
  return settingFaults.wrong({ ...facts, shown, corrected: fault.corrected });
}

function named(name: string, setting: z.ZodType) {
  return { name, example: settingFacts.get(setting)?.example ?? '', standard: standardOf(setting) };
}

/** What holds where a setting isn't set, as it would be written; undefined if that is no value. */
export function standardOf(setting: z.ZodType): string | undefined {
  const text = setting instanceof z.ZodPrefault ? setting.def.defaultValue : undefined;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** Whether a value may belong to a variable that is never shown: an address with a password, a key. */
function looksSecret(text: string): boolean {
  return /:\/\/|@|-----BEGIN|\p{Cc}/u.test(text) || text.length > 80;
}
