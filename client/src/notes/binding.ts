/*
 * A plain text area and a Y.Text that hold the same: what is typed goes in as the smallest replacement, what others write
 * comes in without moving the caret from its words.
 */
import type * as Y from "yjs";
import { changeBetween, placeAfter, type Step } from "./diff";

/** Binds until the returned function is called. `grew` is called whenever the area's text has changed. */
export function bind(area: HTMLTextAreaElement, text: Y.Text, grew: () => void): () => void {
  let shown = text.toString();
  let composing = false;
  // What others did while a word was being composed: keyboards lose the word when the area changes under them.
  let held: Step[][] = [];

  const after = (place: number) => held.reduce((moved, steps) => placeAfter(moved, steps), place);

  /** Takes in what was typed; where that left the caret, by the text's own count. */
  const read = (): number | undefined => {
    const caret = area.selectionEnd ?? area.value.length;
    const change = changeBetween(shown, area.value, caret);
    if (!change) return undefined;
    shown = area.value;
    const at = after(change.at);
    const removed = after(change.at + change.removed) - at;
    text.doc?.transact(() => {
      if (removed > 0) text.delete(at, removed);
      if (change.inserted) text.insert(at, change.inserted);
    }, area);
    return at + change.inserted.length;
  };

  const show = (caret?: number): void => {
    const value = text.toString();
    const [start, end] = [after(area.selectionStart ?? 0), after(area.selectionEnd ?? 0)];
    held = [];
    if (area.value !== value) {
      area.value = value;
      // Elsewhere it would take the keyboard to this area.
      if (document.activeElement === area) area.setSelectionRange(caret ?? start, caret ?? end);
    }
    shown = value;
    grew();
  };

  const typed = (): void => {
    if (composing && held.length > 0) return;
    read();
    grew();
  };

  const hear = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (transaction.origin === area) return;
    held.push(event.delta as Step[]);
    if (!composing) show();
  };

  const begin = (): void => {
    composing = true;
  };

  const end = (): void => {
    composing = false;
    const caret = read();
    if (held.length > 0) show(caret);
  };

  area.value = shown;
  grew();
  text.observe(hear);
  area.addEventListener("input", typed);
  area.addEventListener("compositionstart", begin);
  area.addEventListener("compositionend", end);
  area.addEventListener("blur", end);
  addEventListener("pagehide", end);
  return () => {
    end();
    text.unobserve(hear);
    area.removeEventListener("input", typed);
    area.removeEventListener("compositionstart", begin);
    area.removeEventListener("compositionend", end);
    area.removeEventListener("blur", end);
    removeEventListener("pagehide", end);
  };
}
