/** Arrow keys move the focus among the marked elements of a list; only one of them stands in the tab order. */
import type { Attachment } from "svelte/attachments";

const STEP: Record<string, -1 | 1> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
const FIELD = "input:not([type=checkbox]):not([type=radio]), textarea, select";

export const rove =
  (selector: string): Attachment<HTMLElement> =>
  (list) => {
    const move = (event: KeyboardEvent): void => {
      const by = STEP[event.key];
      const from = event.target as HTMLElement;
      if (by === undefined || event.altKey || event.ctrlKey || event.metaKey || from.matches(FIELD)) return;
      const items = [...list.querySelectorAll<HTMLElement>(selector)].filter((item) => !item.hasAttribute("disabled"));
      const at = items.indexOf(from.closest<HTMLElement>(selector) ?? from);
      const next = items[at + by];
      if (at < 0 || !next) return;
      event.preventDefault();
      next.focus();
    };
    list.addEventListener("keydown", move);
    return () => list.removeEventListener("keydown", move);
  };
