/** The lead's way as lanes × steps: where each step stands and which arrows lead on. Without the room. */

export interface Step {
  id: string;
  lane: string;
  /** Ids of the steps that follow, in the order of `conditions`. */
  next: readonly string[];
  conditions: readonly string[];
}

export interface Arrow {
  from: string;
  to: string;
  /** Under which condition; "" where there is only one way. */
  when: string;
  /** To a step that stands further left: it is told in words, not drawn across everything. */
  back: boolean;
}

export interface Lanes {
  /** Lanes that have a step, in the order they are offered. */
  lanes: string[];
  columns: number;
  cells: Map<string, { lane: number; column: number }>;
  arrows: Arrow[];
}

/**
 * Steps keep their reading order: each stands one column after those that lead to it, and never before a step that is
 * read earlier in the same lane.
 */
export function layOut(steps: readonly Step[], offered: readonly string[]): Lanes {
  const used = new Set(steps.map((step) => step.lane));
  const unknown = [...used].filter((lane) => !offered.includes(lane)).sort();
  const lanes = [...offered.filter((lane) => used.has(lane)), ...unknown];
  const order = new Map(steps.map((step, at) => [step.id, at]));
  const column = new Map<string, number>();
  const taken = new Map<string, number>();
  for (const step of steps) {
    const before = steps.filter(
      (one) => one.next.includes(step.id) && (order.get(one.id) ?? 0) < (order.get(step.id) ?? 0),
    );
    const after = Math.max(-1, ...before.map((one) => column.get(one.id) ?? -1)) + 1;
    const at = Math.max(after, taken.get(step.lane) ?? 0);
    column.set(step.id, at);
    taken.set(step.lane, at + 1);
  }
  const cells = new Map(
    steps.map((step) => [step.id, { lane: lanes.indexOf(step.lane), column: column.get(step.id) ?? 0 }]),
  );
  const arrows = steps.flatMap((step) =>
    step.next
      .filter((to) => column.has(to))
      .map((to, at) => ({
        from: step.id,
        to,
        when: step.next.length > 1 ? (step.conditions[at] ?? "") : "",
        back: (column.get(to) ?? 0) <= (column.get(step.id) ?? 0),
      })),
  );
  return { lanes, columns: Math.max(0, ...[...column.values()].map((at) => at + 1)), cells, arrows };
}
