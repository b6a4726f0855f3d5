/**
 * The roles of `styles/tokens.css` as values: mail programs know no custom properties. A test keeps both equal.
 * The second is for dark surroundings, where the program asks for it.
 */
export const colours = {
  page: { light: '#fdfcf9', dark: '#16181b' },
  raised: { light: '#f3f0e8', dark: '#202327' },
  text: { light: '#1d1c1a', dark: '#e9e6df' },
  quiet: { light: '#5a564e', dark: '#b3aea4' },
  line: { light: '#d9d4c8', dark: '#3b3f45' },
  edge: { light: '#857f73', dark: '#858a92' },
  accent: { light: '#0b5268', dark: '#93cbe0' },
} as const;
