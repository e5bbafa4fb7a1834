import { describe, expect, it } from "vitest";
import { kindOf } from "..";
import { faults, read, ready, write } from "./form";
import { countsText, height, type RateOutcome, spanText } from "./outcome";
import { crosses, lineEnd, overlap, placeLabels } from "./place";
import { rated, readiness } from "./readiness";

const text = (es: string) => ({ es });
const criterion = (id: string) => ({
  id,
  title: text(id),
  low_label: text("poco"),
  high_label: text("mucho"),
});
const setup = {
  options: ["A", "B"].map((id) => ({ id, text: text(id) })),
  criteria: [criterion("impacto"), criterion("factibilidad")],
  low: 1,
  high: 9,
};

it("is found by its folder", () => expect(kindOf("rate")?.Vote).toBeDefined());

describe("a rating being made", () => {
  it("counts the options that are done, and can be sent with one number", () => {
    expect(readiness(setup, undefined)).toEqual({ ready: false, hint: "0 de 2 valoradas" });
    const one = rated({}, "A", "impacto", 7);
    expect(readiness(setup, { ratings: one }).ready).toBe(true);
    expect(readiness(setup, { ratings: one }).hint).toContain("0 de 2 valoradas");
    const more = rated(one, "A", "factibilidad", null);
    expect(readiness(setup, { ratings: more }).hint).toContain("1 de 2 valoradas");
    const all = rated(rated(more, "B", "impacto", 1), "B", "factibilidad", 2);
    expect(readiness(setup, { ratings: all })).toEqual({ ready: true, hint: "Listo para enviar" });
  });

  it("cannot be sent where everything is skipped, but abstaining can", () => {
    const skipped = {
      A: { impacto: null, factibilidad: null },
      B: { impacto: null, factibilidad: null },
    };
    expect(readiness(setup, { ratings: skipped }).ready).toBe(false);
    expect(readiness(setup, { abstain: true }).ready).toBe(true);
  });
});

describe("an outcome in words", () => {
  it("writes a middle between two ratings with both", () => {
    expect([spanText([7, 7]), spanText([7, 8]), spanText([])]).toEqual(["7", "7–8", "–"]);
    expect(countsText(1, [0, 2, 0, 0, 1])).toBe("2: 2, 5: 1");
  });

  it("stands between the ends of the scale", () => {
    const median = (of: [number, number] | []) => ({ criterion: "c", median: of });
    const row = (of: [number, number] | []) => ({ ratings: [median(of)] }) as never;
    const outcome = { low: 1, high: 9 } as RateOutcome;
    expect(height(outcome, row([1, 1]), "c")).toBe(0);
    expect(height(outcome, row([5, 6]), "c")).toBe(0.5625);
    expect(height(outcome, row([]), "c")).toBeUndefined();
  });
});

describe("the labels of a quadrant", () => {
  const area = { x: 20, y: 0, width: 340, height: 340 };
  const heaps = {
    "all in one place": Array.from({ length: 8 }, () => ({ x: 190, y: 170 })),
    "all in a corner": Array.from({ length: 8 }, () => ({ x: 352, y: 8 })),
    "on a slope": Array.from({ length: 12 }, (_, i) => ({ x: 30 + i * 28, y: 330 - i * 28 })),
    "in a row": Array.from({ length: 8 }, (_, i) => ({ x: 40 + i * 12, y: 100 })),
  };
  for (const [name, points] of Object.entries(heaps)) {
    it(`touch neither each other nor a point where these lie ${name}`, () => {
      const placed = placeLabels(
        points,
        points.map(() => 190),
        17,
        5,
        area,
      );
      expect(placed.length).toBe(points.length);
      for (const [index, one] of placed.entries()) {
        expect(one.x).toBeGreaterThanOrEqual(area.x);
        expect(one.x + one.width).toBeLessThanOrEqual(area.x + area.width);
        for (const other of placed.slice(index + 1)) expect(overlap(one, other)).toBe(false);
        for (const { x, y } of points) {
          expect(overlap(one, { x: x - 5, y: y - 5, width: 10, height: 10 })).toBe(false);
        }
      }
    });
  }

  it("are struck by no line where there is another place", () => {
    // A wall as it was seen: impact and feasibility of seven challenges, two of them in one place.
    const wall = { x: 4.8, y: 0, width: 155.2, height: 51.2 };
    const medians = [
      [8, 9],
      [5, 9],
      [8, 8],
      [7, 8],
      [7, 8],
      [6, 7],
      [5, 5],
    ] as const;
    const points = medians.map(([x, y]) => ({
      x: wall.x + 2.75 + ((x - 1) / 8) * (wall.width - 5.5),
      y: 2.75 + (1 - (y - 1) / 8) * (wall.height - 5.5),
    }));
    const widths = [29, 31, 31, 34, 33, 33, 22].map((letters) => letters * 3.2 * 0.56);
    const placed = placeLabels(points, widths, 4, 1.1, wall);
    expect(placed.some(({ apart }) => apart)).toBe(true);
    expect(placed.length).toBe(points.length);
    for (const line of placed.filter(({ apart }) => apart)) {
      const point = points[line.index] as { x: number; y: number };
      for (const other of placed.filter(({ index }) => index !== line.index)) {
        expect(crosses(point, lineEnd(line, point), other)).toBe(false);
      }
    }
  });

  it("know what a line goes through", () => {
    const box = { x: 10, y: 10, width: 20, height: 10 };
    expect(crosses({ x: 0, y: 15 }, { x: 40, y: 15 }, box)).toBe(true);
    expect(crosses({ x: 15, y: 0 }, { x: 15, y: 30 }, box)).toBe(true);
    expect(crosses({ x: 0, y: 0 }, { x: 8, y: 40 }, box)).toBe(false);
    expect(crosses({ x: 0, y: 15 }, { x: 9, y: 15 }, box)).toBe(false);
  });

  it("stand beside their points where there is room", () => {
    const placed = placeLabels(
      [
        { x: 60, y: 60 },
        { x: 60, y: 200 },
      ],
      [100, 100],
      17,
      5,
      area,
    );
    expect(placed.map(({ apart }) => apart)).toEqual([false, false]);
  });
});

describe("the form of a rating", () => {
  it("gives back the setup it was given", () => {
    const whole = {
      ...setup,
      rule: { at_least: 75, from: 7, below: 15, to: 3 },
      quadrant: ["factibilidad", "impacto"],
    };
    expect(write(read(whole))).toEqual(whole);
    expect(write(read(setup))).toEqual(setup);
    expect(faults(read(whole))).toEqual([]);
  });

  it("says what is missing", () => {
    for (const { form } of ready()) expect(faults(form)).toEqual(["rate.fault.items"]);
    const form = read({ ...setup, rule: { at_least: 75, from: 3, below: 15, to: 3 } });
    expect(faults(form)).toEqual(["rate.fault.rule"]);
    const unnamed = { ...form, rule: null, criteria: [{ ...criterion("c"), title: {} }] };
    expect(faults(unnamed)).toEqual(["rate.fault.criteria"]);
  });

  it("draws a quadrant of two criteria only", () => {
    const form = { ...read(setup), quadrant: true };
    expect(write(form).quadrant).toEqual(["factibilidad", "impacto"]);
    expect(write({ ...form, criteria: [criterion("c")] }).quadrant).toBeUndefined();
  });
});
