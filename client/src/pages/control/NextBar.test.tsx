import { render } from "preact";
import { act as settle } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "../../i18n/common";
import "./words";
import * as connection from "../../connection";
import { status } from "../../connection";
import { replaceAll } from "../../state";
import { Ask, asked } from "./Ask";
import { refusal } from "./act";
import { editing } from "./look";
import { NextBar, REST_MS } from "./NextBar";
import { Notice } from "./Notice";

const step = (command: string, args: object, pending = false) => ({
  command,
  args,
  title: { es: "Sondeo" },
  pending,
});

function tell(next: object | null, more: object = {}): void {
  settle(() =>
    replaceAll(["e", 1], {
      next,
      now: {
        session: "s",
        activity: "a",
        phase: "open",
        ends_at: null,
        next: null,
        stage: { show: "auto" },
      },
      programme: { sessions: [], delegations: {} },
      ...more,
    }),
  );
}

const secret = {
  "activity/a": { id: "a", secrecy: "secret", pads: false },
  "turnout/a": { delegations_voted: 14, delegations: 17 },
};
const close = step("close_activity", { activity: "a", round: 1 });

let root: HTMLElement;
let sent: [string, object][];
let answer: connection.Reply;

function space(target: Element = document.body): void {
  settle(() => {
    target.dispatchEvent(
      new KeyboardEvent("keydown", { key: " ", bubbles: true, cancelable: true }),
    );
  });
}

const button = () => root.querySelector<HTMLButtonElement>(".step-button") as HTMLButtonElement;
const rest = () => settle(() => void vi.advanceTimersByTime(REST_MS + 1));

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  answer = { verdict: "recorded" };
  vi.spyOn(connection, "command").mockImplementation((name, args) => {
    sent.push([name, args]);
    return Promise.resolve(answer);
  });
  status.value = "online";
  asked.value = null;
  refusal.value = null;
  root = document.createElement("div");
  document.body.append(root);
  settle(() =>
    render(
      <>
        <NextBar />
        <Notice />
        <Ask />
      </>,
      root,
    ),
  );
});

afterEach(() => {
  settle(() => render(null, root));
  root.remove();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("the one big button", () => {
  it("gives the next step, by hand and by space bar", () => {
    tell(step("open_activity", { activity: "a" }));
    rest();
    expect(button().textContent).toBe("Abrir: Sondeo");
    settle(() => button().click());
    expect(sent).toEqual([["open_activity", { activity: "a" }]]);
  });

  it("listens to the space bar, but not while somebody types", () => {
    tell(step("open_activity", { activity: "a" }));
    rest();
    const field = document.createElement("textarea");
    root.append(field);
    space(field);
    editing.value = { form: "session", session: "s" };
    space();
    editing.value = null;
    expect(sent).toEqual([]);
    space();
    expect(sent).toHaveLength(1);
  });

  it("rests after the step has changed, so that a second press does not take the one after it", () => {
    tell(step("reveal_outcome", { activity: "b", round: 1 }));
    rest();
    tell(step("open_activity", { activity: "c" }));
    space();
    settle(() => button().click());
    expect(sent).toEqual([]);
    rest();
    space();
    expect(sent).toEqual([["open_activity", { activity: "c" }]]);
  });

  it("asks before a secret round is sealed, and not before notes are closed", async () => {
    tell(close, secret);
    rest();
    expect(button().textContent).toBe("Cerrar y sellar: Sondeo");
    space();
    expect(sent).toEqual([]);
    expect(root.querySelector("dialog")?.textContent).toContain("14 de 17 delegaciones");
    settle(() => root.querySelector<HTMLFormElement>("dialog form")?.requestSubmit());
    expect(sent).toEqual([["close_activity", { activity: "a", round: 1 }]]);
    await settle(() => Promise.resolve());
    tell(close, { "activity/a": { id: "a", secrecy: "secret", pads: true } });
    rest();
    space();
    expect(asked.value).toBeNull();
    expect(sent).toHaveLength(2);
  });

  it.each([
    [0, 0, false],
    [1, 0, true],
    [2, 0, true],
    [2, 1, false],
    [3, 0, false],
  ])(
    "warns where %i delegations and %i envelopes would tell who voted what",
    (voted, papers, warns) => {
      tell(close, {
        ...secret,
        "turnout/a": { delegations_voted: voted, delegations: 17 },
        "paper/a": {
          seats: Object.fromEntries([..."xyz"].slice(0, papers).map((s) => [s, "paper"])),
        },
      });
      rest();
      space();
      const dialog = root.querySelector("dialog")?.textContent ?? "";
      expect(dialog.includes("tan pocas delegaciones")).toBe(warns);
    },
  );

  it("stops asking once a colleague has done it", async () => {
    tell(close, secret);
    rest();
    space();
    expect(root.querySelector("dialog")).not.toBeNull();
    tell(step("reveal_outcome", { activity: "a", round: 1 }, true), secret);
    await Promise.resolve();
    expect(root.querySelector("dialog")).toBeNull();
    expect(sent).toEqual([]);
  });

  it("waits in words while the round is counted", () => {
    tell(step("reveal_outcome", { activity: "a", round: 1 }, true));
    rest();
    space();
    expect(button().textContent).toBe("Contando");
    expect(button().getAttribute("aria-disabled")).toBe("true");
    expect(sent).toEqual([]);
  });

  it("closes the meeting only for a typed word", () => {
    tell(step("close_meeting", {}));
    rest();
    space();
    const confirm = root.querySelector<HTMLButtonElement>("dialog [type=submit]");
    expect(confirm?.disabled).toBe(true);
    const input = root.querySelector<HTMLInputElement>("dialog input") as HTMLInputElement;
    settle(() => {
      input.value = "cerrar";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    settle(() => root.querySelector<HTMLFormElement>("dialog form")?.requestSubmit());
    expect(sent).toEqual([["close_meeting", {}]]);
  });

  it("does nothing without a connection, and says so", () => {
    tell(step("open_activity", { activity: "a" }));
    rest();
    settle(() => {
      status.value = "offline";
    });
    space();
    expect(sent).toEqual([]);
    expect(root.textContent).toContain("Sin conexión");
  });

  it("says how things stand when a colleague was faster", async () => {
    answer = { verdict: "refused", code: "wrong_round" };
    const plan = { id: "a", title: { es: "Sondeo" }, phase: "open", round: 2, skipped: false };
    const plans = { "plan/s": { id: "s", phase: "running", skipped: false, activities: [plan] } };
    tell(step("reveal_outcome", { activity: "a", round: 1 }), plans);
    rest();
    await settle(async () => {
      space();
      await Promise.resolve();
    });
    expect(root.querySelector(".notice")?.textContent).toContain(
      "Entretanto cambió la ronda. Ahora «Sondeo»: Abierta, ronda 2.",
    );
  });
});
