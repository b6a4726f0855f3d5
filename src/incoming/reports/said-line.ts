/** The line of a report's text that says why. */
import { saysAddressIsWrong, saysFailed, saysGaveUp, saysMailIsUnwanted } from './phrases.ts';

/** The server's answer with its code or, where there is none, the sentence that gives a reason; `''` if there is neither. */
export function saidLine(text: string): string {
  return codeLine(text) || reasonLine(text);
}

/** The line of a text that holds a server's answer; `''` if none does. */
function codeLine(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const found =
    lines.find((line) => /(?<![\d.])[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}(?![\d.])/.test(line)) ??
    lines.find((line) => /(?<![\d.])#?[45]\.\d{1,3}\.\d{1,3}(?![\d.])/.test(line)) ??
    lines.find((line) => /(?:^|[\s:"'#<(])[45][0-57]\d[ -](?=[^\s\d])/.test(line));
  return found ? found.replace(/^.*?(?=(?<![\d.])[45]\d\d[ -])/, '') : '';
}

/** The line that says why, where none has a code; `''` if none does. */
function reasonLine(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const reasons = [saysAddressIsWrong, saysGaveUp, saysMailIsUnwanted, saysFailed];
  return reasons.flatMap((says) => lines.find(says) ?? [])[0] ?? '';
}
