/** Opens what a link is the key to; the key doesn't stay in the address. */
const key = location.hash.slice(1);
const field = document.querySelector<HTMLInputElement>('#schluessel');
if (key !== '' && field?.form) {
  field.value = key;
  history.replaceState(null, '', location.pathname);
  field.form.submit();
}
