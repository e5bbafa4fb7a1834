import { describe, expect, it } from "vitest";
import type { PlanValue, SessionLine } from "../../wire";
import { schedule } from "./schedule";

const MIN = 60_000;
const DAY = 1440 * MIN;
const NINE = Date.UTC(2025, 8, 24, 14, 0);

function session(
  id: string,
  at: number,
  minutes: number,
  more: Partial<SessionLine> = {},
): SessionLine {
  return {
    id,
    code: id,
    title: { es: id },
    about: null,
    questions: [],
    starts_at: at,
    minutes,
    format: "plenary",
    regime: "open",
    tables: [],
    rotation: 0,
    rotations: 0,
    rotation_minutes: 0,
    rotation_ends_at: null,
    phase: "planned",
    started_at: null,
    ended_at: null,
    activities: [],
    ...more,
  };
}

const running = (at: number) => ({ phase: "running", started_at: at });
const ended = (from: number, to: number) => ({ phase: "ended", started_at: from, ended_at: to });

function morning(first: Partial<SessionLine> = {}): SessionLine[] {
  return [
    session("block", NINE, 60, first),
    session("coffee", NINE + 60 * MIN, 15, { format: "pause" }),
    session("second", NINE + 75 * MIN, 60),
    session("lunch", NINE + 150 * MIN, 80, { format: "pause" }),
  ];
}

const noPlans = new Map<string, PlanValue>();
const late = (sessions: SessionLine[], now: number, plans = noPlans) =>
  schedule(sessions, plans, now).slots.map((slot) => slot.late);

describe("schedule", () => {
  it("keeps to the plan before anything has begun", () => {
    const { slots, drift } = schedule(morning(), noPlans, NINE + 40 * MIN);
    expect(drift).toBeNull();
    expect(slots.map((slot) => slot.late)).toEqual([0, 0, 0, 0]);
  });

  it("carries a late start to the pause, and lets a gap take it up", () => {
    const begun = NINE + 12 * MIN;
    const { drift } = schedule(morning(running(begun)), noPlans, begun + 5 * MIN);
    expect(drift?.minutes).toBe(12);
    expect(drift?.pauses).toMatchObject([
      { id: "coffee", late: 12 },
      { id: "lunch", late: 0 },
    ]);
    // 15 minutes lie free between the second block and lunch
    expect(late(morning(running(begun)), begun + 5 * MIN)).toEqual([12, 12, 12, 0]);
  });

  it("grows while a session runs over its time", () => {
    const { drift } = schedule(morning(running(NINE)), noPlans, NINE + 67 * MIN);
    expect(drift?.minutes).toBe(7);
    expect(drift?.pauses[0]?.late).toBe(7);
  });

  it("never expects a session before its planned time", () => {
    const early = morning(running(NINE - 10 * MIN));
    const { drift, slots } = schedule(early, noPlans, NINE);
    expect(drift?.minutes).toBe(-10);
    expect(slots.map((slot) => slot.late)).toEqual([-10, 0, 0, 0]);
  });

  it("counts what waits between two sessions", () => {
    const between = morning(ended(NINE, NINE + 50 * MIN));
    expect(schedule(between, noPlans, NINE + 55 * MIN).drift?.minutes).toBe(0);
    expect(schedule(between, noPlans, NINE + 64 * MIN).drift?.minutes).toBe(4);
  });

  it("leaves skipped sessions out", () => {
    const sessions = morning(running(NINE + 20 * MIN));
    const skipped: PlanValue = { id: "coffee", phase: "planned", skipped: true, activities: [] };
    const { slots, drift } = schedule(sessions, new Map([["coffee", skipped]]), NINE + 30 * MIN);
    expect(slots[1]?.state).toBe("skipped");
    expect(slots[2]?.late).toBe(5);
    expect(drift?.pauses[0]?.id).toBe("lunch");
  });

  it("does not count whole days: a meeting held on another date keeps its times of day", () => {
    const begun = NINE + 30 * DAY + 3 * MIN;
    const { slots, drift } = schedule(morning(running(begun)), noPlans, begun + MIN);
    expect(drift?.minutes).toBe(3);
    expect(slots[1]?.plannedStart).toBe(NINE + 30 * DAY + 60 * MIN);
  });

  it("counts days by the calendar of the meeting, not by the nearest", () => {
    // planned at 9 in Panama, begun at 23 the same evening: that is 14 hours late and not 10 early
    const evening = morning(running(NINE + 14 * 60 * MIN));
    const { slots } = schedule(evening, noPlans, NINE + 14 * 60 * MIN, "America/Panama");
    expect(slots[0]?.late).toBe(14 * 60);
  });

  it("says that it is outside its hours rather than hundreds of minutes late", () => {
    const begun = NINE + 7 * 60 * MIN;
    const { slots, drift } = schedule(morning(running(begun)), noPlans, begun + MIN);
    expect(drift).toMatchObject({ outside: true, pauses: [] });
    expect(slots[1]?.late).toBe(0);
  });

  it("has no drift once the last session has ended", () => {
    const all = morning().map((line) => ({
      ...line,
      ...ended(line.starts_at, line.starts_at + MIN),
    }));
    expect(schedule(all, noPlans, NINE + DAY).drift).toBeNull();
  });

  it("follows the session that began last, whatever its place", () => {
    const sessions = morning(ended(NINE, NINE + 60 * MIN));
    sessions[3] = { ...(sessions[3] as SessionLine), ...running(NINE + 61 * MIN) };
    const { slots, drift } = schedule(sessions, noPlans, NINE + 70 * MIN);
    expect(drift?.minutes).toBe(-89);
    expect(slots[1]?.state).toBe("planned");
  });
});
