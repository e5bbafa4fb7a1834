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

/** Ask the server for its time; the middle of the journey is when it answered. False where the network is not ours:
 * a captive portal answers too, but not with this. */
export async function setClock(): Promise<boolean> {
  const asked = Date.now();
  try {
    const answer = await fetch("/healthz", { cache: "no-store" });
    const body = (await answer.json()) as { ok?: boolean; at?: number };
    if (body.ok !== true || typeof body.at !== "number") return false;
    offset = body.at - (asked + Date.now()) / 2;
    second.value = serverNow();
    return true;
  } catch {
    return false;
  }
}

export function startClock(): void {
  void setClock();
  setInterval(() => {
    second.value = serverNow();
  }, 1000);
}
