/**
 * What a mail uses although some named program doesn't know it, by the feature's title in the data of caniemail, each
 * with what its readers get instead. Whatever isn't here has to work everywhere.
 */
const dark = 'the light colours, which the program may turn round by itself';
const sheet = 'everything but dark colours: all else stands in style attributes';
const roles = 'tables read as tables, or an unnamed article; every text and heading is there';

export const fallbacks: Record<string, string> = {
  '<style> element': sheet,
  'Type selector': sheet,
  'Chaining selectors': sheet,
  '!important keyword': sheet,
  '@media': `${sheet}; columns are as wide as the mail, which is what they say`,
  'color-scheme CSS property': dark,
  'color-scheme meta tag': dark,
  'lang attribute': 'the voice of the program, which is German for most readers; plain text is beside it',
  'dir attribute': 'the direction of the page around, which is the same for German',
  'role attribute': roles,
  'aria-label attribute': roles,
  'aria-hidden attribute': 'an empty table, which says nothing',
  opacity: 'a preview hidden by display: none',
  overflow: 'a preview hidden by display: none',
  'max-height property': 'a preview hidden by display: none',
  outline: 'pictures without outline, as they are there anyway',
  'white-space': 'code whose long lines are not broken',
  'word-spacing': 'the usual space between words, which is what it says',
  'word-break': 'long words that are broken by overflow or widen the column',
  '<abbr> element': 'the abbreviation; what it stands for is in the plain text and on the page',
  '<picture> element': 'the logo for light surroundings, on paper of its own',
  'srcset and sizes attributes': 'the logo for light surroundings, on paper of its own',
  '<body> element': 'the background of the wrapper, which has the same colour',
};
