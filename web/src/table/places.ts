/** Where somebody is named: in cells of agreed rows and in open points. */
import { room } from "../room.svelte";
import { names as says } from "../sign/promises";
import type { PersonRecord } from "../sync/wire";
import { names } from "./naming";

/** How many places of the agreement name the person. */
export function placesOf(person: PersonRecord): number {
  const twins = room.all("person").filter((one) => one.name.toLowerCase() === person.name.toLowerCase());
  const name = twins.length > 1 ? "" : person.name;
  const cells = room
    .all("row")
    .filter((row) => row.result !== "")
    .flatMap((row) =>
      (room.get("table", row.table)?.fields ?? []).filter((field) =>
        names(field.kind, row.cells[field.id]?.text ?? "", person.id, name),
      ),
    );
  const points = room
    .all("parked_item")
    .filter((one) => !one.closed && (one.owner === person.id || (name !== "" && says(one.owner, name))));
  return cells.length + points.length;
}
