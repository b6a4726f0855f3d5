import type { Root } from 'hast';
import { toString as plainText } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

const raised = { ...figures('⁰¹²³⁴⁵⁶⁷⁸⁹'), '+': '⁺', '-': '⁻', '−': '⁻', '=': '⁼', '(': '⁽', ')': '⁾', n: 'ⁿ' };
const lowered = { ...figures('₀₁₂₃₄₅₆₇₈₉'), '+': '₊', '-': '₋', '−': '₋', '=': '₌', '(': '₍', ')': '₎' };

function figures(signs: string): Record<string, string> {
  return Object.fromEntries([...signs].map((sign, digit) => [String(digit), sign]));
}

/** Raised and lowered figures become characters: Markdown has no other form for them, and 10² is not 102. */
export function scriptsToCharacters(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined || !/^su[bp]$/.test(element.tagName)) return;
    const text = plainText(element).trim();
    const signs: Record<string, string> = element.tagName === 'sup' ? raised : lowered;
    if (text === '' || ![...text].every((sign) => Object.hasOwn(signs, sign))) return;
    parent.children.splice(index, 1, { type: 'text', value: [...text].map((sign) => signs[sign]).join('') });
  });
}
