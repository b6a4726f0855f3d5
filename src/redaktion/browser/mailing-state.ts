/** How far a mailing is, brought up to date while somebody looks on. */

/** The figures are written about as often. */
const everyMs = 3_000;

/** Asks for the state again and again, until the mailings that it shows have ended. */
export async function followMailing(shown: HTMLElement): Promise<void> {
  while (shown.dataset.from !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, everyMs));
    if (document.hidden) continue;
    const answer = await fetch(shown.dataset.from).catch(() => undefined);
    // The sign-on is over: by the link below, when somebody has signed on again.
    if (answer?.status === 401 || answer?.status === 403) return;
    // Nobody answers: the next time.
    if (!answer?.ok) continue;
    const { body } = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = body.querySelector<HTMLElement>('#versand-stand');
    if (now) renew(shown, now);
  }
}

/** Takes over what is otherwise; a heading that says the same stays, so that nobody is told of it again. */
function renew(shown: HTMLElement, now: HTMLElement): void {
  const parts = [...shown.children];
  const heading = (part: Element | undefined) => part?.querySelector('h3');
  [...now.children].forEach((fresh, index) => {
    const part = parts[index];
    const [old, renewed] = [heading(part), heading(fresh)];
    if (!part || !old || !renewed) {
      shown.append(fresh);
      return;
    }
    if (old.textContent !== renewed.textContent) old.textContent = renewed.textContent;
    while (part.children.length > 1) part.lastElementChild?.remove();
    part.append(...[...fresh.children].slice(1));
  });
  if (now.dataset.from === undefined) delete shown.dataset.from;
}
