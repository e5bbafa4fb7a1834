import { describe, expect, it } from "vitest";
import type { ActivityValue, NowValue, PlanActivity, StepValue } from "../../wire";
import { afterStep, type Present } from "./afterStep";

const now: NowValue = {
  session: "one",
  activity: "poll",
  phase: "open",
  round: 2,
  opened_at: 5,
  ends_at: null,
  next: "two",
  stage: { show: "auto", activity: null, table: null },
};

const plan: PlanActivity = {
  id: "poll",
  code: "P-01",
  kind: "poll",
  title: { es: "Sondeo" },
  phase: "draft",
  round: 0,
  skipped: false,
  sealed: false,
  minutes: 3,
  voters: "heads",
  secrecy: "secret",
  follows: null,
  method: [],
  trial: false,
  setup: { question: { es: "¿?" } },
};

const present: Present = {
  now,
  at: 1000,
  plan,
  live: undefined,
  session: "one",
  regime: "reserved",
  pads: false,
  following: "three",
};

const step = (command: string, args: object = {}): StepValue => ({
  command,
  args: { ...args },
  title: null,
  pending: false,
});

describe("what the screen will show", () => {
  it("draws a question that nobody has seen yet, with its time", () => {
    const after = afterStep(step("open_activity"), present);
    expect(after?.now).toMatchObject({ activity: "poll", phase: "open", ends_at: 181_000 });
    expect(after?.activity).toMatchObject({
      id: "poll",
      phase: "open",
      regime: "reserved",
      session: "one",
    });
  });

  it("closes what is open and leaves its round", () => {
    const live = { id: "poll", phase: "open", round: 2 } as ActivityValue;
    const after = afterStep(step("close_activity"), { ...present, live });
    expect(after?.activity).toMatchObject({ phase: "closed", round: 2 });
  });

  it("moves between sessions without an activity", () => {
    expect(afterStep(step("start_session", { session: "two" }), present)?.now).toMatchObject({
      session: "two",
      activity: null,
      next: "three",
    });
    expect(afterStep(step("end_session"), present)?.now).toMatchObject({
      session: null,
      next: "two",
    });
  });

  it("draws no outcome before it is revealed", () => {
    expect(afterStep(step("reveal_outcome"), present)).toBeNull();
  });
});
