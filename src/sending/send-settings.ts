/** The settings that sending to subscribers works by. */
export const sendSettings = [
  'DATA_DIR',
  'FIGURES_FILE',
  'SMTP_URL',
  'SEND_PER_MINUTE',
  'SEND_CONNECTIONS',
  'BOUNCE_ADDRESS',
  'BOUNCE_VERP',
  'DKIM',
  'DKIM_SELECTOR',
  'DKIM_KEY',
  'DKIM_DOMAIN',
] as const;

export type SendSetting = (typeof sendSettings)[number];
