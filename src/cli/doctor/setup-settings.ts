import { sendSettings } from '../../sending/send-settings.ts';

/** The settings that say how a publication is set up. */
export const setupSettings = [
  'BUILD_DATE',
  'SITE_COMMIT',
  'ABO_SITE',
  'ABO_HOST',
  'ABO_PORT',
  'BACKUP_DIR',
  'OPERATOR_MAIL',
  'BOUNCE_MAILBOX',
  'ARRIVAL_MAILBOX',
  ...sendSettings,
] as const;

export type SetupSetting = (typeof setupSettings)[number];
