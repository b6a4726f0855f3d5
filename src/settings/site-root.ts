import { resolve } from 'node:path';
import type { Settings } from './schema.ts';

/** The organisation's folder, which holds `content/` and `public/` and gets `dist/`: `folder` unless `SITE_ROOT` names another. */
export function resolveSiteRoot({ SITE_ROOT }: Pick<Settings, 'SITE_ROOT'>, folder: string): string {
  return resolve(folder, SITE_ROOT ?? '.');
}
