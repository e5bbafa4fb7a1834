/*
 * What is said aloud to people who listen to the page instead of looking at it: one polite region, at most one
 * sentence every three seconds, the latest first.
 */
import { signal } from "@preact/signals";

const PAUSE_MS = 3000;

export const said = signal("");

let waiting: string | undefined;
let pause: ReturnType<typeof setTimeout> | undefined;

/** Says `text` as soon as the sentence before it has had its time; what waited until then is dropped. */
export function announce(text: string): void {
  if (!text) return;
  waiting = text;
  if (pause === undefined) next();
}

function next(): void {
  pause = undefined;
  if (waiting === undefined) return;
  // The same words twice are heard twice only if the text differs.
  said.value = said.value === waiting ? `${waiting}\u00a0` : waiting;
  waiting = undefined;
  pause = setTimeout(next, PAUSE_MS);
}
