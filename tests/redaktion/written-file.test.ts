import { describe, expect, it } from 'vitest';
import {
  bodyLineOf,
  putTogether,
  rewritten,
  takeApart,
  withPlainLineEnds,
} from '../../src/redaktion/text/written-file.ts';
import { fc } from '../properties.ts';

const line = fc.constantFrom('', 'Ein Satz.', '## Titel', '- Punkt', '---', '  ', 'ä', '| a | b |');
const end = fc.constantFrom('\n', '\r\n', '\r');
const anyText = fc.array(fc.tuple(line, end)).map((parts) => parts.flat().join(''));

describe('a file taken apart and put together', () => {
  it('is the same file, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '\ufeff'), fc.constantFrom('\n', '\r\n'), anyText, (mark, lineEnd, body) => {
        const text = `${mark}---${lineEnd}title: x${lineEnd}---${lineEnd}${body}`;
        const parts = takeApart(text);
        expect(parts).toBeDefined();
        if (parts) expect(putTogether(parts)).toBe(text);
        expect(parts?.body).toBe(body);
      }),
    );
  });

  it('knows the line at which the text begins', () => {
    const parts = takeApart('---\r\ntitle: x\r\ndraft: true\r\n---\r\n\r\nText');
    expect(parts && bodyLineOf(parts)).toBe(5);
  });

  it.each(['', 'Nur Text', '---\ntitle: x\n', '---json\n{}\n---\n', '---\rtitle: x\r---\r'])(
    'is edited as a whole: %j',
    (text) => {
      expect(takeApart(text)).toBeUndefined();
    },
  );
});

describe('a text that was written in the browser', () => {
  it('has the bytes that it had where nobody wrote', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(rewritten(text, withPlainLineEnds(text))).toBe(text);
      }),
    );
  });

  it('is what was written, with line ends of the file', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const plain = withPlainLineEnds(after);
        expect(withPlainLineEnds(rewritten(before, plain))).toBe(plain);
      }),
      { examples: [['  \r', '  \n\n']], numRuns: 1000 },
    );
  });

  it('keeps mixed line ends of the lines that stayed', () => {
    expect(rewritten('a\r\nb\nc\r\nd', 'a\nB\nc\nd')).toBe('a\r\nB\r\nc\r\nd');
  });
});
