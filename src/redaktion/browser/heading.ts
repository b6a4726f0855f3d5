import { deskFrame } from '../../words/redaktion.ts';

/** Lets the heading of the page, and its title, follow the title of the text while that is written. */
export function followTitle(siteTitle: string, file: string): void {
  const heading = document.querySelector<HTMLElement>('h1[data-of]');
  const field = document.getElementById(heading?.dataset.of ?? '');
  if (!heading || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.addEventListener('input', () => {
    const title = field.value.trim() || (file.split('/').at(-1) ?? file);
    heading.textContent = title;
    document.title = deskFrame.title(title, siteTitle);
  });
}
