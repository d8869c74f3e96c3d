import { expect, test } from "vitest";
import type { Answer } from "../sync/outbox";
import { EVERY, PenWriter } from "./pen";

/** A room with a clock of its own: answers come when told, timers when the clock is moved. */
function desk() {
  const sent: { words: string; base: number }[] = [];
  const answers: ((answer: Answer) => void)[] = [];
  const timers: { at: number; run: () => void }[] = [];
  const lost: string[] = [];
  const it = { now: 0, version: 1 };
  const writer = new PenWriter({
    send: (words, base) => {
      sent.push({ words, base });
      return new Promise((resolve) => answers.push(resolve));
    },
    version: () => it.version,
    now: () => it.now,
    after: (ms, run) => void timers.push({ at: it.now + ms, run }),
    lost: (answer) => void lost.push(answer.code),
  });
  const answer = async (with_: Answer = { ok: true, seq: 1 }) => {
    it.version += with_.ok ? 1 : 0;
    answers.shift()?.(with_);
    await Promise.resolve();
    await Promise.resolve();
  };
  const pass = (ms: number) => {
    it.now += ms;
    timers.splice(0, timers.length, ...timers.filter((timer) => (timer.at <= it.now ? (timer.run(), false) : true)));
  };
  return { it, writer, sent, lost, answer, pass };
}

test("the first words leave at once, later ones wait for their turn and only the newest goes", async () => {
  const { writer, sent, answer, pass } = desk();
  writer.write("a");
  await answer();
  writer.write("ab");
  writer.write("abc");
  expect(sent.map((one) => one.words)).toEqual(["a"]);
  pass(EVERY);
  expect(sent.map((one) => one.words)).toEqual(["a", "abc"]);
});

test("the next words wait for the answer, so that their base is never stale by our own hand", async () => {
  const { writer, sent, answer, pass } = desk();
  writer.write("a");
  writer.write("ab");
  pass(10 * EVERY);
  expect(sent).toHaveLength(1);
  await answer();
  expect(sent[1]).toEqual({ words: "ab", base: 2 });
});

test("putting the pen down sends the last words without waiting, then settles", async () => {
  const { writer, sent, answer } = desk();
  writer.write("a");
  await answer();
  writer.write("last");
  let down = false;
  void writer.settled().then(() => (down = true));
  expect(sent.at(-1)?.words).toBe("last");
  expect(down).toBe(false);
  await answer();
  await Promise.resolve();
  expect(down).toBe(true);
});

test("words that were not taken are told, and not sent again by themselves", async () => {
  const { writer, sent, lost, answer, pass } = desk();
  writer.write("a");
  writer.write("ab");
  await answer({ ok: false, code: "stale", detail: {} });
  pass(10 * EVERY);
  expect(lost).toEqual(["stale"]);
  expect(sent).toHaveLength(1);
  await writer.settled();
});
