import { describe, expect, it } from 'vitest';
import { prepareBody } from '../../src/text/body.ts';
import { checkSentenceLines, easyLanguageTree, withoutPoints } from '../../src/text/easy-language.ts';
import { parseMarkdown } from '../../src/text/parse.ts';
import { written } from './rendered.ts';

const shown = (markdown: string) => written(easyLanguageTree(prepareBody(parseMarkdown(markdown))));

describe('a text in Leichte Sprache', () => {
  it('shows each line of the file on a line of its own', () => {
    expect(shown('Das ist ein Satz.\nDas ist noch einer.\n')).toBe('<p>Das ist ein Satz.<br>\nDas ist noch einer.</p>');
    expect(shown('Ein *Wort\nund* mehr.\n')).toBe('<p>Ein <em>Wort<br>\nund</em> mehr.</p>');
  });

  it('draws the points of long words, so that the word itself stays whole', () => {
    expect(shown('Barriere·freiheit')).toBe('<p>Barriere<span class="point"></span>freiheit</p>');
    expect(shown('## Rat·haus')).toBe('<h2 id="rathaus">Rat<span class="point"></span>haus</h2>');
    expect(shown('Das Zeichen · steht allein.')).toBe('<p>Das Zeichen · steht allein.</p>');
    expect(withoutPoints('Die Rat·haus·tür')).toBe('Die Rathaustür');
  });

  it('has its lines with two sentences found, and no others', () => {
    const lines = (text: string) => checkSentenceLines(parseMarkdown(text)).map(({ line }) => line);
    expect(lines('Eins.\nZwei ist da. Drei auch.\n\n- Vier ist da! Fünf auch.\n')).toEqual([2, 4]);
    expect(lines('Am 3. Mai kommt Dr. Muster, z. B. mit der Bahn.\nUhrzeit: 9.30 Uhr.\n')).toEqual([]);
  });
});
