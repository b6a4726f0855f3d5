/** Opens what a link is the key to; the key doesn't stay in the address. */
function open(): void {
  const key = location.hash.slice(1);
  const field = document.querySelector<HTMLInputElement>('#schluessel');
  if (key === '' || !field?.form) return;
  field.value = key;
  history.replaceState(null, '', location.pathname);
  field.form.submit();
}

open();
// Whoever has this page before them and pastes the link into the address gets no new page.
addEventListener('hashchange', open);
