/** The part of MJML that is used here. Of its components no types are published. */

/** A document as data. Attributes are written as they are, `content` of texts and styles too: nothing is escaped. */
export interface MjmlNode {
  tagName: string;
  attributes: Record<string, string>;
  children?: MjmlNode[];
  content?: string;
}

/** A set of components. */
export interface MjmlPreset {
  components: unknown[];
  dependencies: Record<string, unknown>;
}

interface Options {
  presets: MjmlPreset[];
  /** Addresses of web fonts by name; left out, Google's are loaded. */
  fonts: Record<string, string>;
  /** `strict` throws where an element or attribute is none of MJML's. */
  validationLevel: 'strict';
  /** Of the inliner, which would write `auto` and percentages into attributes that Outlook reads as pixels. */
  juiceOptions: { applyWidthAttributes: false; applyHeightAttributes: false; applyAttributesTableElements: false };
}

export interface Mjml {
  default: (document: MjmlNode, options: Options) => Promise<{ html: string }>;
}
