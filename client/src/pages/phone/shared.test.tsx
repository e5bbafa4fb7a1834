import "../../i18n/common";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keptDraft, offerAgain, ownBallot, resume } from "../../ballots";
import { apply, replaceAll } from "../../state";
import type { ActivityValue } from "../../wire";
import { unsent } from "./follow";
import { Vote } from "./Vote";
import "./words";

const sent: { args: Record<string, unknown>; answer: (reply: object) => void }[] = [];

vi.mock("../../connection", async () => {
  const { signal } = await import("@preact/signals");
  return {
    status: signal("online"),
    withdraw: () => undefined,
    command: (_: string, args: Record<string, unknown>) =>
      new Promise((answer) => {
        sent.push({ args, answer });
      }),
  };
});

const activity = (id: string, change: object = {}) =>
  ({
    id,
    kind: "poll",
    phase: "open",
    round: 1,
    setup: {
      question: { es: "¿Sí?" },
      answer: "single",
      unit: "delegation",
      options: [
        { id: "yes", text: { es: "Sí" } },
        { id: "no", text: { es: "No" } },
      ],
    },
    secrecy: "secret",
    voters: "delegates",
    method: [],
    ends_at: null,
    sealed: false,
    ...change,
  }) as unknown as ActivityValue;
const mine = { round: 1, voter: true, recorded: false, counted: false, apart: null };

let root: HTMLElement;
let count = 0;
let id = "";
const seen = () => root.textContent ?? "";
const sees = (words: string) => vi.waitFor(() => expect(seen()).toContain(words));
const chosen = () =>
  [...root.querySelectorAll<HTMLInputElement>("input:checked")].map(
    (input) => input.parentElement?.textContent,
  );
const choose = (option: string) =>
  act(() =>
    [...root.querySelectorAll<HTMLLabelElement>("label.row")]
      .find((label) => label.textContent === option)
      ?.querySelector("input")
      ?.click(),
  );
const press = (name: string) =>
  act(() => [...root.querySelectorAll("button")].find((one) => one.textContent === name)?.click());
const together = (choice: string) =>
  act(() => apply(["e", 2], { [`shared/${id}`]: { round: 1, ballot: { choices: [choice] } } }, []));

function open(change: object = {}): void {
  id = `s${++count}`;
  replaceAll(["e", 1], { seat: { id: "peru-1" }, [`mine/${id}`]: mine });
  act(() => render(<Vote activity={activity(id, change)} />, root));
}

beforeEach(() => {
  sent.length = 0;
  localStorage.clear();
  resume("m", "peru-1");
  unsent.value = undefined;
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement("div"));
});

afterEach(() => act(() => render(null, root)));

describe("one ballot a delegation", () => {
  it("is shown as it stands, whoever cast it", async () => {
    open();
    await sees("Su delegación todavía no tiene papeleta");
    together("no");
    await sees("Esta es la papeleta que su delegación tiene ahora");
    expect(chosen()).toEqual(["No"]);
    together("yes");
    expect(chosen()).toEqual(["Sí"]);
  });

  it("says what was sent here until the server shows it, and then what it shows", async () => {
    open();
    together("no");
    choose("Sí");
    press("Enviar");
    await act(async () => sent[0]?.answer({ verdict: "recorded" }));
    expect(chosen()).toEqual(["Sí"]);
    together("yes");
    expect(chosen()).toEqual(["Sí"]);
    together("no");
    expect(chosen()).toEqual(["No"]);
  });

  it("is not offered again by a phone whose ballot was replaced", async () => {
    open();
    choose("Sí");
    press("Enviar");
    await act(async () => sent[0]?.answer({ verdict: "recorded" }));
    together("yes");
    expect(ownBallot(id, 1)?.ballot).toEqual({ choices: ["yes"] });
    together("no");
    await vi.waitFor(() => expect(ownBallot(id, 1)?.ballot).toBeUndefined());
    offerAgain([{ id, round: 1, secrecy: "secret", sealed: false }]);
    expect(sent).toHaveLength(1);
  });

  it("does not take away what is being prepared, and says that it changed", async () => {
    open();
    together("no");
    choose("Sí");
    await sees("Está preparando un cambio");
    together("yes");
    await sees("cambió mientras usted preparaba esta");
    expect(chosen()).toEqual(["Sí"]);
    together("no");
    press("Ver la de la delegación");
    expect(chosen()).toEqual(["No"]);
    expect(keptDraft(id, 1)).toBeUndefined();
    expect(unsent.value).toBeUndefined();
  });
});

describe("a seat without a phone", () => {
  it.each([
    ["paper", "secret", "sobre sin nombre"],
    ["paper", "open", "Entregue su papeleta a quien facilita"],
    ["hands", "open", "usted vota a mano alzada"],
  ])(
    "%s in a vote that is %s cannot vote here, and what was begun is forgotten",
    async (apart, secrecy, words) => {
      open({ secrecy });
      choose("Sí");
      expect(unsent.value).toBe(id);
      act(() => apply(["e", 2], { [`mine/${id}`]: { ...mine, apart } }, []));
      await sees(words);
      expect(root.querySelector("form, input")).toBeNull();
      await vi.waitFor(() => expect(unsent.value).toBeUndefined());
      expect(keptDraft(id, 1)).toBeUndefined();
    },
  );
});
