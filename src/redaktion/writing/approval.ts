/** Four eyes at the desk: who may approve a text, and where it is written down. */
import { parseDocument } from 'yaml';
import type { Approval } from '../../model/approval.ts';
import { contentFiles } from '../../model/content-files.ts';
import type { Day } from '../../model/day.ts';
import { UserError } from '../../model/user-error.ts';
import { approvalHash, approvalOf, presentApprovalHash, readApprovals } from '../../reader/checks/approval-checks.ts';
import { contentOnDisk } from '../../reader/files/content-folder.ts';
import { approvalWords } from '../../words/redaktion-editor.ts';
import type { Desk } from '../desk.ts';
import { type Editor, gitName, type KeptState } from '../files/history.ts';
import { bytesOf, replaceFile, type Version, versionOf } from '../files/text-files.ts';
import type { EditableText } from '../texts.ts';

export interface ApprovalState {
  /** What an approval would be of now, attachments and pictures too: it is sent along by whoever approves what they saw. */
  present: string;
  found: { approval: Approval; isCurrent: boolean } | undefined;
  /** Why whoever looks can't approve it; undefined if they can. */
  obstacle: string | undefined;
}

/** Since when the house wants approvals, if it does: whoever asks for many texts finds out once, since it takes a reading of all. */
export const fourEyesSince = (desk: Desk): Day | undefined => desk.library()?.site.fourEyesSince;

/** How a text stands; undefined where the house wants no approval, or not of such a text. */
export async function approvalState(
  desk: Desk,
  text: EditableText,
  by: Editor,
  since = fourEyesSince(desk),
): Promise<ApprovalState | undefined> {
  if (!since || (text.kind !== 'article' && text.kind !== 'issue')) return undefined;
  const content = contentOnDisk(desk.root);
  const found = approvalOf(
    text.file,
    content,
    readApprovals(content, () => {}),
  );
  const present = presentApprovalHash(text.file, content);
  return { present, found, obstacle: (await isLastAuthor(desk, text.file, by)) ? approvalWords.ownText : undefined };
}

/**
 * Writes down that somebody approved the text, its attachments and pictures as they `saw` them. Returns why that is not in the history,
 * where it is not. Throws a UserError where they may not, or where any of it is another one by now.
 */
export function approve(
  desk: Desk,
  text: EditableText,
  saw: { version: Version; present: string },
  by: Editor,
): Promise<string | undefined> {
  return desk.inTurn(async () => {
    const state = await approvalState(desk, text, by);
    if (!state) throw new UserError(approvalWords.notWanted);
    if (state.obstacle) throw new UserError(state.obstacle);
    const content = contentOnDisk(desk.root);
    const bytes = content.read(text.file) ?? new Uint8Array();
    const present = presentApprovalHash(text.file, content);
    if (versionOf(bytes) !== saw.version || present !== saw.present) throw new UserError(approvalWords.changed);
    const file = contentFiles.approvals;
    const written = new TextDecoder().decode(content.read(file) ?? bytesOf('approvals: []\n'));
    const document = parseDocument(written);
    const approval: Approval = {
      file: text.file,
      sha256: present,
      coversAttachments: true,
      coversPictures: true,
      by: by.name,
      on: desk.today(),
    };
    document.addIn(['approvals'], document.createNode(approval));
    const list = document.get('approvals');
    if (typeof list === 'object' && list !== null) Object.assign(list, { flow: false });
    await replaceFile(desk.root, file, bytesOf(document.toString({ lineWidth: 0 })));
    return desk.keep([file], by, approvalWords.kept(text.file));
  });
}

/**
 * Whether somebody has written the text as it is: they saved the first of the states that say the same. Who only settles
 * when it comes out is not its author. What was changed outside of the Redaktion is nobody's.
 */
async function isLastAuthor(desk: Desk, file: string, { name }: Editor): Promise<boolean> {
  const states = (await desk.history.of(file)).filter(({ isOutside }) => !isOutside);
  const hashAt = async ({ file: path, id }: KeptState) =>
    approvalHash((await desk.history.at(path, id)) ?? new Uint8Array());
  let [author] = states;
  const own = author && (await hashAt(author));
  for (const state of states.slice(1)) {
    if ((await hashAt(state)) !== own) break;
    author = state;
  }
  return author !== undefined && gitName(author.by) === gitName(name);
}
