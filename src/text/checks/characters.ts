import { characterName } from '../../words/characters.ts';
import { finding, type LineEdit } from '../../words/problems.ts';
import type { ReportLine } from '../line-finding.ts';
import { signsOfWord } from '../signs-of-word.ts';
import { windowsBytes } from '../windows-1252.ts';

/** At the start of a line such a sign is the mark of a list. */
const bulletAtStart = /^\s*[\uf0b7\uf0a7\uf0d8\uf076\uf0a8\uf06f]\s*\S/;

/** Signs that no reader could make sense of: the replacement character, controls, private ones, fillers, overrides. */
const unreadable = /[\p{Cc}--\s]|[\p{Co}\u115f\u1160\u202d\u202e\u2800\u3164\uffa0\ufff9-\ufffd]/gv;

/** Two to four characters that are the bytes of one in UTF-8, read as Windows-1252: `Ã¼` is ü, `â€“` a dash. */
const bytesOfOne =
  /(?<!„(?=Ã“))[ÂÃ][\u0080-\u00bf\u0152-\u2122]|[ÄÅ][\u00a1-\u00aa\u00ac-\u00b3\u00b5\u00b6\u00b8-\u00ba\u00bc-\u00bf†‡ˆ‰ŠŒŽ•˜™šœžŸ€ƒ]|[âï][\u0080-\u00bf\u0152-\u2122]{2}|ð[\u0080-\u00bf\u0152-\u2122]{3}/gu;

/** Letters and their dots apart, as they come out of some PDF files. */
const apart = /([aouAOU])¨/g;

/** Letters and digits that look bold or slanted by themselves (Mathematical Alphanumeric Symbols), as social media have them. */
const styledLetters = /(?:[\u{1d400}-\u{1d7ff}]\p{M}*)+/gu;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** What a text has where there is something to look at. */
const maybeDamaged = /[^\t\n -~äöüÄÖÜß]|\p{L}\?/u;

/** Characters that were damaged on their way, in the text of a file; what was meant is said where it is certain. */
export function checkCharacters(text: string, report: ReportLine): void {
  if (!maybeDamaged.test(text)) return;
  text.split('\n').forEach((line, index) => {
    if (!maybeDamaged.test(line)) return;
    const number = index + 1;
    const repaired = repair(line);
    if (repaired !== line) {
      const edits = repairs(line);
      report(number, finding('mojibake', { text: edits[0]?.from ?? line, meant: edits[0]?.to ?? repaired }), edits);
    } else if (line.includes('â€')) report(number, finding('mojibake', { text: 'â€' }));

    for (const character of new Set(repaired.match(unreadable))) {
      if (bulletAtStart.test(line) && line.trimStart().startsWith(character)) continue;
      const meant = signsOfWord.get(character);
      const edits: LineEdit[] = meant
        ? (line.match(new RegExp(character, 'gu')) ?? []).map((from) => ({ from, to: meant }))
        : [];
      report(
        number,
        finding('characterUnreadable', { name: characterName(character), near: near(line, character), meant }),
        edits,
      );
    }
    const styled = line.match(styledLetters) ?? [];
    if (styled[0]) {
      const edits = styled.map((from) => ({ from, to: from.normalize('NFKC') }));
      report(
        number,
        finding('styledLetters', { text: styled.join(' '), meant: edits.map(({ to }) => to).join(' ') }),
        edits,
      );
    }
    const [, word] = /(?<![^\s("„])([\p{L}?]{0,60}\p{L}\?\p{Ll}[\p{L}?]{2,60})(?=$|[\s).,;:“"!])/u.exec(line) ?? [];
    if (word) report(number, finding('letterLost', { word }));
  });
}

/** The words around a character that is itself no word. */
function near(line: string, character: string): string {
  const at = line.indexOf(character);
  return line.slice(Math.max(0, at - 20), at + 20).replaceAll(character, '□');
}

function repair(text: string): string {
  let repaired = text.replace(apart, '$1\u0308').normalize('NFC');
  // What went wrong twice is put right twice.
  for (let times = 0; times < 3; times += 1) {
    repaired = repaired.replace(bytesOfOne, (found) => {
      const bytes = windowsBytes(found);
      try {
        return bytes ? decoder.decode(bytes) : found;
      } catch {
        return found;
      }
    });
  }
  return repaired;
}

/** Each damaged word of the line with what it was. */
function repairs(line: string): LineEdit[] {
  return (line.match(/[^ \t]+(?:\u00a0)?/g) ?? []).flatMap((from) => {
    const to = repair(from);
    return to === from ? [] : [{ from, to }];
  });
}
