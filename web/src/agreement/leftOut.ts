/** The sections that are left out of the agreement, and how many clauses wait in them. */
import { room } from "../room.svelte";
import { say } from "../words.svelte";
import { lettered, ordered } from "./outline";

export function leftOut(): { id: string; name: string; clauses: number }[] {
  return ordered(room.all("section"))
    .filter((one) => one.off)
    .map(({ id, title }) => ({
      id,
      name: say(lettered(title)?.title ?? title),
      clauses: room.all("clause").filter((clause) => clause.section === id).length,
    }));
}
