import { knows, t } from "./words.svelte";

/** The server said no, or could not be reached (`offline`). `refusedText` has the sentence. */
export class Refusal extends Error {
  readonly code: string;
  readonly detail: Record<string, unknown>;
  readonly status: number;

  constructor(code: string, detail: Record<string, unknown> = {}, status = 0) {
    super(code);
    this.code = code;
    this.detail = detail;
    this.status = status;
  }
}

export function get<T>(path: string): Promise<T> {
  return request<T>(path, { method: "GET" });
}

export function post<T>(path: string, body: unknown = {}): Promise<T> {
  return request<T>(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** A file as it is. */
export function send<T>(path: string, kind: string, file: Blob): Promise<T> {
  return request<T>(path, { method: "POST", headers: { "Content-Type": kind }, body: file });
}

/** A download or a page of the server, as text. */
export async function text(path: string): Promise<string> {
  return (await answer(path, { method: "GET" })).text();
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  return (await (await answer(path, init)).json()) as T;
}

async function answer(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      credentials: "same-origin",
      headers: { ...init.headers, "X-Accord": "1" },
    });
  } catch {
    throw new Refusal("offline");
  }
  if (!response.ok) throw await refusal(response);
  return response;
}

async function refusal(response: Response): Promise<Refusal> {
  const said = (await response.json().catch(() => ({}))) as { code?: unknown; detail?: unknown };
  const code = typeof said.code === "string" ? said.code : response.status >= 500 ? "unavailable" : "bad_input";
  const detail = typeof said.detail === "object" && said.detail !== null ? said.detail : {};
  return new Refusal(code, detail as Record<string, unknown>, response.status);
}

/** What happened and what one can do, in the person's language. */
export function refusedText(code: string, detail: Record<string, unknown> = {}): string {
  const id = `refused-${code}`;
  return knows(id) ? t(id, plain(detail)) : t("common-refused-unknown", { code });
}

export function whyText(error: unknown): string {
  return error instanceof Refusal ? refusedText(error.code, error.detail) : refusedText("unavailable");
}

function plain(detail: Record<string, unknown>): Record<string, string | number> {
  const entries = Object.entries(detail).map(([key, value]) => [key, typeof value === "number" ? value : said(value)]);
  return Object.fromEntries(entries) as Record<string, string | number>;
}

function said(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(", ") : String(value ?? "");
}
