import { cwd, env } from 'node:process';
import { readSettings } from '../settings/read-settings.ts';
import { resolveSiteRoot } from '../settings/site-root.ts';

/** The settings of the web site: Astro brings its pages to life in modules of their own, which no command hands values. */
export const settings = readSettings(['SITE_ROOT', 'BUILD_DATE', 'SITE_COMMIT'], env);

/** The organisation's folder. */
export const siteRoot = resolveSiteRoot(settings, cwd());
