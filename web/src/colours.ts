/** Pairs of team colours, as the server offers them. Only these: each pair is tested for contrast in light and dark. */
export const PAIRS = [
  { id: "classic", marketing: "blue", sales: "amber" },
  { id: "garden", marketing: "violet", sales: "ochre" },
  { id: "harbour", marketing: "green", sales: "rose" },
] as const;
