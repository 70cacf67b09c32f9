let last: Element | null = null;

document.addEventListener("focusin", ({ target }) => {
  if (target instanceof HTMLElement && !target.closest('[role="menu"]')) last = target;
});

/**
 * What has the focus or, of a menu's item, what opened the menu: where the focus belongs once
 * what it opened is closed. A menu is gone by then, and its button may not yet have the focus back.
 */
export function opener(): Element | null {
  return last;
}
