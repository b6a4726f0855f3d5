/** Where files for readers are dropped or chosen, at the list of an article's attachments. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { largestFile } from '../../import/import-file.ts';
import { attachableEndings } from '../../model/attachment-kind.ts';
import { attachmentWords as words } from '../../words/redaktion-attachments.ts';

export function attachmentField(): Element {
  return h('div', { class: 'field drop' }, [
    h('label', { for: 'anhang-datei' }, words.drop),
    h('input', {
      type: 'file',
      id: 'anhang-datei',
      multiple: true,
      accept: attachableEndings.map((ending) => `.${ending}`).join(','),
      'data-most-bytes': largestFile,
      'aria-describedby': 'anhang-hilfe',
    }),
    h('p', { class: 'help', id: 'anhang-hilfe' }, words.dropHelp(largestFile / 1e6)),
    h('div', { id: 'anhang-meldung', class: 'told', role: 'status' }),
  ]);
}
