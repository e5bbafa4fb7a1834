import { signal } from "@preact/signals";

/** The activity with an answer or an entry that was begun on this phone and not sent. */
export const unsent = signal<string | undefined>(undefined);
