/** A file that is let go anywhere on a field for files lands in it; elsewhere it doesn't replace the page. */
export function acceptDrops(): void {
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    const { dataTransfer, target } = event;
    if (!dataTransfer || dataTransfer.files.length === 0) return;
    event.preventDefault();
    const field = target instanceof Element ? target.closest('.drop') : null;
    const input = (field ?? document.querySelector('main form .drop'))?.querySelector<HTMLInputElement>(
      'input[type=file]',
    );
    if (!input || input.closest('dialog:not([open])')) return;
    input.files = dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}
