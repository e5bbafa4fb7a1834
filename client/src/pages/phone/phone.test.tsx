import "../../i18n/common";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { apply, replaceAll } from "../../state";
import { place, unsent } from "./follow";

const sent: { name: string; args: Record<string, unknown>; answer: (reply: object) => void }[] = [];

vi.mock("../../connection", async () => {
  const { signal } = await import("@preact/signals");
  return {
    status: signal("online"),
    answerer: signal("nobody"),
    ended: signal(undefined),
    withdraw: () => undefined,
    command: (name: string, args: Record<string, unknown>) =>
      new Promise((answer) => {
        sent.push({ name, args, answer });
      }),
  };
});

const { status } = await import("../../connection");
const { default: Phone } = await import(".");

const text = (es: string) => ({ es });
const line = (id: string, phase = "open") => ({
  id,
  code: "S-1",
  kind: "poll",
  title: text(id),
  phase,
});
const poll = (id: string, change: object = {}) => ({
  id,
  code: "S-1",
  session: "s",
  kind: "poll",
  title: text(`Título ${id}`),
  phase: "open",
  round: 1,
  setup: {
    question: text(`¿Pregunta ${id}?`),
    answer: "single",
    options: [
      { id: "yes", text: text("Sí") },
      { id: "no", text: text("No") },
    ],
  },
  secrecy: "secret",
  voters: "delegates",
  regime: "chatham_house",
  pads: false,
  method: [],
  opened_at: 0,
  ends_at: null,
  closed_at: null,
  sealed: false,
  ...change,
});
const session = (change: object = {}) => ({
  id: "s",
  title: text("Bloque 1"),
  about: null,
  questions: [],
  starts_at: Date.UTC(2025, 8, 24, 15),
  minutes: 15,
  format: "plenary",
  regime: "chatham_house",
  phase: "running",
  started_at: Date.UTC(2025, 8, 24, 15, 5),
  activities: [],
  ...change,
});
const now = (activity: string | null, change: object = {}) => ({
  session: "s",
  activity,
  phase: activity && "open",
  round: activity && 1,
  next: null,
  ...change,
});
const meeting = (change: object = {}) => ({
  id: "m",
  title: text("Reunión"),
  zone: "America/Panama",
  rehearsal: false,
  closed_at: null,
  message: null,
  ...change,
});
const mine = { round: 1, voter: true, recorded: false, counted: false };

let root: HTMLElement;
const seen = () => root.textContent ?? "";
const button = (name: string) =>
  [...root.querySelectorAll("button")].find((one) => one.textContent === name);
const choose = (nth: number) =>
  act(() => root.querySelectorAll<HTMLInputElement>(".row input")[nth]?.click());
/** The page follows the moderator with the next frame. */
const sees = (words: string) => vi.waitFor(() => expect(seen()).toContain(words));
const told = (keys: object) =>
  act(() => {
    apply(["e", 2], keys as Record<string, unknown>, []);
  });

function open(keys: object): void {
  act(() => {
    render(null, root);
    replaceAll(["e", 1], {
      meeting: meeting(),
      seat: { id: "peru-1", delegation: "peru", name: text("Perú"), head: false, role: "delegate" },
      programme: { sessions: [session()], delegations: {} },
      now: now("a"),
      "activity/a": poll("a"),
      "mine/a": mine,
      ...keys,
    });
    render(<Phone />, root);
  });
}

beforeEach(() => {
  sent.length = 0;
  localStorage.clear();
  status.value = "online";
  place.value = { shown: undefined, waiting: undefined, step: "" };
  unsent.value = undefined;
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement("div"));
  vi.stubGlobal("scrollTo", () => undefined);
});

afterEach(() => act(() => render(null, root)));

/** Each test has its own activity: ballots are kept as long as the page lives. */
let count = 0;
function fresh(change: object = {}): string {
  const id = `a${++count}`;
  open({ now: now(id), [`activity/${id}`]: poll(id, change), [`mine/${id}`]: mine });
  return id;
}

describe("voting", () => {
  it("sends one ballot, and says kept, received and counted", async () => {
    const id = fresh();
    expect(button("Enviar")?.disabled).toBe(true);
    choose(0);
    act(() => button("Enviar")?.click());
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ name: "cast_ballot", args: { activity: id, round: 1 } });
    expect(seen()).toContain("Guardado en este teléfono");
    await act(async () => sent[0]?.answer({ verdict: "recorded" }));
    expect(seen()).toContain("Recibido");
    told({
      [`activity/${id}`]: poll(id, { phase: "closed", sealed: true }),
      [`mine/${id}`]: { ...mine, recorded: true, counted: true },
    });
    expect(seen()).toContain("Su voto está contado");
  });

  it("says why a ballot was refused and lets it be sent again", async () => {
    fresh();
    choose(0);
    act(() => button("Enviar")?.click());
    await act(async () => sent[0]?.answer({ verdict: "refused", code: "invalid_ballot" }));
    expect(seen()).toContain("no se ajusta a la pregunta");
    act(() => button("Enviar")?.click());
    expect(sent).toHaveLength(2);
  });

  it("may be changed until the round is closed", async () => {
    fresh();
    choose(0);
    act(() => button("Enviar")?.click());
    await act(async () => sent[0]?.answer({ verdict: "recorded" }));
    choose(1);
    act(() => button("Cambiar mi respuesta")?.click());
    expect(sent[1]?.args.ballot).not.toEqual(sent[0]?.args.ballot);
  });

  it("keeps what was chosen and not sent over a reload", () => {
    const id = fresh();
    choose(1);
    place.value = { shown: undefined, waiting: undefined, step: "" };
    open({ now: now(id), [`activity/${id}`]: poll(id), [`mine/${id}`]: mine });
    expect(root.querySelectorAll<HTMLInputElement>(".row input")[1]?.checked).toBe(true);
    expect(button("Enviar")?.disabled).toBe(false);
  });

  it("goes again with the same ids when the server starts over", async () => {
    const id = fresh();
    choose(0);
    act(() => button("Enviar")?.click());
    await act(async () => sent[0]?.answer({ verdict: "recorded" }));
    act(() =>
      replaceAll(["another", 1], {
        meeting: meeting(),
        seat: { id: "peru-1", name: text("Perú") },
        programme: { sessions: [session()], delegations: {} },
        now: now(id),
        [`activity/${id}`]: poll(id),
        [`mine/${id}`]: mine,
      }),
    );
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.args).toEqual(sent[0]?.args);
  });

  it("starts empty in another round", () => {
    const id = fresh();
    choose(1);
    told({ [`activity/${id}`]: poll(id, { round: 2 }), now: now(id, { round: 2 }) });
    expect(root.querySelector("input:checked")).toBeNull();
  });

  it("tells who votes where this seat does not", () => {
    const id = fresh();
    told({ [`mine/${id}`]: { ...mine, voter: false } });
    expect(seen()).toContain("Este puesto no vota");
    expect(button("Enviar")).toBeUndefined();
  });

  it("says that what is only practised with does not count", () => {
    const id = fresh();
    expect(seen()).not.toContain("Práctica");
    told({ [`activity/${id}`]: poll(id, { trial: true }) });
    expect(seen()).toContain("Práctica: no cuenta");
  });

  it("says exactly what secret means", () => {
    fresh();
    expect(seen()).toContain(
      "Quien administra el servidor podría verlo mientras la ronda está abierta",
    );
  });
});

describe("following the moderator", () => {
  const next = (b: string) => ({ now: now(b), [`activity/${b}`]: poll(b), [`mine/${b}`]: mine });

  it("goes along when nothing is being made", async () => {
    fresh();
    told(next("b1"));
    await sees("¿Pregunta b1?");
  });

  it("stays with an answer that was begun, and shows the way", async () => {
    const id = fresh();
    choose(0);
    told(next("b2"));
    await sees("La moderación pasó a «Título b2»");
    expect(seen()).toContain(`¿Pregunta ${id}?`);
    act(() => button("Ir")?.click());
    expect(seen()).toContain("¿Pregunta b2?");
  });

  it("gives the heading the focus when something new appears", async () => {
    fresh();
    told(next("b3"));
    await sees("¿Pregunta b3?");
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe("¿Pregunta b3?"));
  });

  it("offers the way back to what is still open", async () => {
    const id = fresh();
    told({
      ...next("b4"),
      programme: { sessions: [session({ activities: [line(id), line("b4")] })], delegations: {} },
    });
    await sees("¿Pregunta b4?");
    act(() => button(id)?.click());
    expect(seen()).toContain(`¿Pregunta ${id}?`);
  });
});

describe("between activities", () => {
  it("tells when a pause ends, as a clock in the meeting's zone", () => {
    const pause = session({ format: "pause", title: text("Café") });
    open({ now: now(null), programme: { sessions: [pause], delegations: {} } });
    expect(seen()).toContain("Volvemos a las 10:20");
  });

  it("tells what comes next and when", () => {
    const later = session({
      id: "t",
      title: text("Bloque 2"),
      phase: "planned",
      started_at: null,
      starts_at: Date.UTC(2025, 8, 24, 16, 45),
    });
    open({
      now: now(null, { next: "t" }),
      programme: { sessions: [session(), later], delegations: {} },
    });
    expect(seen()).toContain("Después: Bloque 2, 11:45");
  });
});

describe("trouble and messages", () => {
  it("has one live region, and one line when the connection is gone", () => {
    fresh();
    expect(root.querySelectorAll("[aria-live], [role=status]")).toHaveLength(1);
    expect(root.querySelector(".head .banner")).toBeNull();
    act(() => {
      status.value = "offline";
    });
    expect(root.querySelector(".head .banner")?.textContent).toContain("Sin conexión");
  });

  it("says so aloud when the connection is back, and only then", async () => {
    fresh();
    const aloud = () => root.querySelector("[aria-live]")?.textContent ?? "";
    const back = "De nuevo con conexión";
    expect(aloud()).not.toContain(back);
    for (const now of ["offline", "online"] as const)
      await act(async () => {
        status.value = now;
      });
    expect(root.querySelector(".head .banner")).toBeNull();
    // One sentence in three seconds, after what was being said.
    await vi.waitFor(() => expect(aloud()).toContain(back), { timeout: 8000 });
  }, 10_000);

  it("shows the desk's message as text", () => {
    open({ meeting: meeting({ message: text("<b>Almuerzo</b> a las 13:00") }) });
    expect(root.querySelector(".message")?.textContent).toBe("<b>Almuerzo</b> a las 13:00");
    expect(root.querySelector(".message b")).toBeNull();
  });

  it("ends with the meeting", () => {
    fresh();
    told({ meeting: meeting({ closed_at: 1 }) });
    expect(seen()).toContain("La reunión ha terminado");
    expect(button("Enviar")).toBeUndefined();
  });

  it("marks a rehearsal", () => {
    open({ meeting: meeting({ rehearsal: true }) });
    expect(seen()).toContain("Ensayo");
  });
});
