import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../model/content-files.ts';
import { UserError } from '../model/user-error.ts';
import { commandErrors } from '../words/commands.ts';

/** Throws a UserError where there is no project, before anything is made in a folder that was misspelt. */
export function refuseWithoutContent(root: string): void {
  if (!existsSync(join(root, contentFolder))) throw new UserError(commandErrors.noContent(root));
}
