/*
 * Who is writing where, as far as the regime lets it be seen: the server leaves only the mark of the entry where nobody
 * may be named.
 */
import type { Awareness } from "y-protocols/awareness";

const IDLE_MS = 5000;

export interface Writer {
  entry: string;
  /** A delegation's id or a role; empty where it is not shown. */
  author: string;
}

/** The others that are writing now. */
export function othersWriting(awareness: Awareness): Writer[] {
  const found: Writer[] = [];
  for (const [client, state] of awareness.getStates()) {
    const { writing, author } = state as { writing?: unknown; author?: unknown };
    if (client === awareness.clientID || typeof writing !== "string" || writing === "") continue;
    found.push({ entry: writing, author: typeof author === "string" ? author : "" });
  }
  return found;
}

/** Tells the others which entry is being written, until nothing was typed for a moment. */
export class Pen {
  private resting: ReturnType<typeof setTimeout> | undefined;
  private readonly awareness: Awareness;

  constructor(awareness: Awareness) {
    this.awareness = awareness;
  }

  write(entry: string): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rest(), IDLE_MS);
    if (this.awareness.getLocalState()?.writing !== entry) this.tell(entry);
  }

  rest(): void {
    clearTimeout(this.resting);
    if (this.awareness.getLocalState()?.writing) this.tell("");
  }

  private tell(entry: string): void {
    this.awareness.setLocalState({ writing: entry });
  }
}
