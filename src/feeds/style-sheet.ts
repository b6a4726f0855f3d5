import { feedStyleWords } from '../words/feeds.ts';

/** The style sheet of feeds with the words that it says. `rules` is the text of `feed.css`. */
export function renderStyleSheet(rules: string): string {
  // A CSS string knows JSON's escapes of `"` and `\`, and the words hold no others. @namespace has to stay in front.
  return `${rules}\n:root {\n  --hint: ${JSON.stringify(feedStyleWords.hint)};\n}\n`;
}
