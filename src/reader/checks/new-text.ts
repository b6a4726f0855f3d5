import type { Root } from 'mdast';
import { isRecord } from '../../model/field.ts';
import type { LineFinding } from '../../text/line-finding.ts';
import { checkPlaceholders } from '../../text/placeholders.ts';

/** Words of the template that nobody has replaced. */
export function checkNewText(tree: Root, data: unknown): LineFinding[] {
  return checkPlaceholders(tree, isRecord(data) && data.draft === true);
}
