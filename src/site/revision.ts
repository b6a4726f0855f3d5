/**
 * Counts the changes of `content/` that a running preview has seen. Kept on the process and not in a module: the
 * preview loads some modules anew after a change and others not, and all of them have to see the same number.
 */
const key = Symbol.for('kurrende.content-revision');
const process = globalThis as { [key]?: number };

export function contentRevision(): number {
  return process[key] ?? 0;
}

export function noteContentChange(): number {
  process[key] = contentRevision() + 1;
  return process[key];
}
