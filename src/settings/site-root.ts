import { resolve } from 'node:path';
import { cwd, env } from 'node:process';

/** The organisation's folder, which holds `content/` and `public/` and gets `dist/`: this project unless `SITE_ROOT` names another. */
export const siteRoot = env.SITE_ROOT ? resolve(env.SITE_ROOT) : cwd();
