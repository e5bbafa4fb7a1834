import { expect, it } from "vitest";
import type { ActivityLine } from "../../wire";
import { bySession, progressOf } from "./progress";

const line = (id: string): ActivityLine => ({
  id,
  code: id.toUpperCase(),
  kind: "k",
  title: { es: id },
  phase: "open",
});

const SESSIONS = [
  {
    id: "s1",
    title: { es: "Uno" },
    tables: ["plenary"],
    activities: [line("p1"), line("p2"), line("t1")],
  },
  {
    id: "s2",
    title: { es: "Dos" },
    tables: ["t1", "t2", "t3"],
    activities: [line("n1"), line("p3")],
  },
];

const counts = { pads: false, sealed: false, phase: "open", trial: false };

const ACTIVITIES: Record<string, typeof counts> = {
  p1: { ...counts, sealed: true, phase: "revealed" },
  p2: counts,
  p3: { ...counts, sealed: true, phase: "closed" },
  n1: { ...counts, pads: true },
  t1: { ...counts, sealed: true, trial: true },
};

it("counts tables with recorded notes and sealed activities, and nothing that was only practised with", () => {
  const progress = progressOf(
    SESSIONS,
    (id) => ACTIVITIES[id],
    () => ({
      recorded_at: { t1: 5, t3: 0 },
      validated: [
        { table: "t1", at: 4, texts: {} },
        { table: "t3", at: 0, texts: {} },
      ],
    }),
  );
  expect(progress).toMatchObject({ recorded: 2, validated: 2, tables: 3, sealed: 2, opened: 3 });
  expect(progress.notes[0]?.tables.map(({ changed }) => changed)).toEqual([true, false, false]);
  expect(progress.notes).toHaveLength(1);
  expect(progress.notes[0]).toMatchObject({
    activity: "n1",
    code: "N1",
    session: "s2",
    open: true,
  });
  expect(progress.notes[0]?.tables.map(({ recordedAt }) => recordedAt)).toEqual([5, undefined, 0]);
});

it("has nothing to count where nothing was told", () => {
  const progress = progressOf(
    SESSIONS,
    () => undefined,
    () => undefined,
  );
  expect(progress).toEqual({
    notes: [],
    recorded: 0,
    validated: 0,
    tables: 0,
    sealed: 0,
    opened: 0,
  });
});

it("counts tables as not recorded where no entries were told", () => {
  const progress = progressOf(
    SESSIONS,
    (id) => ACTIVITIES[id],
    () => undefined,
  );
  expect(progress).toMatchObject({ recorded: 0, tables: 3 });
});

it("says by session what is lacking, and leads past what is not there", () => {
  const sessions = SESSIONS.map((session) => ({ ...session, code: session.id.toUpperCase() }));
  const found = bySession(
    [...sessions, { id: "s3", code: "S3", title: { es: "Tres" }, tables: [], activities: [] }],
    (id) => ACTIVITIES[id],
    () => ({
      recorded_at: { t1: 5, t2: 3, t3: 0 },
      validated: [
        { table: "t1", at: 4, texts: {} },
        { table: "t3", at: 0, texts: {} },
      ],
    }),
  );
  expect(found.map(({ session }) => session)).toEqual(["s1", "s2"]);
  expect(found[0]?.activities.map(({ state }) => state)).toEqual(["revealed", "open"]);
  expect(found[1]?.activities.map(({ state }) => state)).toEqual(["hidden"]);
  expect(found[1]?.lacks).toEqual({ activities: 1, tables: 2 });
});
