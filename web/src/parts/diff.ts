/** Which words of a wording are new since the pen last changed hands. */
export interface Piece {
  text: string;
  added: boolean;
}

// A wording has at most some hundred words; beyond that the whole middle counts as new.
const MOST = 600;

const split = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

export function changes(before: string, now: string): Piece[] {
  if (before === "" || before === now) return now === "" ? [] : [{ text: now, added: false }];
  const [old, words] = [split(before), split(now)];
  const head = same(old, words);
  const tail = same(old.slice(head).reverse(), words.slice(head).reverse());
  const [from, to] = [old.slice(head, old.length - tail), words.slice(head, words.length - tail)];
  const kept = from.length > MOST || to.length > MOST ? to.map(() => false) : common(from, to);
  return joined([
    ...words.slice(0, head).map((text) => ({ text, added: false })),
    ...to.map((text, at) => ({ text, added: !kept[at] })),
    ...words.slice(words.length - tail).map((text) => ({ text, added: false })),
  ]);
}

function same(one: readonly string[], other: readonly string[]): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  return at;
}

/** For each of `to`, whether it belongs to the longest common run of words with `from`. */
function common(from: readonly string[], to: readonly string[]): boolean[] {
  const width = to.length + 1;
  const table = new Uint16Array((from.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1)
      table[i * width + j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const kept = to.map(() => false);
  for (let i = 0, j = 0; i < from.length && j < to.length;) {
    if (from[i] === to[j]) {
      kept[j] = true;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return kept;
}

/** Neighbours of one kind in one piece; a space between two new words is new too, and none is underlined at an edge. */
function joined(pieces: readonly Piece[]): Piece[] {
  const marked = pieces.map((piece, at) => {
    if (!/^\s+$/.test(piece.text)) return piece;
    return { ...piece, added: Boolean(pieces[at - 1]?.added && pieces[at + 1]?.added) };
  });
  return marked.reduce<Piece[]>((made, piece) => {
    const last = made.at(-1);
    if (last?.added === piece.added) made[made.length - 1] = { text: last.text + piece.text, added: last.added };
    else made.push({ ...piece });
    return made;
  }, []);
}
