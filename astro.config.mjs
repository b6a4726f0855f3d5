// Says what to do where Node is too old, before anything newer is read.
import './src/cli/require-node.mjs';
import { env } from 'node:process';
import { defineConfig } from 'astro/config';

const { kurrende } = await import('./src/integration.ts');

// Astro tells its makers about every build and asks whether there is a newer version: not from here.
Object.assign(env, { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' });

// The address of the site, its folders and whether drafts are shown come from the integration.
export default defineConfig({
  adapter: kurrende(),
  output: 'server',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  compressHTML: true,
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  scopedStyleStrategy: 'where',
});
