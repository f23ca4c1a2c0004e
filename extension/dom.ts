type Child = Node | string;

/** Makes an element: properties as the platform names them, `aria-…` and `data-…` as attributes. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Record<string, unknown> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties))
    if (name.includes('-')) element.setAttribute(name, String(value));
    else Object.assign(element, { [name]: value });
  element.append(...children);
  return element;
}

/** A button that does something at once. */
export function makeButton(label: string, onClick: () => void, className = 'button') {
  return make('button', { type: 'button', className, onclick: onClick }, label);
}

/** Says something new in a live region; the same words again are no news. */
export function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.replaceChildren(text);
}
