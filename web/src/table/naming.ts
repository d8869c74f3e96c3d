/** Whether a cell names somebody, as the check of the document looks for whoever has left (OWN-01). Pure. */
import { names as says } from "../sign/promises";
import type { FieldKind } from "../sync/wire";
import { lines, refs } from "./cells";

/** `name` is "" where somebody else bears it, too: then only the id tells. */
export function names(kind: FieldKind, words: string, id: string, name: string): boolean {
  if (words === "") return false;
  if (kind === "person") return refs(words).includes(id) || (name !== "" && says(words, name));
  if (kind !== "text" && kind !== "list") return false;
  const parts = lines(words).flatMap(refs);
  return name !== "" && parts.some((part) => part.toLowerCase() === name.toLowerCase());
}
