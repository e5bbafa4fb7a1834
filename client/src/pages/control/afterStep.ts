/* What the room's screen will show once the next step has been taken. */
import { kindOf } from "../../activities";
import type { ActivityValue, NowValue, PlanActivity, StepValue } from "../../wire";

export interface After {
  now: NowValue;
  /** The activity as it will stand, where it stands otherwise now. */
  activity?: ActivityValue;
}

export interface Present {
  now: NowValue;
  at: number;
  /** The activity the step is about, as planned and, once it has been opened, as everybody sees it. */
  plan: PlanActivity | undefined;
  live: ActivityValue | undefined;
  session: string | undefined;
  regime: string | undefined;
  pads: boolean;
  /** The session that would follow the one that starts. */
  following: string | null;
}

/** Null where a picture would tell a result too early, or where there is nothing to draw. */
export function afterStep(step: StepValue, present: Present): After | null {
  const idle = { activity: null, phase: null, round: null, opened_at: null, ends_at: null };
  switch (step.command) {
    case "start_session":
      return {
        now: {
          ...present.now,
          ...idle,
          session: String(step.args.session),
          next: present.following,
        },
      };
    case "end_session":
      return { now: { ...present.now, ...idle, session: null } };
    case "open_activity":
      return opened(present);
    case "close_activity":
      return closed(present);
    default:
      return null;
  }
}

function opened({ now, at, plan, session, regime, pads }: Present): After | null {
  if (!plan) return null;
  const endsAt = plan.minutes === null ? null : at + plan.minutes * 60_000;
  return {
    now: { ...now, activity: plan.id, phase: "open", round: 1, opened_at: at, ends_at: endsAt },
    activity: {
      id: plan.id,
      code: plan.code,
      session: session ?? "",
      kind: plan.kind,
      title: plan.title,
      phase: "open",
      round: 1,
      setup: plan.setup,
      secrecy: plan.secrecy,
      voters: plan.voters,
      regime: regime ?? "chatham_house",
      trial: plan.trial,
      pads,
      boards: kindOf(plan.kind)?.Write !== undefined,
      method: plan.method,
      opened_at: at,
      ends_at: endsAt,
      closed_at: null,
      sealed: false,
    },
  };
}

function closed({ now, at, live }: Present): After | null {
  if (!live) return null;
  return {
    now: { ...now, activity: live.id, phase: "closed" },
    activity: { ...live, phase: "closed", closed_at: at },
  };
}
