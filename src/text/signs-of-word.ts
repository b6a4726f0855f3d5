/** What Word means by characters of its fonts Symbol and Wingdings, which no other font has (U+F020 to U+F0FF). */
export const signsOfWord: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ '\uf0b7': '•', '\uf0a7': '•', '\uf0a8': '•', '\uf076': '•', '\uf0d8': '•', '\uf06f': '□' },
    ...{ '\uf0fc': '✓', '\uf0fb': '✗', '\uf0fe': '☑' },
    ...{ '\uf0e0': '→', '\uf0e8': '→', '\uf0df': '←', '\uf0f0': '⇨' },
    ...{ '\uf04a': '☺', '\uf04b': '😐', '\uf04c': '☹', '\uf028': '☎', '\uf02a': '✉' },
    ...{ '\uf02d': '–', '\uf0b0': '°', '\uf0b1': '±', '\uf0b3': '≥', '\uf0a3': '≤' },
  }),
);
