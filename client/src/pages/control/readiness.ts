/* Which delegations would see at once what is opened: a phone of theirs has the page on view, and answers. */
import { t } from "../../i18n";
import { key } from "../../state";
import type { DelegationLine, StepValue } from "../../wire";
import { planActivity } from "./look";

export type Readiness = "none" | "asleep" | "ready";

/** Whoever needs help comes first. */
export const READINESS: readonly Readiness[] = ["none", "asleep", "ready"];

/** `awake` are seats. Of a vote of heads only the head's phone counts. */
export function readinessOf(
  line: Pick<DelegationLine, "seats">,
  awake: ReadonlySet<string>,
  voters = "delegates",
): Readiness {
  const seats = line.seats.filter((seat) => voters !== "heads" || seat.head);
  if (seats.some((seat) => awake.has(seat.id))) return "ready";
  return seats.some((seat) => seat.claimed) ? "asleep" : "none";
}

export function awakeSeats(): ReadonlySet<string> {
  return new Set(key("presence")?.awake);
}

/** How many States are ready to vote, of all; undefined before the room is known. Nobody waits for observers. */
export function readyOf(voters: string): { n: number; of: number } | undefined {
  const lines = key("presence") && key("seats")?.delegations;
  if (!lines) return undefined;
  const awake = awakeSeats();
  const states = lines.filter((line) => line.kind === "state");
  const ready = states.filter((line) => readinessOf(line, awake, voters) === "ready");
  return { n: ready.length, of: states.length };
}

/** What stands under the name of what is about to be opened. */
export function readyWords(step: StepValue | null): string | undefined {
  const activity = String(step?.args.activity);
  const plan = step?.command === "open_activity" ? planActivity(activity) : undefined;
  const ready = plan && readyOf(plan.voters);
  return ready && t("control.ready_phones", ready);
}
