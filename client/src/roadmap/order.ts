/* Moving a line up or down: past the next one that is shown, wherever the roadmap has it. */
import { signal } from "@preact/signals";
import { t } from "../i18n";
import { key } from "../state";
import { give } from "./save";

/** What the last move did, in words for the page's live region. */
export const said = signal("");

/** The place in the whole roadmap, from 0, of the neighbour among `shown` in that direction; undefined at the end. */
export function placeBeyond(
  line: string,
  by: -1 | 1,
  shown: readonly string[],
  all: readonly string[],
): number | undefined {
  const neighbour = shown[shown.indexOf(line) + by];
  const place = neighbour === undefined ? -1 : all.indexOf(neighbour);
  return place < 0 ? undefined : place;
}

let moving = false;

/** Moves a line past its neighbour; what it was pressed with keeps the focus, wherever the line goes. */
export async function moveLine(line: string, by: -1 | 1, shown: readonly string[]): Promise<void> {
  const all = key("roadmap")?.lines ?? [];
  const place = placeBeyond(line, by, shown, all);
  // A second press before the first is answered would go by an order that no longer holds.
  if (place === undefined || moving) return;
  const held = document.activeElement;
  moving = true;
  const { saved, words } = await give("move_line", { line, place });
  moving = false;
  const code = key(`line/${line}`)?.code ?? "";
  said.value = saved ? t("roadmap.moved", { code, n: place + 1, of: all.length }) : words;
  if (saved && held instanceof HTMLElement) keepFocus(held);
}

/** A row that is put elsewhere loses the focus: it is given back once the table is drawn anew. */
function keepFocus(held: HTMLElement): void {
  const again = () => {
    if (document.activeElement !== document.body || !held.isConnected) return;
    held.focus();
    held.scrollIntoView({ block: "nearest" });
  };
  for (const ms of [0, 100, 300]) setTimeout(again, ms);
}
