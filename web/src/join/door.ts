import type { Language, Team, TeamNames } from "../sync/wire";

/** What a link or code opens; from POST /api/door. */
export interface Behind {
  id: string;
  via: "code" | "link";
  role: "member" | "observer" | "facilitator";
  title: string;
  company: string;
  languages: Language[];
  teams: Record<Team, TeamNames>;
  missing: Record<Team, string[]>;
  people: number;
  /** Whoever had a seat finds it again by name and team. */
  back: boolean;
}

export interface Coming {
  name: string;
  team: Team | null;
  head: boolean;
  /** Where somebody of that name is in the team: whether this is they. */
  again?: boolean;
}
