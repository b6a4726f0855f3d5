import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/settings/read-settings.ts';
import { settingNames } from '../../src/settings/schema.ts';
import { resolveSiteRoot } from '../../src/settings/site-root.ts';
import { unknownSettings } from '../../src/settings/unknown-settings.ts';
import { workingDay } from '../../src/settings/working-day.ts';

describe('settings', () => {
  test('have their defaults where they are not set, or empty', () => {
    const { ABO_TRUSTED_PROXIES: isTrusted, ...others } = readSettings(settingNames, {});
    expect(others).toEqual({
      ABO_HOST: '127.0.0.1',
      ABO_PORT: 4380,
      ABO_LIMIT_ADDRESS_HOUR: 1,
      ABO_LIMIT_ADDRESS_DAY: 3,
      ABO_LIMIT_PREFIX: 20,
      ABO_LIMIT_DOMAIN: 50,
      ABO_LIMIT_TOTAL: 500,
      DATA_DIR: 'data/',
      BACKUP_DAYS: 30,
      ABO_SITE: 'server/abo/',
      REDAKTION_HOST: '127.0.0.1',
      SEND_PER_MINUTE: 300,
      SEND_CONNECTIONS: 4,
    });
    expect(isTrusted('127.0.0.1', 0)).toBe(false);
    const empty = readSettings(settingNames, Object.fromEntries(settingNames.map((name) => [name, ''])));
    expect(empty).toMatchObject(others);
    expect(empty.ABO_TRUSTED_PROXIES('127.0.0.1', 0)).toBe(false);
  });

  test('are values of their kinds', () => {
    const { ABO_TRUSTED_PROXIES: isTrusted, ...others } = readSettings(
      ['BUILD_DATE', 'PORT', 'ABO_HOST', 'SMTP_URL', 'ABO_TRUSTED_PROXIES', 'DKIM_KEY', 'DKIM_SELECTOR', 'DATA_DIR'],
      {
        BUILD_DATE: '2026-11-24',
        PORT: ' 5000 ',
        ABO_HOST: '::1',
        SMTP_URL: 'smtps://benutzer:ein%25@mail.example',
        ABO_TRUSTED_PROXIES: '10.0.0.0/8, ::1,',
        DATA_DIR: 'daten',
        HOME: '/root',
      },
    );
    expect(others).toEqual({
      BUILD_DATE: '2026-11-24',
      PORT: 5000,
      ABO_HOST: '::1',
      SMTP_URL: 'smtps://benutzer:ein%25@mail.example',
      DATA_DIR: 'daten',
    });
    expect(['10.9.8.7', '::1', '192.0.2.1'].map((address) => isTrusted(address, 0))).toEqual([true, true, false]);
  });

  test('say which folder and which day it is', () => {
    expect(resolveSiteRoot(readSettings(['SITE_ROOT'], {}), '/srv/kurrende')).toBe('/srv/kurrende');
    expect(resolveSiteRoot(readSettings(['SITE_ROOT'], { SITE_ROOT: '../blatt' }), '/srv/kurrende')).toBe('/srv/blatt');
    // Half an hour past midnight in Berlin.
    const now = Temporal.Instant.from('2026-11-23T23:30:00Z');
    expect(workingDay({ settings: readSettings(['BUILD_DATE'], {}), now })).toBe('2026-11-24');
    expect(workingDay({ settings: readSettings(['BUILD_DATE'], { BUILD_DATE: '2025-08-14' }), now })).toBe(
      '2025-08-14',
    );
  });
});

describe('a variable that looks like one of ours', () => {
  const told = (name: string) => unknownSettings(settingNames, { [name]: 'x' });

  test.each([
    ['ABO_LIMT_DOMAIN', 'ABO_LIMIT_DOMAIN'],
    ['SMPT_URL', 'SMTP_URL'],
    ['smtp_url', 'SMTP_URL'],
    ['BUILDDATE', 'BUILD_DATE'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_ULR', 'DATABASE_URL'],
    ['DATABASEURL', 'DATABASE_URL'],
    ['DATBASE_URL', 'DATABASE_URL'],
    ['SEND_PER_MINUTES', 'SEND_PER_MINUTE'],
    ['DKIM_SELEKTOR', 'DKIM_SELECTOR'],
    ['ABO_TRUSTED_PROXY', 'ABO_TRUSTED_PROXIES'],
  ])('is told with the one that may be meant: %s', (name, nearest) => {
    expect(told(name)).toEqual([{ name, nearest }]);
  });

  test('is told alone where none is near', () => {
    expect(told('ABO_FARBE')).toEqual([{ name: 'ABO_FARBE' }]);
  });

  test.each([
    'PATH',
    'SORT',
    'HTTP_URL',
    'XDG_DATA_DIRS',
    'BUILD_NUMBER',
    'LOGNAME',
    'SITE_URL',
    'npm_config_user_agent',
    'HOST',
  ])('is not every other one: %s', (name) => {
    expect(told(name)).toEqual([]);
  });

  test('matters only to who uses that setting, and only if it has a value', () => {
    const env = { SMPT_URL: 'smtp://mail.example', ABO_FARBE: 'rot' };
    expect(unknownSettings(['BUILD_DATE', 'SITE_ROOT'], env)).toEqual([]);
    expect(unknownSettings(['SMTP_URL'], env)).toEqual([{ name: 'SMPT_URL', nearest: 'SMTP_URL' }]);
    expect(unknownSettings(settingNames, { SMPT_URL: '' })).toEqual([]);
  });

  test('may be one of ours by another name, as Windows has it', () => {
    expect(unknownSettings(settingNames, { smtp_url: 'x', SMTP_URL: 'x' })).toEqual([]);
  });
});
