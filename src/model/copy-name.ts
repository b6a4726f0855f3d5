/** How Windows, macOS, Linux and browsers name a copy, in front of the name and behind its words. */
const before = /^(?:Kopie von |Copy of )+/i;
const behind =
  /(?:\s(?:[-–]\s)?(?:Kopie|Copy)(?:\s\d+)?|\s?\((?:\d+\.\s)?(?:Kopie|Copy)(?:\s\d+)?\)|\s?\(\d+\))+(?=(?:\.\w+)*$)/i;

/** The name of what a file or folder is a copy of, going by its own: `plan - Kopie (2).md` → `plan.md`. */
export function originalOfCopy(name: string): string | undefined {
  const original = name.replace(before, '').replace(behind, '');
  return original === name || original === '' ? undefined : original;
}
