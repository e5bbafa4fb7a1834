import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, it } from "vitest";
import { lang } from "../../i18n";
import type { ActivityValue } from "../../wire";
import { type PanelShape, type Placed, sentences } from "./Panel";
import { PrioritiseResult } from "./Result";
import { readiness } from "./readiness";

const row = (id: string, place: [number, number]) => ({
  id,
  label: { es: `Opción ${id}` },
  text: { es: `Opción ${id}` },
  place,
  score: "7",
  share: 500,
  other_place: place,
});
const rows = [row("A", [1, 1]), row("B", [2, 2]), row("C", [3, 4]), row("D", [3, 4])];
const places = Object.fromEntries(rows.map(({ id, place }) => [id, place]));
const panel: PanelShape = {
  counts: [
    { name: "borda", places },
    { name: "first_places", places: { ...places, B: [4, 4] } },
  ],
  moved: ["B"],
  removals: { changed: 4, cases: 17 },
  ranges: { A: [1, 2], B: [1, 2], C: [3, 4], D: [3, 4] },
  bands: [
    { name: "high", options: ["A", "B"] },
    { name: "medium", options: ["C", "D"] },
  ],
  agreement: "high",
  cut: 3,
  list: { asked: 3, shown: 4, why: "tie" },
};

function drawn(result: Record<string, unknown>, size: "phone" | "screen"): HTMLElement {
  const root = document.body.appendChild(document.createElement("div"));
  const outcome = { result } as never;
  act(() =>
    render(<PrioritiseResult outcome={outcome} activity={{} as ActivityValue} size={size} />, root),
  );
  return root;
}

const old = { method: "rank", headline: "delegation", rows, of: 5, ties_at_cut: true };

beforeEach(() => {
  lang.value = "es";
  document.body.replaceChildren();
});

describe("how firm an order is", () => {
  it("is said in plain sentences", () => {
    expect(sentences(panel, rows)).toEqual([
      "La posición 3–4 es compartida: 2 opciones obtuvieron lo mismo y nadie las desempata.",
      "Se pedían 3; la lista tiene 4, porque hay un empate en el corte.",
      "Se volvió a contar 17 veces, cada vez sin una delegación: en 4 cambia alguna de las 3 primeras.",
      "Si los mismos votos se cuentan de otra manera, cambia de posición: Opción B (por orden 2, contando solo los primeros lugares 4).",
      "Entre prioridad alta, media y menor se corta solo donde el orden es firme; por eso puede faltar alguna.",
      "El acuerdo es alto: las respuestas se parecen mucho.",
    ]);
  });

  it("names six that move, and how many more do", () => {
    const long = Array.from({ length: 9 }, (_, index) => row(`O${index}`, [index + 1, index + 1]));
    const all = long.map(({ id }) => id);
    const said = sentences({ ...panel, moved: all }, long);
    const words = said.find((one) => one.startsWith("Si los mismos votos")) ?? "";
    expect(words).toContain("Opción O5 (");
    expect(words).not.toContain("Opción O6");
    expect(words).toMatch(/; y 3 más\.$/);
  });

  it("says nothing of what was not found out", () => {
    const { removals: _, ...rest } = panel;
    const bare = {
      ...rest,
      counts: [],
      ranges: {},
      bands: [],
      agreement: null,
      list: { asked: 0, shown: 0, why: null },
    };
    const apart: Placed[] = rows.slice(0, 2);
    expect(sentences(bare, apart)).toEqual([]);
  });

  it("is said on the wall too: what the room objects, in three sentences", () => {
    const root = drawn({ ...old, panel }, "screen");
    expect(root.querySelector(".stage-firm")?.textContent).toBe(
      "Qué tan firme es el orden. Se volvió a contar 17 veces, cada vez sin una delegación: en 4 cambia alguna de las 3 primeras. Si los mismos votos se cuentan de otras maneras, 1 de 4 opciones cambia dos posiciones o más. El acuerdo es alto: las respuestas se parecen mucho.",
    );
    expect(drawn({ ...old, panel }, "phone").querySelector(".stage-firm")).toBeNull();
  });

  it("gives the places of the other count beside, or says that they are the same", () => {
    const other = rows.map((one, index) => (index === 1 ? { ...one, other_place: [3, 4] } : one));
    for (const size of ["phone", "screen"] as const) {
      expect(drawn({ ...old, panel }, size).textContent).toContain("Por persona sale lo mismo.");
      const root = drawn({ ...old, panel, rows: other }, size);
      expect(root.textContent).not.toContain("sale lo mismo");
      expect(root.textContent?.match(/ por persona: 3–4/g)).toHaveLength(1);
      const alone = rows.map(({ other_place: _, ...one }) => one);
      expect(drawn({ ...old, panel, rows: alone }, size).textContent).not.toMatch(/por persona/i);
    }
  });

  it("gives bands a shade and a word, on phone and screen", () => {
    for (const size of ["phone", "screen"] as const) {
      const root = drawn({ ...old, panel }, size);
      const dot = size === "screen" ? " ·" : "";
      expect([...root.querySelectorAll("[data-tint]")].map((li) => li.textContent)).toEqual(
        rows.map(({ id }) =>
          id === "C"
            ? expect.stringMatching(
                new RegExp(`Opción C${dot} empate: comparten los puestos 3 y 4${dot} prioridad`),
              )
            : expect.stringContaining(`Opción ${id}${dot} prioridad`),
        ),
      );
      expect(root.querySelector("details") !== null).toBe(size === "phone");
    }
  });

  it("is left out of outcomes that were counted before it was known", () => {
    for (const size of ["phone", "screen"] as const) {
      const root = drawn(old, size);
      expect(root.querySelectorAll(".bars li")).toHaveLength(4);
      expect(root.querySelector("details, [data-tint]")).toBeNull();
      expect(root.textContent).toContain("Hay empate en el corte");
    }
  });
});

describe("a shared place", () => {
  it("is explained once, beside the first that has it", () => {
    const level = [row("A", [1, 1]), ...["B", "C", "D"].map((id) => row(id, [2, 4]))];
    for (const size of ["phone", "screen"] as const) {
      const said = drawn({ ...old, rows: level }, size).textContent ?? "";
      expect(said.match(/empate: comparten los puestos 2 a 4/g)).toHaveLength(1);
      expect(said.indexOf("empate:")).toBeGreaterThan(said.indexOf("Opción B"));
      expect(said.indexOf("empate:")).toBeLessThan(said.indexOf("Opción C"));
    }
  });
});

describe("one ballot a delegation", () => {
  it("has no other count to tell beside the order", () => {
    const alone = rows.map(({ other_place: _, ...rest }) => rest);
    const root = drawn({ ...old, rows: alone }, "phone");
    expect(root.querySelectorAll(".bars li")).toHaveLength(4);
    expect(root.textContent).not.toMatch(/por persona/i);
  });
});

describe("points and approvals", () => {
  const options = ["A", "B", "C"].map((id) => ({ id, text: { es: id } }));
  const points = { method: "points", dots: 100, options };
  const approval = { method: "approval", top: 2, options };

  it("are ready when the sum is exact", () => {
    expect(readiness(points, undefined)).toEqual({
      ready: false,
      hint: "Reparta los 100 puntos que quedan",
    });
    expect(readiness(points, { points: { A: 60, B: 30 } }).ready).toBe(false);
    expect(readiness(points, { points: { A: 60, B: 40 } }).ready).toBe(true);
  });

  it("are ready with one mark", () => {
    expect(readiness(approval, { approved: [] }).ready).toBe(false);
    expect(readiness(approval, { approved: ["Z"] }).ready).toBe(false);
    expect(readiness(approval, { approved: ["A"] })).toEqual({
      ready: true,
      hint: "Puede marcar 1 más o enviar ya",
    });
    expect(readiness(approval, { approved: ["A", "B"] }).ready).toBe(true);
    expect(readiness(approval, { abstain: true }).ready).toBe(true);
  });
});
