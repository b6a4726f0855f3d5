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

const google = 'only dark colours are in rules; Gmail shows the light ones';
const plain = 'nothing but what every program knows of it: no second value, no keyword of a newer standard';

/** What some program knows in part only, each with why the mail doesn't use what it lacks; what is above counts too. */
export const partly: Record<string, string> = {
  padding: 'known on cells of tables; what else has any is listed below',
  margin: 'never negative, never auto, and never on a span',
  border: 'of 1 to 3 pixels; on Outlook’s paragraphs it stands close to the text',
  'height property': 'on cells of the year’s ruler, which are cells, and on pictures that have the attribute too',
  'width property': 'on tables and cells; pictures have the attribute too',
  'line-height': 'as a number, which needs no rule of Outlook’s own',
  'text-decoration': plain,
  display: 'block and none, on what is no picture',
  'display:none': 'on a line of text without table or picture',
  'max-width': 'tables have a width for Outlook beside it (conditional comments of MJML)',
  background: 'a colour alone',
  'background-color': 'on cells and the body, whose margins are none',
  'font-size': 'in pixels',
  'text-align': plain,
  'width attribute': 'in pixels; on a screen of 120 dpi the picture is a little smaller',
  'height attribute': 'in pixels; on a screen of 120 dpi the picture is a little smaller',
  '<ul>, <ol> and <dl>': 'neither reversed nor a value on an entry',
  'Descendant combinator': google,
  'ID selector': google,
  'Class selector': google,
  '<img> element': 'each has its alternative text',
  '<hr> element': 'a line more or less',
  '<pre> element': 'lines of code that are broken',
  '<code> element': 'the letters of the text around',
  'border-collapse': 'tables without a border between cells',
  'HTML comments': 'what they hide is for Outlook alone',
  'cellpadding attribute': 'is 0, which styles say too',
  'cellspacing attribute': 'is 0, which styles say too',
  'align attribute': 'center on tables; nothing floats',
};

/** What has padding although Outlook on Windows knows it on cells of tables only, each with what is seen there. */
export const paddedBlocks: Record<string, string> = {
  blockquote: 'the line of a quotation close to its text; the margin around stays',
  box: 'the border of a box close to its text',
  facts: 'the lines above and below close to the facts',
};
