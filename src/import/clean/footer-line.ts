import type { Root } from 'mdast';
import { issueKey, weekExists } from '../../model/week.ts';
import { linesOf } from './lines.ts';

/** What the last line of a newsletter says: whose the picture is, which issue it is. */
export interface FooterLine {
  credit?: string;
  /** `2025-kw33`. */
  issue?: string;
}

/** Blocks at the end that are looked at. */
const mostBlocks = 5;

const issuePatterns = [
  /(?<extra>Sonder)?Ausgabe:?\s*(?:Nr\.?\s*)?(?<week>\d{1,2})\.?\s*(?:[/–+-]\s*(?<second>\d{1,2})\.?\s*)?(?:KW|Kalenderwoche)[\s/,]*(?<year>20\d{2})/iu,
  /(?:(?<extra>Sonder)?Ausgabe:?\s*)?(?:KW|Kalenderwoche)\s*(?<week>\d{1,2})(?:\s*[/–+-]\s*(?<second>\d{1,2})(?!\d))?[\s/,-]+(?<year>20\d{2})/iu,
  /(?<week>\d{1,2})\.\s*(?:[/–+-]\s*(?<second>\d{1,2})\.\s*)?(?:KW|Kalenderwoche)[\s/,]*(?<year>20\d{2})/iu,
];
const creditPattern =
  /(?:(?:(?:Titel)?Bild(?:er)?(?:nachweise?|quellen?|rechte)?|Fotos?|Fotonachweis|Grafik|Illustration|Abbildung|Copyright)\s*:?\s*(?:©|\(c\))\s*|(?:(?:Titel)?Bild(?:nachweis|quelle|rechte)?|Fotos?|Fotonachweis|Grafik|Illustration)\s*:\s*|^\s*©\s*)(?<credit>[^·|•\n]+?)(?=\s*(?:[·|•\n]|\bImpressum\b|\b(?:Sonder)?Ausgabe\b|\bDatenschutz\b|$))/iu;
const furniture =
  /\b(?:Impressum|Datenschutz(?:erklärung|hinweise)?|Kontakt|Abmelden|Newsletter abbestellen|Barrierefreiheit|zum Seitenanfang)\b/giu;

/** Reads one text as such a line; undefined if it says anything else beside that. */
export function readFooterLine(text: string): FooterLine | undefined {
  const { credit } = creditPattern.exec(text)?.groups ?? {};
  let rest = credit === undefined ? text : text.replace(creditPattern, ' ');
  const issue = issueIn(rest);
  for (const pattern of issuePatterns) rest = rest.replace(pattern, ' ');
  const bare = rest.replace(furniture, ' ').replace(/[\s·|•–—-]+/g, '');
  if (bare !== '' || (credit === undefined && issue === undefined && rest.trim() === '')) return undefined;
  return { ...(credit && { credit: credit.trim() }), ...(issue && { issue }) };
}

/** The issue that a text names, if that week exists. */
function issueIn(text: string): string | undefined {
  for (const pattern of issuePatterns) {
    const { week, second, year, extra } = pattern.exec(text)?.groups ?? {};
    if (!week || !year) continue;
    const named = {
      week: Number(week),
      year: Number(year),
      ...(second && { secondWeek: Number(second) }),
      ...(extra && { extra: 1 }),
    };
    if (weekExists(named)) return issueKey(named);
  }
  return undefined;
}

/** Whether a line below a picture is that picture's: it names no issue, and not several pictures. */
export function isOfPictureAbove({ credit, issue }: FooterLine, text: string): boolean {
  return credit !== undefined && issue === undefined && !/^\s*(?:Bilder|Fotos|Bildnachweise|Bildquellen)\b/i.test(text);
}

/** What a text's own such lines say, and the lines. */
export interface FoundFooter extends FooterLine {
  lines: string[];
}

/** Takes lines of that kind from the end of the text. */
export function takeFooterLine(tree: Root): FoundFooter {
  const found: FoundFooter = { lines: [] };
  const isNote = (at: number) => tree.children[at]?.type === 'footnoteDefinition';
  let at = tree.children.length - 1;
  while (isNote(at)) at -= 1;
  for (let looked = 0; at >= 0 && looked < mostBlocks; looked += 1, at -= 1) {
    const node = tree.children[at];
    if (node?.type === 'thematicBreak' && looked > 0) continue;
    if (node?.type !== 'paragraph' || node.children.some(({ type }) => type === 'image')) break;
    const text = linesOf(node).join('\n');
    const line = text.length <= 300 ? readFooterLine(text) : undefined;
    if (!line) break;
    // A credit right below a picture is that picture's.
    const above = tree.children[at - 1];
    if (isOfPictureAbove(line, text) && above?.type === 'paragraph' && above.children[0]?.type === 'image') break;
    // Another one's credit stays where somebody sees it.
    if (line.credit && found.credit && line.credit !== found.credit) break;
    found.credit ??= line.credit;
    found.issue ??= line.issue;
    found.lines.unshift(text.replaceAll('\n', ' '));
    tree.children.splice(at, 1);
  }
  return found;
}
