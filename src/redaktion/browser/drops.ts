/** A file that is let go anywhere on a field for files lands in it; elsewhere it doesn't replace the page. */
export function acceptDrops(): void {
  const fieldAt = (target: EventTarget | null) => (target instanceof Element ? target.closest('.drop') : null);
  let over: Element | null = null;
  const mark = (field: Element | null) => {
    over?.classList.remove('over');
    field?.classList.add('over');
    over = field;
  };
  addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(event.dataTransfer?.types.includes('Files') ? fieldAt(event.target) : null);
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) mark(null);
  });
  addEventListener('drop', (event) => {
    mark(null);
    const { dataTransfer, target } = event;
    if (!dataTransfer || dataTransfer.files.length === 0) return;
    event.preventDefault();
    const field = fieldAt(target) ?? document.querySelector('dialog[open] .drop, main > form .drop');
    const input = field?.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) return;
    input.files = dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}
