/* What lies open beside the page, if anything does. */
import { signal } from "@preact/signals";

export interface Drawn {
  show: "history" | "chain" | "sources" | "regime";
  sort: string;
  id: string;
}

export const drawer = signal<Drawn | undefined>(undefined);
