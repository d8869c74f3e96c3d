import { get, refusedText } from "../api";
import { room } from "../room.svelte";
import { proposalOf } from "../stage/view";
import type { Command, PersonRecord, Phase, PromptRecord, SessionRecord, StepRecord, Team, Text } from "../sync/wire";
import { rowsOf, rowsUnder } from "../table/rows";
import { current } from "../stage/sessions";
import { agendaTimes, byId, nextOf, sorted, type Next, type Times } from "./agenda";

export interface Row {
  person: PersonRecord;
  /** Notes under the open prompts; never their words. */
  notes: number;
  done: boolean;
  online: boolean;
}

interface PhaseWords {
  id: Phase;
  name: Text;
  script: Text;
}

/** What the facilitator's desk knows: the agenda against the clock, who is where, what comes next. */
export class Desk {
  readonly steps = $derived(sorted(room.all("step")));
  readonly prompts: ReadonlyMap<string, PromptRecord> = $derived(byId(room.all("prompt")));
  readonly step = $derived(this.steps.find((step) => step.id === room.now?.step));
  readonly phase: Phase = $derived(room.now?.phase ?? "waiting");
  readonly open = $derived(
    (this.step?.turns[room.now?.turn ?? 0] ?? [])
      .map((id) => this.prompts.get(id))
      .filter((prompt): prompt is PromptRecord => prompt !== undefined),
  );
  /** The session that is on, or the one people come to next; none where there is only one. */
  readonly session = $derived(current());
  /** Its steps, and one of an earlier session that is open again. */
  readonly mine = $derived(
    this.session
      ? this.steps.filter((step) => step.session === this.session?.number || step.status === "running")
      : this.steps,
  );
  readonly next: Next | undefined = $derived(nextOf(this.mine, room.now, this.prompts));
  readonly times = $derived(this.timesOf(this.session, this.mine));
  readonly waiting = $derived(byNumber(room.all("person").filter((person) => person.waiting)));
  readonly rows: Record<Team, Row[]> = $derived({ marketing: this.#rows("marketing"), sales: this.#rows("sales") });
  /** The last refusal, in words, until the next thing works. */
  said = $state("");
  words: PhaseWords[] = $state.raw([]);

  /** The agenda of a session against the clock, or of the whole workshop. */
  timesOf(session: SessionRecord | undefined, steps: readonly StepRecord[]): Times {
    const at = session && room.now ? { ...room.now, started: session.started } : room.now;
    const starts = session ? session.starts_at : room.workshop?.starts_at;
    return (room.tick, agendaTimes(steps, room.serverNow(), at, this.prompts, starts ?? null));
  }

  /** Refused commands are said in one line; nothing else has changed then. */
  async ask(command: Command): Promise<boolean> {
    const answer = await room.do(command);
    this.said = answer.ok ? "" : refusedText(answer.code, answer.detail);
    return answer.ok;
  }

  go(next: Next): Promise<boolean> {
    return this.ask({ t: "go_to", step: next.step, turn: next.turn, phase: next.phase });
  }

  /** People who are here, have not said they are done, and may still be typing. */
  get stillWriting(): Row[] {
    const rows = [...this.rows.marketing, ...this.rows.sales];
    return rows.filter((row) => row.online && !row.person.away && !row.done);
  }

  /** Open prompts that need an agreed wording, or rows, and have neither a result nor a place on the parking lot. */
  get undecided(): PromptRecord[] {
    const settled = ["agreed", "parked"];
    return this.open.filter((prompt) => {
      if (!prompt.must_agree) return false;
      if (prompt.table) return unsettled(prompt);
      return !settled.includes(proposalOf(prompt.id)?.status ?? "");
    });
  }

  async readWords(): Promise<void> {
    try {
      this.words = (await get<{ phases?: PhaseWords[] }>("/api/catalogue")).phases ?? [];
    } catch {
      // Without them the desk only has no script to read aloud.
    }
  }

  #rows(team: Team): Row[] {
    return members(team).map((person) => ({
      person,
      notes: this.open.reduce((sum, prompt) => sum + (room.get("writing", prompt.id)?.counts[person.id] ?? 0), 0),
      done:
        this.open.length > 0 && this.open.every((prompt) => room.get("writing", prompt.id)?.done.includes(person.id)),
      online: room.online.has(person.id),
    }));
  }
}

function unsettled(prompt: PromptRecord): boolean {
  const rows = rowsUnder(prompt, rowsOf(prompt.table));
  return rows.length === 0 || rows.some((row) => row.status !== "agreed");
}

const byNumber = (people: PersonRecord[]): PersonRecord[] => people.sort((one, other) => one.number - other.number);

export function members(team: Team): PersonRecord[] {
  return byNumber(
    room.all("person").filter((person) => person.role === "member" && person.team === team && !person.waiting),
  );
}

export function others(): PersonRecord[] {
  return byNumber(room.all("person").filter((person) => person.role !== "member" && !person.waiting));
}
