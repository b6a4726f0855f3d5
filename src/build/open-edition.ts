import { preparePictures } from '../images/prepare.ts';
import { composeEdition, type Edition, EditionTooHeavy, SenderMissing } from '../mail/edition.ts';
import { UserError } from '../model/user-error.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import type { OpenIssue } from './open-issue.ts';
import { openStore } from './project.ts';

/** Prepares the pictures and composes the edition of an issue; what stands in its way is a UserError. */
export async function openEdition({ library, issue }: OpenIssue, surroundings: Surroundings): Promise<Edition> {
  await preparePictures(library, await openStore(surroundings));
  try {
    return await composeEdition(library, issue, library.site.publicUrl);
  } catch (error) {
    if (error instanceof EditionTooHeavy || error instanceof SenderMissing) throw new UserError(error.message);
    throw error;
  }
}
