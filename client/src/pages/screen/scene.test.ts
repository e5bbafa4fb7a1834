import { describe, expect, it } from "vitest";
import type { NowValue } from "../../wire";
import { type Situation, sceneOf } from "./scene";

const NOW: NowValue = {
  session: "bloque-1",
  activity: null,
  phase: null,
  round: null,
  opened_at: null,
  ends_at: null,
  next: "bloque-2",
  stage: { show: "auto", activity: null, table: null },
};

const SESSIONS = [
  { id: "bloque-1", format: "tables", started_at: 0, starts_at: 0, minutes: 75 },
  { id: "cafe", format: "pause", started_at: 600_000, starts_at: 0, minutes: 15 },
];

function scene(
  now: Partial<NowValue>,
  activities: Record<string, { phase: string; pads?: boolean }> = {},
  closed_at: number | null = null,
  card = false,
) {
  const situation: Situation = {
    meeting: { closed_at },
    now: { ...NOW, ...now },
    sessions: SESSIONS,
    activity: (id) => {
      const found = activities[id];
      return found && { pads: false, ...found };
    },
    revealed: (id) => activities[id]?.phase === "revealed",
    card,
  };
  return sceneOf(situation);
}

const stage = (show: string, activity: string | null = null, table: string | null = null) => ({
  stage: { show, activity, table },
});

describe("by itself", () => {
  it.each([
    ["open", "question"],
    ["closed", "closed"],
    ["revealed", "outcome"],
  ])("shows an activity that is %s as %s", (phase, name) => {
    expect(scene({ activity: "p" }, { p: { phase } })).toEqual({ name, activity: "p" });
  });

  it("shows what tables write about", () => {
    expect(scene({ activity: "n" }, { n: { phase: "open", pads: true } }).name).toBe("writing");
  });

  it("shows the session between activities", () => {
    expect(scene({})).toEqual({ name: "session", session: "bloque-1" });
  });

  it("says when a pause ends, counted from when it began", () => {
    expect(scene({ session: "cafe" })).toEqual({
      name: "pause",
      session: "cafe",
      until: 1_500_000,
    });
  });

  it("shows the way in before anything runs, and thanks at the end", () => {
    expect(scene({ session: null }).name).toBe("welcome");
    expect(scene({ session: null }, {}, 1).name).toBe("over");
  });
});

describe("as the desk sets it", () => {
  it("rests, or shows the way in, whatever goes on", () => {
    const open = { p: { phase: "open" } };
    expect(scene({ activity: "p", ...stage("blank") }, open).name).toBe("blank");
    expect(scene({ activity: "p", ...stage("join") }, open).name).toBe("join");
  });

  it("shows any revealed outcome, and never one that is not", () => {
    const activities = { p: { phase: "open" }, q: { phase: "revealed" }, r: { phase: "closed" } };
    expect(scene({ activity: "p", ...stage("outcome", "q") }, activities)).toEqual({
      name: "outcome",
      activity: "q",
    });
    expect(scene({ activity: "p", ...stage("outcome", "r") }, activities).name).toBe("question");
  });

  it("shows a method card once there is one, and goes on where there is none", () => {
    const open = { p: { phase: "open" } };
    expect(scene({ activity: "p", ...stage("method", "q") }, open, null, true).name).toBe("method");
    expect(scene({ activity: "p", ...stage("method", "q") }, open).name).toBe("question");
  });

  it("shows a table's notes, of the current activity where none is named", () => {
    const activities = { n: { phase: "open", pads: true } };
    expect(scene({ activity: "n", ...stage("notes", null, "t2") }, activities)).toEqual({
      name: "notes",
      activity: "n",
      table: "t2",
    });
    expect(scene({ ...stage("notes") }, activities).name).toBe("session");
  });
});
