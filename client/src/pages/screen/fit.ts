/*
 * Readable at twelve metres: at most seven lines, shortened, never a scroll bar.
 */
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

export const LINES = 7;

/** As many as a room can read, and how many follow. */
export function firstLines<T>(rows: readonly T[], most = LINES): { shown: T[]; following: number } {
  const shown = rows.slice(0, most);
  return { shown, following: rows.length - shown.length };
}

/** At most `most` characters, cut between words. */
export function shorten(text: string, most: number): string {
  const whole = text.replace(/\s+/g, " ").trim();
  const letters = [...whole];
  if (letters.length <= most) return whole;
  const cut = letters.slice(0, most - 1).join("");
  const space = cut.lastIndexOf(" ");
  const kept = space > most * 0.6 ? cut.slice(0, space) : cut;
  return `${kept.replace(/[\s,.;:–-]+$/, "")}…`;
}

/** How large a question may stand: about 1, more for a short one, less the longer it is. */
export function questionScale(text: string): number {
  if (text.length <= 40) return 1.35;
  if (text.length <= 70) return 1.1;
  if (text.length <= 130) return 0.9;
  return text.length <= 220 ? 0.72 : 0.56;
}

const SMALLEST = 0.5;
const STEP = 0.05;

/** Whether everything is in the picture at some scale; the largest such is set. */
function fits(box: HTMLElement): boolean {
  for (let scale = 1; scale >= SMALLEST; scale -= STEP) {
    box.style.setProperty("--fit", scale.toFixed(2));
    if (box.scrollHeight <= box.clientHeight) return true;
  }
  return false;
}

/** Makes the type in `ref` smaller until everything is in the picture; the style sheet keeps it readable. Where that is
 * not enough, `data-tight` shortens what phones and report say whole. */
export function useFit(ref: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    const shrink = () => {
      box.toggleAttribute("data-tight", false);
      if (fits(box)) return;
      box.toggleAttribute("data-tight", true);
      fits(box);
    };
    shrink();
    const watching = new ResizeObserver(shrink);
    watching.observe(box);
    // What is in it may come, or get its style, after it was drawn.
    for (const child of box.children) watching.observe(child);
    return () => watching.disconnect();
  });
}
