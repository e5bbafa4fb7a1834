/* Which part of the report is open: in the address, so that a reload and a shared link find it again. */
import { signal } from "@preact/signals";

export const TABS = [
  "progress",
  "outcomes",
  "notes",
  "synthesis",
  "practices",
  "roadmap",
  "lineage",
  "exports",
] as const;
export type Tab = (typeof TABS)[number];

/** Those that need the whole width of the window. */
export const WIDE: ReadonlySet<Tab> = new Set<Tab>(["synthesis", "roadmap", "lineage"]);

const TABS_HEIGHT = 64;

export const tab = signal<Tab>(tabIn(location.hash));

/** The tab that an address names; the first where it names none. */
export function tabIn(hash: string): Tab {
  return TABS.find((name) => hash === `#${name}`) ?? TABS[0];
}

export function openTab(name: Tab): void {
  if (name !== tab.peek()) toTheTop();
  tab.value = name;
  history.replaceState(null, "", `#${name}`);
}

/** Another tab begins at its beginning, wherever the one before was left. */
function toTheTop(): void {
  const panel = document.getElementById("report-panel");
  const top = panel?.getBoundingClientRect().top ?? 0;
  if (top < 0) scrollBy(0, top - TABS_HEIGHT);
}

/** Opens a tab at the element with this id, once it is drawn. */
export function openAt(name: Tab, id: string): void {
  openTab(name);
  requestAnimationFrame(() => {
    const there = document.getElementById(id);
    there?.scrollIntoView({ block: "start" });
    there?.querySelector<HTMLElement>("h3")?.focus({ preventScroll: true });
  });
}

addEventListener("hashchange", () => {
  tab.value = tabIn(location.hash);
});
