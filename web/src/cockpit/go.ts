import { place } from "../route.svelte";
import { base } from "../stage/view";

interface Link {
  href: string;
  onclick: (event: MouseEvent) => void;
}

/** A link to a page of this workshop. A plain click keeps the room open; a new tab opens its own. */
export function link(path: string): Link {
  const href = `${base()}${path}`;
  return {
    href,
    onclick: (event) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      place.go(href);
      scrollTo(0, 0);
    },
  };
}
