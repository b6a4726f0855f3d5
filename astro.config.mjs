import { defineConfig } from 'astro/config';

// The address of the site (`site`) comes from the command: content/site.md for a build, the local one for dev and start.
export default defineConfig({
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  compressHTML: true,
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  scopedStyleStrategy: 'where',
});
