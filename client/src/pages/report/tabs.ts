/* Which part of the report is open: in the address, so that a reload and a shared link find it again. */
import { signal } from "@preact/signals";

export const TABS = [
  "outcomes",
  "notes",
  "synthesis",
  "practices",
  "roadmap",
  "lineage",
  "exports",
] as const;
export type Tab = (typeof TABS)[number];

export const tab = signal<Tab>(tabIn(location.hash));

/** The tab that an address names; the first where it names none. */
export function tabIn(hash: string): Tab {
  return TABS.find((name) => hash === `#${name}`) ?? TABS[0];
}

export function openTab(name: Tab): void {
  tab.value = name;
  history.replaceState(null, "", `#${name}`);
}

addEventListener("hashchange", () => {
  tab.value = tabIn(location.hash);
});
