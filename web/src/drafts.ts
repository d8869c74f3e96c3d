/** Typed words that no command has carried yet. They survive a reload, a closed phase and a lost connection. */

const PREFIX = "accord:draft:";
const memory = new Map<string, string>();

export interface Draft {
  get(): string;
  set(words: string): void;
  clear(): void;
}

/** `key` names the field inside one workshop, for example "note:<prompt>". */
export function draft(key: string, scope: string = place()): Draft {
  const name = `${PREFIX}${scope}:${key}`;
  return { get: () => read(name), set: (words) => write(name, words), clear: () => write(name, "") };
}

function place(): string {
  return /^\/w\/([^/]+)/.exec(location.pathname)?.[1] ?? "home";
}

function read(name: string): string {
  try {
    return localStorage.getItem(name) ?? memory.get(name) ?? "";
  } catch {
    return memory.get(name) ?? "";
  }
}

function write(name: string, words: string): void {
  if (words) memory.set(name, words);
  else memory.delete(name);
  try {
    if (words) localStorage.setItem(name, words);
    else localStorage.removeItem(name);
  } catch {
    // Full or forbidden: the page's memory keeps them.
  }
}
