/** The frame of a mail that holds in every program, Outlook's tables included. */
import { createRequire } from 'node:module';
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Palette } from '../model/palette.ts';
import { mailWords } from '../words/mail.ts';
import type { MailLook } from './look.ts';
import type { Mjml, MjmlNode, MjmlPreset } from './mjml.ts';
import { contentWidth } from './pictures.ts';
import { darkRules, inlineRules, plateRule, textAttributes } from './style-sheet.ts';

// Node and bundlers disagree about what the default export of these CommonJS modules is.
const require = createRequire(import.meta.url);
const { default: mjml2html } = require('mjml-core') as Mjml;
const presetCore = require('mjml-preset-core') as MjmlPreset;

/** Widest that the mail gets, in pixels: what fits beside the list of mails in a program's window. */
const pageWidth = 600;

export interface LayoutBlock {
  content: readonly ElementContent[];
  /** Small print. */
  isSmall?: boolean;
  /** Parted from the block before by a line. */
  isRuled?: boolean;
}

/**
 * The whole HTML document; the preview stands in the list of mails and nowhere else. Our texts get in as escaped
 * content only, never as attributes of MJML, which doesn't escape them.
 */
export async function layOut(
  title: string,
  preview: string,
  blocks: readonly LayoutBlock[],
  { palette, logo }: MailLook,
): Promise<string> {
  const plate = logo && !logo.darkUrl ? plateRule(palette) : '';
  const document: MjmlNode = {
    tagName: 'mjml',
    attributes: { lang: mailWords.language, dir: 'ltr' },
    children: [
      {
        tagName: 'mj-head',
        attributes: {},
        children: [
          { tagName: 'mj-title', attributes: {}, content: escaped(title) },
          { tagName: 'mj-preview', attributes: {}, content: escaped(preview) },
          { tagName: 'mj-style', attributes: { inline: 'inline' }, content: inlineRules(palette) },
          { tagName: 'mj-style', attributes: {}, content: darkRules(palette) + plate },
          { tagName: 'mj-raw', attributes: {}, content: colourSchemes },
        ],
      },
      {
        tagName: 'mj-body',
        attributes: { width: `${pageWidth}px`, 'background-color': palette.page.light, 'css-class': 'page' },
        children: blocks.map((block) => section(block, palette)),
      },
    ],
  };
  const { html } = await mjml2html(document, {
    presets: [presetCore],
    fonts: {},
    validationLevel: 'strict',
    juiceOptions: { applyWidthAttributes: false, applyHeightAttributes: false, applyAttributesTableElements: false },
  });
  // Indentation of MJML's own lines; lines of code never begin with a tag.
  return html.replace(/\n\s+(?=<)/g, '\n').trim();
}

const colourSchemes =
  '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">';

function section({ content, isSmall = false, isRuled = false }: LayoutBlock, palette: Palette): MjmlNode {
  const side = (pageWidth - contentWidth) / 2;
  const rule: Record<string, string> = isRuled
    ? { 'inner-border-top': `1px solid ${palette.line.light}`, 'css-class': 'rule' }
    : {};
  return {
    tagName: 'mj-section',
    attributes: { padding: `0 ${side}px` },
    children: [
      {
        tagName: 'mj-column',
        attributes: { padding: '0', ...rule },
        children: [
          {
            tagName: 'mj-text',
            attributes: {
              ...textAttributes(palette),
              padding: '28px 0 16px',
              'css-class': isSmall ? 'text small' : 'text',
            },
            content: toHtml([...content]),
          },
        ],
      },
    ],
  };
}

function escaped(text: string): string {
  return toHtml({ type: 'text', value: text });
}
