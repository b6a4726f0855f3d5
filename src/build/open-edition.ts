import { preparePictures } from '../images/prepare.ts';
import { composeEdition, type Edition, EditionTooHeavy, SenderMissing } from '../mail/edition.ts';
import { UserError } from '../model/user-error.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import type { OpenIssue } from './open-issue.ts';
import { openStore } from './project.ts';

/** Composes the edition of an issue with its pictures prepared, and no others; what stands in its way is a UserError. */
export async function openEdition({ library, issue }: OpenIssue, surroundings: Surroundings): Promise<Edition> {
  const { site } = library;
  await preparePictures({ site, issues: [issue] }, await openStore(surroundings), { withTitlePictures: false });
  try {
    return await composeEdition(library, issue, site.publicUrl);
  } catch (error) {
    if (error instanceof EditionTooHeavy || error instanceof SenderMissing) throw new UserError(error.message);
    throw error;
  }
}
