import { key } from "../state";
import type { ActivityValue } from "../wire";

/** Whether votes of people without a phone can be entered now: while it is open, and envelopes once it was closed. */
export function takesPaper({ id, phase, pads, boards, setup }: ActivityValue): boolean {
  if (key(`paper/${id}`)?.due) return true;
  return phase === "open" && !pads && !boards && setup.unit !== "delegation";
}
