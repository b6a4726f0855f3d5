/** The parts of the page, and how it asks the server. */

/** The element of this id, which the page always has. */
export function part<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element: ${id}`);
  return found as Kind;
}

/** An answer with a sentence in the place of what was asked for. */
export class Declined extends Error {}

/** Nobody answered. */
export class Away extends Error {}

/** Posts JSON and gives what comes back. Throws {@link Declined} with the server's sentence, and {@link Away}. */
export async function post<Answer>(path: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
  const isForm = body instanceof FormData;
  const response = await fetch(path, {
    method: 'POST',
    body: isForm ? body : JSON.stringify(body),
    ...(!isForm && { headers: { 'Content-Type': 'application/json' } }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Away();
  });
  const answer = (await response.json().catch(() => ({}))) as Answer & { error?: string };
  if (!response.ok) throw new Declined(answer.error ?? String(response.status));
  return answer;
}

/** An element with attributes and content. */
export function element(
  name: string,
  attributes: Record<string, string> = {},
  ...content: (string | Node)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}
