/** Codes of a path that leads nowhere, or that no file could have. */
const absent: unknown[] = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'];

/** What `access` gives of a file or folder; undefined where there is none. */
export function ifPresent<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch (error) {
    if (absent.includes((error as NodeJS.ErrnoException).code)) return undefined;
    throw error;
  }
}
