/**
 * The roles of `styles/tokens.css` as values: mail programs know no custom properties. A test keeps both equal.
 * The second is for dark surroundings, where the program asks for it.
 */
export const colours = {
  page: { light: '#fbfaf6', dark: '#16181b' },
  raised: { light: '#f1eee5', dark: '#202327' },
  text: { light: '#1b1a18', dark: '#e9e6df' },
  quiet: { light: '#57534b', dark: '#b3aea4' },
  line: { light: '#d8d3c6', dark: '#3b3f45' },
  edge: { light: '#7d776b', dark: '#858a92' },
  accent: { light: '#0b5268', dark: '#93cbe0' },
} as const;
