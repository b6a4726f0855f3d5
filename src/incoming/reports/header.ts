import type { Email } from 'postal-mime';

/** The first field of that name, unfolded; `''` if there is none. */
export function header({ headers }: Pick<Email, 'headers'>, name: string): string {
  return headers.find(({ key }) => key === name)?.value ?? '';
}
