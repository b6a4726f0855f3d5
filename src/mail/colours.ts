/**
 * The roles of `styles/tokens.css` as values: mail programs know no custom properties. A test keeps both equal.
 * The second is for dark surroundings, where the program asks for it.
 */
export const colours = {
  page: { light: '#fbfaf6', dark: '#17191c' },
  raised: { light: '#f1eee5', dark: '#212429' },
  text: { light: '#1b1a18', dark: '#ece9e2' },
  quiet: { light: '#57534b', dark: '#b6b1a7' },
  line: { light: '#d8d3c6', dark: '#3d4148' },
  edge: { light: '#7d776b', dark: '#8b9098' },
  accent: { light: '#0b5268', dark: '#93cbe0' },
} as const;
