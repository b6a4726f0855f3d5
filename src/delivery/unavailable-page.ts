import { createHash } from 'node:crypto';
import { serverWords } from '../words/server.ts';
import { policyAllowing } from './content-security-policy.ts';

const style =
  ':root{color-scheme:light dark}body{max-width:36em;margin:10vh auto;padding:0 1rem;font:1.125rem/1.5 sans-serif}';

const { title, text, home } = serverWords.unavailable;

/**
 * What a web server shows by itself when the Abo service can't answer: one line of ASCII without double quotation marks,
 * so that it can stand in the configuration of each. Apache calls such text ISO-8859-1, whatever it is.
 */
export const unavailablePage = ascii(
  `<!doctype html><html lang=de><meta charset=utf-8><meta name=viewport content='width=device-width'><meta name=robots content=noindex><title>${title}</title><style>${style}</style><main><h1>${title}</h1>${text.map((sentence) => `<p>${sentence}</p>`).join('')}<p><a href=/>${home}</a></p></main></html>`,
);

function ascii(html: string): string {
  return html.replace(/[^\0-\x7f]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

const styleHash = createHash('sha256').update(style).digest('base64');

/** The policy that the page is sent with. */
export const unavailablePolicy = policyAllowing({ 'style-src': [`'sha256-${styleHash}'`] });
