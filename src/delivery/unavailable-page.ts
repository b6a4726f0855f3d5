import { createHash } from 'node:crypto';
import { serverWords } from '../words/server.ts';
import { policyAllowing } from './content-security-policy.ts';

const style =
  ':root{color-scheme:light dark}body{max-width:36em;margin:10vh auto;padding:0 1rem;font:1.125rem/1.5 sans-serif}';

/**
 * What a web server shows by itself when the Abo service can't answer: one line without quotation marks of code, so that
 * it can stand in the configuration of each.
 */
export const unavailablePage = `<!doctype html><html lang=de><meta charset=utf-8><meta name=viewport content='width=device-width'><meta name=robots content=noindex><title>${serverWords.unavailable.title}</title><style>${style}</style><main><h1>${serverWords.unavailable.title}</h1>${serverWords.unavailable.text.map((text) => `<p>${text}</p>`).join('')}<p><a href=/>${serverWords.unavailable.home}</a></p></main></html>`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** The policy that the page is sent with. */
export const unavailablePolicy = policyAllowing({ 'style-src': [`'sha256-${styleHash}'`] });
