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
  const names = [...new Set<SettingName>(used.flatMap((name) => [name, ...companions(name)]))];
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
    const isIncomplete = other && texts[name] && !texts[other];
    return isIncomplete ? [settingFaults.incomplete(name, named(other, schema.shape[other]))] : [];
  });
  if (result.success && incomplete.length === 0) return withPasswords(result.data as Settings);
  throw new UserError(settingFaults.all([...wrong, ...incomplete]));
}

/** Which settings are read with another, so that nobody who needs them forgets them. */
function companions(name: SettingName): readonly SettingName[] {
  if (name === 'SMTP_URL') return ['SMTP_PASSWORD_FILE'];
  return name === 'DATA_DIR' ? ['DATABASE_URL', 'DATABASE_PASSWORD_FILE'] : [];
}

/** Addresses with the passwords that lie in files, where clients look for them: in the address (RFC 3986 2.1). */
function withPasswords(settings: Settings): Settings {
  const { SMTP_URL, SMTP_PASSWORD_FILE, DATABASE_URL, DATABASE_PASSWORD_FILE } = settings;
  const mail = ['SMTP_PASSWORD_FILE', 'SMTP_URL', 'smtp://benutzer@mail.example:587'] as const;
  const database = ['DATABASE_PASSWORD_FILE', 'DATABASE_URL', 'postgres://kurrende@db.example/kurrende'] as const;
  return {
    ...settings,
    ...(SMTP_URL && { SMTP_URL: withPassword(SMTP_URL, SMTP_PASSWORD_FILE, mail) }),
    ...(DATABASE_URL && { DATABASE_URL: withPassword(DATABASE_URL, DATABASE_PASSWORD_FILE, database) }),
  };
}

function withPassword(
  address: string,
  password: string | undefined,
  names: readonly [file: string, address: string, example: string],
): string {
  if (!password) return address;
  const url = new URL(address);
  if (url.username === '') throw new UserError(settingFaults.all([settingFaults.nobodyToLogIn(...names)]));
  url.password = encodeURIComponent(password);
  return url.href;
}

function wrongValue(name: string, setting: z.ZodType, text: string | undefined, issue: z.core.$ZodIssue): string {
  const fault = issue.code === 'custom' ? (issue.params?.fault as ValueFault | undefined) : undefined;
  if (!fault) throw new Error(`the kind of ${name} has no words for “${issue.code}”`);
  const facts = { ...named(name, setting), expected: fault.expected };
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
