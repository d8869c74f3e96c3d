/** The address is the screen. Tokens travel in the fragment, which no server sees, and leave the bar once used. */
export type Route =
  | { screen: "home" | "setup" | "adapt" | "join" | "verify" | "lost" }
  | { screen: "room" | "projector" | "agreement" | "sign" | "scorecard"; workshop: string }
  | { screen: "board"; workshop: string; step: string }
  /** These read only and open no room: `of` is a workshop's id. With a `seat` it is somebody of the workshop. */
  | { screen: "shared"; of: string }
  | { screen: "wall"; of: string; seat: boolean };

const PAGES = ["projector", "agreement", "sign", "scorecard"] as const;

export function routeOf(path: string): Route {
  const [first = "", workshop = "", page = "", step = "", ...rest] = path.split("/").filter(Boolean).map(decoded);
  if (rest.length > 0) return { screen: "lost" };
  if (!first) return { screen: "home" };
  if (first === "new" && !workshop) return { screen: "setup" };
  if (first === "new" && workshop === "agenda" && !page) return { screen: "adapt" };
  if (first === "j" && !workshop) return { screen: "join" };
  if (first === "verify" && !workshop) return { screen: "verify" };
  if (first === "s" && workshop && !step) return shared(workshop, page);
  if (first !== "w" || !workshop) return { screen: "lost" };
  return inside(workshop, page, step);
}

function shared(of: string, page: string): Route {
  if (!page) return { screen: "shared", of };
  return page === "wall" ? { screen: "wall", of, seat: false } : { screen: "lost" };
}

function inside(workshop: string, page: string, step: string): Route {
  if (!page) return { screen: "room", workshop };
  if (page === "wall" && !step) return { screen: "wall", of: workshop, seat: true };
  if (page === "board" && step) return { screen: "board", workshop, step };
  const known = PAGES.find((name) => name === page);
  return known && !step ? { screen: known, workshop } : { screen: "lost" };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
