import { render } from "preact";
import { act as settle } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "../../i18n/common";
import "./words";
import * as connection from "../../connection";
import { status } from "../../connection";
import { replaceAll } from "../../state";
import { Room } from "./Room";
import { readinessOf, readyOf, readyWords } from "./readiness";

const seat = (id: string, claimed: boolean, head = false) => ({ id, claimed, head, table: null });
const line = (id: string, seats: object[], kind = "state") => ({
  id,
  name: { es: id },
  kind,
  mechanisms: [],
  seats,
});

const LINES = [
  line("Chile", [seat("chile-1", true, true), seat("chile-2", true)]),
  line("Guyana", [seat("guyana-1", false, true)]),
  line("Belice", [seat("belice-1", true, true)]),
  line("Perú", [seat("peru-1", true, true), seat("peru-2", true)]),
  line("ACNUR", [seat("acnur-1", true)], "organisation"),
];
const step = (activity: string, command = "open_activity") => ({
  command,
  args: { activity },
  title: { es: "x" },
  pending: false,
});
const plan = (id: string, voters: string, change: object = {}) => ({
  id,
  voters,
  phase: "draft",
  trial: false,
  setup: { question: { es: id } },
  ...change,
});

function tell(more: object = {}, activities: object[] = []): void {
  settle(() =>
    replaceAll(["e", 1], {
      seats: { delegations: LINES },
      presence: {
        delegations: { Chile: 1, Belice: 1, Perú: 1, ACNUR: 1 },
        seats: ["acnur-1", "belice-1", "chile-2", "peru-1"],
        awake: ["acnur-1", "chile-2", "peru-1"],
        screens: 1,
        desks: 1,
        total: 4,
      },
      now: { session: "s", activity: null, phase: null, stage: { show: "auto" } },
      programme: { sessions: [], delegations: {} },
      "plan/s": {
        id: "s",
        activities: [
          plan("all", "delegates"),
          plan("heads", "heads"),
          plan("everybody", "delegates_and_observers"),
          ...activities,
        ],
      },
      ...more,
    }),
  );
}

describe("readiness", () => {
  it("is a phone on view, whoever of the delegation holds it; of a vote of heads the head's", () => {
    const two = { seats: [seat("a", true, true), seat("b", true)] };
    expect(readinessOf(two, new Set(["b"]))).toBe("ready");
    expect(readinessOf(two, new Set(["b"]), "heads")).toBe("asleep");
    expect(readinessOf(two, new Set())).toBe("asleep");
    expect(readinessOf({ seats: [seat("a", false, true)] }, new Set())).toBe("none");
  });

  it("counts States, and never waits for observers", () => {
    tell();
    expect(readyOf("delegates")).toEqual({ n: 2, of: 4 });
    expect(readyOf("heads")).toEqual({ n: 1, of: 4 });
    expect(readyOf("delegates_and_observers")).toEqual({ n: 2, of: 4 });
  });

  it("is said of what is about to be opened, and of nothing else", () => {
    tell();
    expect(readyWords(step("all"))).toBe("2 de 4 listas");
    expect(readyWords(step("all", "close_activity"))).toBeUndefined();
    expect(readyWords(null)).toBeUndefined();
    tell({ presence: undefined });
    expect(readyWords(step("all"))).toBeUndefined();
  });
});

describe("the room", () => {
  let root: HTMLElement;
  let sent: [string, object][];

  beforeEach(() => {
    sent = [];
    vi.spyOn(connection, "command").mockImplementation((name, args) => {
      sent.push([name, args]);
      return Promise.resolve({ verdict: "recorded" });
    });
    status.value = "online";
    root = document.createElement("div");
    document.body.append(root);
    tell();
    settle(() => render(<Room />, root));
  });

  afterEach(() => {
    settle(() => render(null, root));
    root.remove();
    vi.restoreAllMocks();
  });

  const names = (within: Element) =>
    [...within.querySelectorAll("summary .grow")].map((name) => name.textContent);
  const practice = () => root.querySelector(".trial button") as HTMLButtonElement;

  it("lists delegations by what they need, in words and by shape", () => {
    const groups = [...root.querySelectorAll(".readiness")];
    expect(groups.map((group) => [group.querySelector("h3")?.textContent, names(group)])).toEqual([
      ["Sin teléfono: 1", ["Guyana"]],
      ["Teléfono dormido: 1", ["Belice"]],
      ["Listas: 2", ["Chile", "Perú"]],
    ]);
    const marks = [...root.querySelectorAll(".mark")];
    expect(marks.map((mark) => mark.getAttribute("aria-label"))).toEqual([
      "Sin teléfono",
      "Teléfono dormido",
      "Lista",
      "Lista",
      "Lista",
    ]);
    expect(root.querySelector(".room-count")?.textContent).toContain("2 de 4 delegaciones listas");
  });

  it("starts the practice with one tap, where a session runs and nothing is open", () => {
    expect(practice().textContent).toBe("Practicar: ¿Café o té?");
    settle(() => practice().click());
    expect(sent).toEqual([["start_trial", { activity: expect.stringMatching(/^t-/) }]]);
    const now = { session: "s", activity: "all", phase: "open", stage: { show: "auto" } };
    tell({ now, "activity/all": { id: "all", pads: false } });
    expect(practice().disabled).toBe(true);
    expect(root.textContent).toContain("Hay una actividad abierta");
    tell({ now: { ...now, session: null, activity: null, phase: null } });
    expect(practice().disabled).toBe(true);
  });

  it("offers the session's own where it plans one", () => {
    tell({}, [plan("own", "delegates", { trial: true, setup: { question: { es: "¿Mate?" } } })]);
    expect(practice().textContent).toBe("Practicar: ¿Mate?");
  });
});
