/**
 * Whether a file says of itself that it is a draft, also where its head can't be read as YAML: a line `draft: true`
 * above the second `---`, or above the first empty line where there is none. `bytes` may be in any encoding of letters.
 */
export function saysDraft(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes).replaceAll('\r\n', '\n');
  const [head = ''] = /^[\s\S]*?\n(?=---)/.exec(text) ?? /^[\s\S]*?(?=\n[ \t]*\n|$)/.exec(text) ?? [];
  return /^draft:[ \t]*true[ \t]*(?:#.*)?$/m.test(head);
}
