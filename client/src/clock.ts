/*
 * The server's time. Phones are often wrong by minutes; countdowns are the server's.
 */
import { signal } from "@preact/signals";

let offset = 0;

/** Milliseconds since 1970, by the server's clock as far as it is known. */
export function serverNow(): number {
  return Date.now() + offset;
}

/** The server's time, once a second. */
export const second = signal(Date.now());

/** Who answered where the server should have: itself, somebody else (a Wi-Fi that wants a login), or nobody. */
export type Answerer = "server" | "other" | "nobody";

/** Asks the server for its time; the middle of the journey is when it answered. */
export async function setClock(): Promise<Answerer> {
  const asked = Date.now();
  let answer: Response;
  try {
    answer = await fetch("/healthz", { cache: "no-store" });
  } catch {
    return "nobody";
  }
  const body = (await answer.json().catch(() => undefined)) as
    | { ok?: boolean; at?: number }
    | undefined;
  if (typeof body?.at !== "number") return "other";
  offset = body.at - (asked + Date.now()) / 2;
  second.value = serverNow();
  return "server";
}

/** Lets `second` tick. The connection asks for the time once it stands. */
export function startClock(): void {
  setInterval(() => {
    second.value = serverNow();
  }, 1000);
}
