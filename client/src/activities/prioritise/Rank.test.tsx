import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, it } from "vitest";
import { lang } from "../../i18n";
import type { ActivityValue } from "../../wire";
import type { Ballot } from "../kind";
import { shuffled } from "../order";
import { PrioritiseVote } from "./Vote";

const options = ["A", "B", "C", "D"].map((id) => ({ id, text: { es: `Opción ${id}` } }));
const setup = { question: { es: "¿Qué primero?" }, method: "rank", top: 2, options };
const activity = { id: "rank", setup } as unknown as ActivityValue;

let root: HTMLElement;
let draft: Ballot | undefined;

function draw(): void {
  act(() =>
    render(
      <PrioritiseVote
        activity={activity}
        draft={draft}
        seed="peru-1.rank"
        onDraft={(next) => {
          draft = next;
        }}
      />,
      root,
    ),
  );
}

function press(label: string): void {
  const all = [...root.querySelectorAll<HTMLElement>("button, label")];
  const found = all.find((one) => (one.getAttribute("aria-label") ?? one.textContent) === label);
  if (!found) throw new Error(`nothing says ${label}`);
  found.click();
  draw();
}

const tray = () => [...root.querySelectorAll(".tray li .grow")].map((one) => one.textContent);
const rest = () => [...root.querySelectorAll(".rank .row .grow")].map((one) => one.textContent);

beforeEach(() => {
  lang.value = "es";
  draft = undefined;
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement("div"));
  draw();
});

describe("ranking by taps", () => {
  it("takes options in the order in which they are tapped", () => {
    press("Opción C");
    press("Opción A");
    expect(draft).toEqual({ ranking: ["C", "A"] });
    expect(tray()).toEqual(["Opción C", "Opción A"]);
  });

  it("leaves the rest in the order of this seat", () => {
    const before = shuffled(options, "peru-1.rank").map((option) => option.text.es);
    expect(rest()).toEqual(before);
    press("Opción B");
    expect(rest()).toEqual(before.filter((text) => text !== "Opción B"));
    press("Quitar: Opción B");
    expect(rest()).toEqual(before);
  });

  it("takes no more than are asked for", () => {
    press("Opción C");
    press("Opción A");
    press("Opción B");
    expect(draft).toEqual({ ranking: ["C", "A"] });
  });

  it("moves up and down, and the focus with the option", () => {
    press("Opción C");
    press("Opción A");
    press("Subir: Opción A");
    expect(draft).toEqual({ ranking: ["A", "C"] });
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Bajar: Opción A");
    press("Bajar: Opción A");
    expect(draft).toEqual({ ranking: ["C", "A"] });
  });

  it("gives way to an abstention, and back", () => {
    press("Opción C");
    root.querySelectorAll<HTMLInputElement>(".apart input")[1]?.click();
    draw();
    expect(draft).toEqual({ abstain: true });
    expect(tray()).toEqual([]);
    press("Opción D");
    expect(draft).toEqual({ ranking: ["D"] });
  });
});
