/** The questions of the editor's page. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { imageForm } from '../../words/forms/image.ts';
import { licenceWords } from '../../words/pictures.ts';
import { conflictWords, editorWords, pictureUploadWords } from '../../words/redaktion-editor.ts';

/** What is asked of a picture that is added. */
export function pictureDialog(): Element {
  const words = pictureUploadWords;
  const text = (name: string, label: string, help?: string) =>
    h('div', { class: 'field' }, [
      h('label', { for: `bild-${name}` }, label),
      h('input', { type: 'text', id: `bild-${name}`, name }),
      ...(help === undefined ? [] : [h('p', { class: 'help' }, help)]),
    ]);
  const choice = (name: string, label: string, options: Record<string, string>, hasNone: boolean) =>
    h('div', { class: 'field' }, [
      h('label', { for: `bild-${name}` }, label),
      h('select', { id: `bild-${name}`, name }, [
        ...(hasNone ? [h('option', { value: '' }, editorWords.none)] : []),
        ...Object.entries(options).map(([value, word]) => h('option', { value }, word)),
      ]),
    ]);
  return h('dialog', { id: 'bilddialog', 'aria-labelledby': 'bild-titel' }, [
    h('form', { id: 'bildformular' }, [
      h('h2', { id: 'bild-titel' }, words.title),
      h('div', { class: 'field drop' }, [
        h('label', { for: 'bild-datei' }, words.drop),
        h('input', { type: 'file', id: 'bild-datei', name: 'datei', accept: 'image/*' }),
      ]),
      h('img', { id: 'bild-ansicht', alt: '', hidden: true }),
      h('div', { id: 'bild-meldung', class: 'told', role: 'status' }),
      choice('place', words.place, words.places, false),
      text('alt', words.alt),
      h('div', { class: 'field flag' }, [
        h('input', { type: 'checkbox', id: 'bild-decorative', name: 'decorative' }),
        h('label', { for: 'bild-decorative' }, words.decorative),
      ]),
      text('credit', words.credit, words.creditHelp),
      choice('licence', words.licence, licenceWords, true),
      choice('consent', imageForm.consent.label, imageForm.consent.values, true),
      h('p', { class: 'buttons' }, [
        h('button', { type: 'submit' }, words.submit),
        h('button', { type: 'button', class: 'plain', id: 'bild-abbrechen' }, words.cancel),
      ]),
    ]),
  ]);
}

/** What is asked when somebody else saved first. */
export function conflictDialog(): Element {
  const words = conflictWords;
  return h('dialog', { id: 'konflikt', class: 'large', 'aria-labelledby': 'konflikt-titel' }, [
    h('h2', { id: 'konflikt-titel' }, words.title),
    h('p', { id: 'konflikt-wer' }),
    h('p', { class: 'help' }, words.explain),
    h('div', {
      id: 'konflikt-unterschied',
      class: 'difference',
      tabIndex: 0,
      role: 'region',
      'aria-label': words.title,
    }),
    h('p', { class: 'help', id: 'konflikt-rat' }),
    h('p', { class: 'buttons' }, [
      h('button', { type: 'button', id: 'konflikt-beide' }, words.merge),
      h('button', { type: 'button', class: 'plain', id: 'konflikt-meine' }, words.keepMine),
      h('button', { type: 'button', class: 'plain', id: 'konflikt-andere' }, words.takeTheirs),
    ]),
  ]);
}
