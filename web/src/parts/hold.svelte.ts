import { flushSync, untrack } from "svelte";
import { refusedText } from "../api";
import { draft } from "../drafts";
import { room } from "../room.svelte";
import { nameOf } from "../stage/view";
import type { Answer } from "../sync/outbox";
import { t } from "../words.svelte";
import { PenWriter } from "./pen";

/** A shared text with one pen: a proposal, a clause, a cell of a table. */
export interface Wording {
  id: string;
  text: string;
  version: number;
  pen: string;
  by: string;
  before?: string;
}

/** Who holds the pen is said by name. */
function whyNot({ code, detail }: Extract<Answer, { ok: false }>): string {
  const holder = code === "pen_held" && typeof detail.person === "string" ? nameOf(detail.person) : "";
  return holder ? t("stage-pen-held", { name: holder }) : refusedText(code, detail);
}

/**
 * One person's hand on one shared text: who holds the pen, what is typed here, what of it the room has. Made while a
 * component starts, so that its effects end with it.
 */
export class Hold {
  /** My own words while I write; undefined when I only read. */
  mine: string | undefined = $state();
  why = $state("");
  focused = $state(false);
  field: HTMLTextAreaElement | undefined = $state();
  /** Typed in this window. What another window of mine writes is only followed. */
  #dirty = $state(false);
  /** The room's words that mine grew from. */
  #ground = $state("");
  readonly #wording: () => Wording;
  readonly #locked: () => boolean;
  readonly #writer: PenWriter;
  #taking: Promise<Answer> | undefined;

  readonly holding: boolean = $derived.by(() => this.words.pen !== "" && this.words.pen === room.me);
  readonly held: boolean = $derived.by(() => this.words.pen !== "" && !this.holding);
  readonly differs: boolean = $derived.by(() => this.mine !== undefined && this.mine.trim() !== this.words.text);
  /** Somebody else's words came in between. */
  readonly clash: boolean = $derived.by(
    () => this.differs && !this.holding && (this.held || this.words.text !== this.#ground),
  );
  readonly writing: boolean = $derived.by(
    () => this.mine !== undefined && !this.clash && (this.holding || this.focused || this.differs),
  );

  constructor(wording: () => Wording, locked: () => boolean) {
    this.#wording = wording;
    this.#locked = locked;
    untrack(() => {
      const kept = this.#draft().get();
      this.mine = kept || undefined;
      this.#dirty = kept !== "";
      this.#ground = this.words.text;
    });
    this.#writer = new PenWriter({
      send: (words, base) => room.do({ t: "write_pen", text: this.words.id, words, base }),
      version: () => this.words.version,
      now: () => performance.now(),
      after: (ms, run) => void setTimeout(run, ms),
      lost: (answer) => (this.why = refusedText(answer.code, answer.detail)),
    });
    // The pen came to me: by my own hand here, or in another window and after a reload.
    $effect(() => {
      if (!this.holding) return;
      untrack(() => {
        this.mine ??= this.words.text;
        this.#ground = this.words.text;
        // The field is only drawn now.
        if (document.hasFocus()) setTimeout(() => this.field?.focus());
      });
    });
    // Words from another window of mine are followed; those typed here never change under the hands.
    $effect(() => {
      const now = this.holding ? this.words.text : undefined;
      if (this.#dirty || now === undefined) return;
      untrack(() => {
        if (this.mine?.trim() !== now) this.mine = now;
        this.#ground = now;
      });
    });
    // The pen left and nothing was typed here: only reading again.
    $effect(() => {
      if (!this.holding && !this.#dirty && !this.focused) untrack(() => (this.mine = undefined));
    });
    // What the room has from me is the new ground. Words that are all there need no draft.
    $effect(() => {
      const { words } = this;
      if (this.mine !== undefined && this.mine.trim() === words.text) {
        this.#ground = words.text;
        this.#dirty = false;
        this.#draft().clear();
        if (!this.holding && !this.focused) this.mine = undefined;
      } else if (this.holding && words.by === room.me) this.#ground = words.text;
    });
  }

  get words(): Wording {
    return this.#wording();
  }

  /** The field opens under the hands at once; what is typed before the pen is here goes with it. */
  begin(): void {
    if (this.#locked() || this.held) return;
    this.mine ??= this.words.text;
    this.#ground = this.words.text;
    this.focused = true;
    // The very next key belongs to the field.
    flushSync();
    this.field?.focus();
    void this.take();
  }

  async take(words?: string): Promise<void> {
    if (this.#locked() || this.held) return;
    if (words !== undefined) this.mine = words;
    this.why = "";
    this.#taking ??= room.do({ t: "take_pen", text: this.words.id });
    const answer = await this.#taking;
    this.#taking = undefined;
    if (!answer.ok) return this.#without(answer);
    const mine = (this.mine ??= this.words.text);
    this.#dirty = mine.trim() !== this.words.text;
    this.#ground = this.words.text;
    if (this.#dirty) this.#writer.write(mine);
    setTimeout(() => this.field?.focus());
  }

  #without(answer: Extract<Answer, { ok: false }>): void {
    this.why = whyNot(answer);
    if (this.#dirty) return;
    this.focused = false;
    this.mine = undefined;
  }

  async typed(words: string): Promise<void> {
    this.mine = words;
    this.#dirty = true;
    this.#draft().set(words);
    if (this.holding) this.#writer.write(words);
    else if (!this.held && !this.#taking && this.words.text === this.#ground) await this.take();
  }

  /** The pen is here, or on its way. */
  get busy(): boolean {
    return this.holding || this.#taking !== undefined;
  }

  async drop(): Promise<void> {
    await this.#taking;
    // Whoever asked for the pen hears of it first.
    await Promise.resolve();
    await this.#writer.settled();
    const answer = await room.do({ t: "drop_pen", text: this.words.id });
    if (!answer.ok) this.why = refusedText(answer.code, answer.detail);
    this.field?.blur();
  }

  /** Keeps the room's wording and lets mine go. */
  theirs(): void {
    this.mine = undefined;
    this.#dirty = false;
    this.#draft().clear();
    this.why = "";
  }

  #draft() {
    return draft(`pen:${this.words.id}`);
  }
}
