/*
 * What the clock does to the plan: real times where there are any, expected ones after them, and the drift in minutes.
 */
import type { PlanValue, SessionLine } from "../../wire";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Further from the plan than this it is a rehearsal or a session in the evening: no drift to speak of. */
export const OUTSIDE = 180;

/** A pause of this length is a meal. */
const LONG = 45 * MINUTE;

export type SlotState = "ended" | "running" | "planned" | "skipped";

/** All times in milliseconds. `start` and `end` are real where the session has begun or ended, else expected. */
export interface Slot {
  id: string;
  state: SlotState;
  plannedStart: number;
  plannedEnd: number;
  start: number;
  end: number;
  /** Minutes that `start` is after the plan; negative where before. */
  late: number;
}

/** What the drift does to a pause. */
export interface Shifted {
  id: string;
  planned: number;
  expected: number;
  late: number;
}

/** How far the meeting is from its plan, and what that does to the next pause of the same day, and to lunch. */
export interface Drift {
  minutes: number;
  outside: boolean;
  pauses: Shifted[];
}

export interface Schedule {
  slots: Slot[];
  /** Null before the first session has begun and after the last has ended. */
  drift: Drift | null;
}

export function schedule(
  sessions: readonly SessionLine[],
  plans: ReadonlyMap<string, PlanValue>,
  now: number,
  zone = "UTC",
): Schedule {
  const slots = sessions.map((session) =>
    planned(session, plans.get(session.id)?.skipped ?? false, dayShift(sessions, session, zone)),
  );
  const last = lastBegun(sessions);
  const here = slots[last];
  if (!here) return { slots, drift: null };
  if (here.state === "running") here.end = Math.max(here.end, now);
  const from = here.state === "running" ? here.end : Math.max(here.end, now);
  const upcoming = slots.slice(last + 1).filter((slot) => slot.state === "planned");
  const minutes = driftOf(here, upcoming[0], now);
  if (minutes === null) return { slots, drift: null };
  const outside = Math.abs(minutes) > OUTSIDE;
  if (!outside) expect(upcoming, from);
  return {
    slots,
    drift: { minutes, outside, pauses: outside ? [] : pausesAfter(upcoming, here, sessions) },
  };
}

/** A meeting held on another date keeps its times of day: whole days between plan and reality do not count. */
function dayShift(sessions: readonly SessionLine[], session: SessionLine, zone: string): number {
  const begun = session.started_at === null ? sessions[lastBegun(sessions)] : session;
  if (!begun || begun.started_at === null) return 0;
  return (dayNumber(begun.started_at, zone) - dayNumber(begun.starts_at, zone)) * DAY;
}

/** Days since 1970 by the calendar on the wall of the meeting. */
function dayNumber(ms: number, zone: string): number {
  const [year = 0, month = 1, day = 1] = new Intl.DateTimeFormat("en-CA", { timeZone: zone })
    .format(ms)
    .split("-")
    .map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
}

function lastBegun(sessions: readonly SessionLine[]): number {
  let last = -1;
  sessions.forEach((session, index) => {
    if (session.started_at === null) return;
    const before = sessions[last]?.started_at ?? Number.NEGATIVE_INFINITY;
    if (session.started_at >= before) last = index;
  });
  return last;
}

function planned(session: SessionLine, skipped: boolean, shift: number): Slot {
  const plannedStart = session.starts_at + shift;
  const length = session.minutes * MINUTE;
  const start = session.started_at ?? plannedStart;
  return {
    id: session.id,
    state: stateOf(session, skipped),
    plannedStart,
    plannedEnd: plannedStart + length,
    start,
    end: session.ended_at ?? start + length,
    late: minutesBetween(plannedStart, start),
  };
}

function stateOf(session: SessionLine, skipped: boolean): SlotState {
  if (session.phase === "running") return "running";
  if (session.ended_at !== null) return "ended";
  return skipped ? "skipped" : "planned";
}

function driftOf(here: Slot, next: Slot | undefined, now: number): number | null {
  if (here.state === "running") return minutesBetween(here.plannedEnd, here.end);
  return next ? Math.max(0, minutesBetween(next.plannedStart, now)) : null;
}

/** Each begins when the one before it ends, never before its own time: gaps in the plan take up the delay. */
function expect(upcoming: Slot[], from: number): void {
  let free = from;
  for (const slot of upcoming) {
    const length = slot.plannedEnd - slot.plannedStart;
    slot.start = Math.max(slot.plannedStart, free);
    slot.end = slot.start + length;
    slot.late = minutesBetween(slot.plannedStart, slot.start);
    free = slot.end;
  }
}

/** The next pause of the day, and the next long one where that is another. */
function pausesAfter(upcoming: Slot[], here: Slot, sessions: readonly SessionLine[]): Shifted[] {
  const pauses = new Set(sessions.filter(({ format }) => format === "pause").map(({ id }) => id));
  const today = upcoming.filter(
    (slot) => pauses.has(slot.id) && slot.plannedStart - here.plannedStart < DAY / 2,
  );
  const lunch = today.find((slot) => slot.plannedEnd - slot.plannedStart >= LONG);
  return [...new Set([today[0], lunch])].flatMap((slot) =>
    slot
      ? [{ id: slot.id, planned: slot.plannedStart, expected: slot.start, late: slot.late }]
      : [],
  );
}

function minutesBetween(from: number, to: number): number {
  return Math.round((to - from) / MINUTE);
}
