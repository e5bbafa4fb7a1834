import { describe, expect, it } from "vitest";
import type { SessionLine } from "../../wire";
import {
  addSessionArgs,
  blankSession,
  editSessionArgs,
  fromLine,
  rotationArgs,
  sessionFaults,
} from "./sessionDraft";

const line: SessionLine = {
  id: "block",
  code: "S-06",
  title: { es: "Bloque" },
  about: null,
  questions: [],
  starts_at: 0,
  minutes: 75,
  format: "tables",
  regime: "chatham_house",
  tables: ["t1", "t2", "t3"],
  rotation: 0,
  rotations: 0,
  rotation_minutes: 0,
  rotation_ends_at: null,
  phase: "planned",
  started_at: null,
  ended_at: null,
  activities: [],
};

describe("adding a session", () => {
  it("names what is missing", () => {
    const draft = { ...blankSession("9:30"), minutes: null, format: "tables" as const, tables: 0 };
    expect(sessionFaults(draft)).toEqual([
      "control.fault.title",
      "control.fault.start",
      "control.fault.minutes",
      "control.fault.tables",
    ]);
    expect(sessionFaults({ ...blankSession("14:20"), title: { en: "Panel" } })).toEqual([]);
  });

  it("sends tables only with tables, and a pause is open", () => {
    const title = { es: "Café" };
    expect(addSessionArgs({ ...blankSession("10:15"), title, format: "pause" }, "s-1", 3)).toEqual({
      session: "s-1",
      title,
      start: "10:15",
      minutes: 30,
      format: "pause",
      regime: "open",
      place: 3,
    });
    const tables = {
      ...blankSession("10:30"),
      title,
      format: "tables" as const,
      tables: 5,
      rotations: 2,
      rotationMinutes: 18,
    };
    expect(addSessionArgs(tables, "s-1", 0)).toMatchObject({ tables: 5, place: 0 });
    expect(rotationArgs(tables, "s-1")).toEqual({
      session: "s-1",
      rotation: { times: 2, minutes: 18 },
    });
    expect(rotationArgs({ ...tables, rotations: 0 }, "s-1")).toBeNull();
  });
});

describe("editing a session", () => {
  it("sends only what changed", () => {
    const draft = fromLine(line, "10:30");
    expect(editSessionArgs(draft, line, "10:30")).toBeNull();
    expect(editSessionArgs({ ...draft, start: "10:45", tables: 4 }, line, "10:30")).toEqual({
      session: "block",
      start: "10:45",
      tables: 4,
    });
    expect(editSessionArgs({ ...draft, rotations: 2 }, line, "10:30")).toEqual({
      session: "block",
      rotation: { times: 2, minutes: 20 },
    });
    expect(editSessionArgs({ ...draft, regime: "reserved", minutes: 60 }, line, "10:30")).toEqual({
      session: "block",
      regime: "reserved",
      minutes: 60,
    });
  });

  it("says nothing of tables in a plenary", () => {
    const plenary = { ...line, format: "plenary", tables: ["plenary"] };
    expect(
      editSessionArgs({ ...fromLine(plenary, "09:00"), tables: 6 }, plenary, "09:00"),
    ).toBeNull();
  });
});
