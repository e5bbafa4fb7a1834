/* Finding things in what the server has told, and what the page looks at. */
import { computed, signal } from "@preact/signals";
import { key, keys } from "../../state";
import type { PlanActivity, PlanValue, SessionLine } from "../../wire";

export type Focus = { activity: string } | { session: string };

/** What the moderator chose to look at; null follows the meeting. */
export const chosen = signal<Focus | null>(null);

/** The form that lies over the middle. */
export type Editing =
  | { form: "new-activity"; session: string; follows?: string }
  | { form: "activity"; activity: string }
  | { form: "new-session"; after: string | null }
  | { form: "session"; session: string }
  | null;

export const editing = signal<Editing>(null);

export function sessionLine(id: string): SessionLine | undefined {
  return key("programme")?.sessions.find((session) => session.id === id);
}

export const plans = computed<ReadonlyMap<string, PlanValue>>(() => {
  const found = keys("plan/").map((name) => key(name as `plan/${string}`));
  return new Map(found.flatMap((plan) => (plan ? [[plan.id, plan] as const] : [])));
});

export function planActivity(id: string): PlanActivity | undefined {
  for (const plan of plans.value.values()) {
    const found = plan.activities.find((activity) => activity.id === id);
    if (found) return found;
  }
  return undefined;
}

export function sessionOf(activity: string): string | undefined {
  for (const plan of plans.value.values()) {
    if (plan.activities.some((line) => line.id === activity)) return plan.id;
  }
  return undefined;
}

/** What the meeting is at: what the next step is about, else the session that runs. */
export const current = computed<Focus | null>(() => {
  const step = key("next");
  const now = key("now");
  const activity = step?.args.activity;
  if (typeof activity === "string" && planActivity(activity)) return { activity };
  const session = now?.session ?? (step?.args.session as string | undefined);
  return session && sessionLine(session) ? { session } : null;
});

/** What the middle shows. */
export const focus = computed<Focus | null>(() => {
  const wanted = chosen.value;
  if (wanted && "activity" in wanted && planActivity(wanted.activity)) return wanted;
  if (wanted && "session" in wanted && sessionLine(wanted.session)) return wanted;
  return current.value;
});

/** Whether the middle shows what the meeting is at. */
export const following = computed(
  () => JSON.stringify(focus.value) === JSON.stringify(current.value),
);
