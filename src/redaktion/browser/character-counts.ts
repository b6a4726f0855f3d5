import { editorWords as words } from '../../words/redaktion-editor.ts';

/** Says below a field that takes so many characters how many it has. */
export function countCharacters(form: HTMLFormElement): void {
  for (const place of form.querySelectorAll<HTMLElement>('[data-count-of]')) {
    const field = document.getElementById(place.dataset.countOf ?? '');
    if (!(field instanceof HTMLTextAreaElement)) continue;
    const show = () => {
      place.textContent = words.characters(field.value.length, Number(field.dataset.most));
    };
    field.addEventListener('input', show);
    show();
  }
}
