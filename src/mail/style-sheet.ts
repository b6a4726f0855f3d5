/** The look of a mail. Rules for elements become style attributes; those for dark surroundings can't and stay rules. */
import type { Palette } from '../model/palette.ts';

/**
 * Outlook on Windows takes Times New Roman when it doesn't know the first family of a list, so one that every
 * Windows has stands first.
 */
const serif = "Georgia,'Times New Roman',serif";
const sans = "'Segoe UI',Roboto,Arial,sans-serif";
const mono = "Consolas,'Courier New',monospace";

/** What all text inherits, as attributes of MJML. */
export const textAttributes = ({ text }: Palette) => ({
  'font-family': serif,
  'font-size': '17px',
  'line-height': '1.55',
  color: text.light,
});

/**
 * Sizes in pixels and margins on paragraphs, since Outlook on Windows knows neither rem nor padding on blocks. The indent
 * of a list is its margin: without one, bullets and numbers stand outside of the mail there.
 */
export const inlineRules = ({ text, quiet, line, edge, accent }: Palette) => `
p { margin: 0 0 16px; }
h1 { margin: 6px 0 14px; font: 500 36px/1.16 ${serif}; }
h2 { margin: 0 0 12px; font: 500 28px/1.22 ${serif}; }
h3 { margin: 30px 0 8px; font: 600 20px/1.3 ${serif}; }
h4, h5, h6 { margin: 22px 0 6px; font: 600 17px/1.4 ${serif}; }
ul, ol { margin: 0 0 16px 24px; padding: 0; }
li { margin: 0 0 6px; }
blockquote { margin: 0 0 16px; padding: 0 0 0 18px; border-left: 3px solid ${line.light}; }
blockquote p { margin: 0 0 8px; }
.voice { margin: 4px 0 24px; }
.voice blockquote { margin: 0 0 8px; border-left: 3px solid ${accent.light}; font-size: 19px; line-height: 1.45; }
.speaker { margin: 0 0 0 21px; font: 15px/1.5 ${sans}; color: ${quiet.light}; }
.speaker strong { color: ${text.light}; }
.box { margin: 4px 0 22px; padding: 14px 18px 1px; border: 1px solid ${edge.light}; }
.box p { margin: 0 0 12px; }
.box p, .box li { font: 15px/1.5 ${sans}; }
a { color: ${accent.light}; text-decoration: underline; }
hr { margin: 24px 0; border: 0; border-top: 1px solid ${line.light}; }
img { display: block; height: auto; margin: 0 0 8px; }
code { font: 15px/1.4 ${mono}; word-break: break-word; }
sup { font-size: 12px; line-height: 0; }
pre { margin: 0 0 16px; white-space: pre-wrap; font: 15px/1.4 ${mono}; }
th { padding: 6px 10px 6px 0; border-bottom: 1px solid ${edge.light}; font: 600 14px/1.5 ${sans}; text-align: left; vertical-align: bottom; }
.data { margin: 0 0 20px; }
.data td { padding: 7px 10px 7px 0; border-bottom: 1px solid ${line.light}; font: 15px/1.5 ${serif}; vertical-align: top; }
.data th:first-child, .data td:first-child { word-break: normal; }
.data .whole { white-space: nowrap; }
.data .align-right { text-align: right; }
.data .align-center { text-align: center; }
.title { color: ${text.light}; text-decoration: none; }
.logo { margin: 0 0 14px; font: 600 17px/1.4 ${sans}; }
.logo img { margin: 0; }
.name { margin: 0 0 10px; font: 600 22px/1.3 ${serif}; color: ${accent.light}; }
.year { margin: 0 0 26px; }
.year td { height: 4px; font-size: 1px; line-height: 4px; }
.gone, .coming { border-bottom: 1px solid ${edge.light}; }
.now { background-color: ${accent.light}; }
.deck { margin: 0 0 12px; font: 600 19px/1.35 ${serif}; }
.lead { margin: 0 0 18px; font-size: 20px; line-height: 1.45; }
.note { margin: 0 0 16px; font: 14px/1.55 ${sans}; color: ${quiet.light}; }
.kicker { margin: 0 0 6px; font: 600 14px/1.5 ${sans}; color: ${quiet.light}; }
.facts { margin: 0 0 20px; padding: 14px 0 8px; border-top: 1px solid ${line.light}; border-bottom: 1px solid ${line.light}; }
.after { margin: 24px 0 0; border-bottom: 0; }
.fact { margin: 0 0 6px; font: 15px/1.5 ${sans}; }
.notes h3, .notes h4 { margin: 24px 0 6px; font: 600 14px/1.5 ${sans}; }
.notes p { margin: 0 0 8px; font-size: 15px; }
.small p { margin: 0 0 4px; font: 14px/1.5 ${sans}; color: ${quiet.light}; }
.small h2 { margin: 0 0 10px; font: 600 17px/1.4 ${sans}; }
.small h3 { margin: 18px 0 4px; font: 600 14px/1.5 ${sans}; }
.small .apart { margin: 16px 0 8px; }
`;

/** Programs that know no dark colours of ours (Gmail, GMX, Outlook on Windows) show the light ones or turn them round. */
/** A logo that is made for light paper alone keeps some of it around in dark surroundings. */
export const plateRule = ({ page }: Palette) =>
  `@media (prefers-color-scheme: dark) { .text .plate { padding: 6px 8px; background-color: ${page.light} !important; } }`;

export const darkRules = ({ page, text, quiet, line, edge, accent }: Palette) => `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  body, .page > div { background-color: ${page.dark} !important; }
  .text div, .text .data td, .text .title { color: ${text.dark} !important; }
  .text a, .text .name { color: ${accent.dark} !important; }
  .text .now { background-color: ${accent.dark} !important; }
  .text .gone, .text .coming { border-color: ${edge.dark} !important; }
  .text .voice blockquote { border-color: ${accent.dark} !important; }
  .text .speaker strong { color: ${text.dark} !important; }
  .text .box { border-color: ${edge.dark} !important; }
  .text .note, .text .kicker, .text .speaker, .small p { color: ${quiet.dark} !important; }
  .text blockquote, .text .facts, .text .data td, .text hr, .rule table table { border-color: ${line.dark} !important; }
  .text th { border-color: ${edge.dark} !important; }
}
`;
