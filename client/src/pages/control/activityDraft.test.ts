import { beforeEach, describe, expect, it } from "vitest";
import "./words";
import { replaceAll } from "../../state";
import type { PlanActivity, PlanValue } from "../../wire";
import {
  addArgs,
  editArgs,
  faultsOf,
  fromPlan,
  fromReady,
  nextPlace,
  shortened,
} from "./activityDraft";
import { editOf } from "./kinds";

const poll: PlanActivity = {
  id: "practice",
  code: "P-01",
  kind: "poll",
  title: { es: "Práctica" },
  phase: "draft",
  round: 0,
  skipped: false,
  sealed: false,
  minutes: 2,
  voters: "delegates",
  secrecy: "secret",
  follows: null,
  method: [],
  trial: false,
  setup: {
    question: { es: "¿Café o té?", en: "Coffee or tea?" },
    answer: "multiple",
    options: [
      { id: "cafe", text: { es: "Café", en: "Coffee" } },
      { id: "te", text: { es: "Té", en: "Tea" } },
    ],
    max_length: 140,
  },
};

function ready(kind: string, id: string) {
  const found = editOf(kind)?.ready.find((item) => item.id === id);
  if (!found) throw new Error(`no ready question ${kind}/${id}`);
  return fromReady(kind, found);
}

function planOf(activity: PlanActivity) {
  const draft = fromPlan(activity);
  if (!draft) throw new Error(activity.kind);
  return draft;
}

const bank = {
  themes: [{ id: "BKL", name: { es: "Rezago" } }],
  challenges: [{ id: "BKL-1", theme: "BKL", short: { es: "La demanda supera la capacidad" } }],
  states: [],
};

beforeEach(() => replaceAll(["e", 1], { meeting: { languages: ["es", "en", "pt"] }, bank }));

describe("adding an activity", () => {
  it("needs three fields", () => {
    const draft = ready("poll", "single");
    expect(faultsOf(draft)).toEqual(["control.fault.question", "edit.fault.options_few"]);
    const filled = {
      ...draft,
      question: { es: "¿Seguimos?" },
      form: { ...draft.form, lines: { typed: "Sí\nNo", lang: "es", before: [] } },
    };
    expect(faultsOf(filled)).toEqual([]);
    expect(addArgs(filled, "s1", "a-12345678", 2)).toEqual({
      session: "s1",
      activity: "a-12345678",
      kind: "poll",
      title: { es: "¿Seguimos?" },
      setup: {
        question: { es: "¿Seguimos?" },
        answer: "single",
        options: [
          { id: "o1", text: { es: "Sí" } },
          { id: "o2", text: { es: "No" } },
        ],
      },
      voters: "delegates",
      minutes: 2,
      place: 2,
    });
  });

  it("sends only what belongs to the type of answer", () => {
    const scale = addArgs(ready("poll", "scale"), "s1", "a-1", null);
    expect(scale.setup).toMatchObject({ answer: "scale", scale: { low: 1, high: 5 } });
    expect(scale.setup).not.toHaveProperty("options");
    expect(scale).not.toHaveProperty("place");
    const text = addArgs(ready("poll", "text"), "s1", "a-1", null);
    expect(Object.keys(text.setup).sort()).toEqual(["answer", "max_length", "note", "question"]);
  });

  it("checks a prioritisation before the server does", () => {
    const draft = ready("prioritise", "dots");
    const lines = { typed: "A\nB\nBKL-1", lang: "es", before: [] };
    const form = { ...draft.form, lines, dots: 5, perOption: 1 };
    expect(faultsOf({ ...draft, form })).toEqual(["rank.fault.dots"]);
    expect(faultsOf({ ...draft, form: { ...form, perOption: 6 } })).toEqual([
      "rank.fault.per_option",
    ]);
    expect(faultsOf({ ...draft, form: { ...form, perOption: 2, top: 4 } })).toEqual([
      "rank.fault.top",
    ]);
    const args = addArgs({ ...draft, form: { ...form, perOption: 2 } }, "s1", "a-1", null);
    expect(args.setup).toMatchObject({
      method: "dots",
      dots: 5,
      per_option: 2,
      top: 3,
      headline: "delegation",
    });
    expect((args.setup.options as unknown[])[2]).toBe("BKL-1");
  });

  it("leaves the usual headings of notes to the server, and names others", () => {
    const draft = ready("notes", "table");
    expect(addArgs(draft, "s1", "a-1", null).setup).not.toHaveProperty("headings");
    const own = { lines: { typed: "Acuerdos\nDudas", lang: "es", before: [] } };
    expect(addArgs({ ...draft, form: own }, "s1", "a-1", null).setup.headings).toEqual([
      { id: "h1", title: { es: "Acuerdos" } },
      { id: "h2", title: { es: "Dudas" } },
    ]);
  });

  it("goes after what has been opened and before what waits", () => {
    const plan = (phases: string[]): PlanValue => ({
      id: "s",
      phase: "running",
      skipped: false,
      activities: phases.map((phase, index) => ({ ...poll, id: `a${index}`, phase })),
    });
    expect(nextPlace(plan(["revealed", "open", "draft"]))).toBe(2);
    expect(nextPlace(plan(["draft", "draft"]))).toBe(0);
    expect(nextPlace(plan(["draft", "closed"]))).toBe(2);
    expect(nextPlace(undefined)).toBe(0);
  });
});

describe("one ballot a delegation", () => {
  it("is part of the setup, and goes with one count only", () => {
    const draft = { ...ready("poll", "agree"), shared: true };
    expect(addArgs(draft, "s1", "a-1", null).setup).toMatchObject({ unit: "delegation" });
    const rank = ready("prioritise", "rank");
    const lines = { typed: "A\nB\nC\nD\nE\nF", lang: "es", before: [] };
    const person = {
      ...rank,
      question: { es: "¿?" },
      form: { ...rank.form, lines, headline: "person" },
    };
    expect(faultsOf(person)).toEqual([]);
    expect(faultsOf({ ...person, shared: true })).toEqual(["rank.fault.shared"]);
  });
});

describe("editing an activity", () => {
  it("sends nothing when nothing changed", () => {
    expect(editArgs(planOf(poll), poll)).toBeNull();
  });

  it("sends only what changed", () => {
    const draft = planOf(poll);
    expect(editArgs({ ...draft, minutes: 5 }, poll)).toEqual({ activity: "practice", minutes: 5 });
    expect(editArgs({ ...draft, minutes: null }, poll)).toEqual({
      activity: "practice",
      minutes: 0,
    });
    const reworded = { ...draft, question: { es: "¿Té o café?" } };
    expect(editArgs(reworded, poll)).toEqual({
      activity: "practice",
      setup: { question: { es: "¿Té o café?" }, answer: "multiple", options: poll.setup.options },
    });
  });

  it("leaves the question alone once a round was opened", () => {
    const open = { ...poll, phase: "open", round: 1 };
    const draft = { ...planOf(open), question: { es: "Otra" }, title: { es: "Ensayo" } };
    expect(editArgs(draft, open)).toEqual({ activity: "practice", title: { es: "Ensayo" } });
  });

  it("gives an emptied title the beginning of the question", () => {
    const question = {
      es: "¿Qué desafíos, prácticas y propuestas sobre acceso al procedimiento y prevención del rezago deja esta mesa?",
    };
    const args = editArgs({ ...planOf(poll), title: {}, question }, poll);
    expect(args?.title?.es).toBe(shortened(question.es));
    expect(args?.title?.es?.length).toBeLessThanOrEqual(91);
    expect(args?.title?.es).toMatch(/\p{L}…$/u);
  });
});
