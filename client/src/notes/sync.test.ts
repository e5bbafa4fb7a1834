import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import {
  message,
  QUERY_AWARENESS,
  REFUSED,
  Reader,
  SAVED,
  STEP_1,
  STEP_2,
  SYNC,
  UPDATE,
} from "./bytes";
import { Drafts } from "./drafts";
import { addEntry, allEntries, underHeading } from "./entries";
import type { SocketLike } from "./socket";
import { PadSync } from "./sync";

/** The server's side, in memory: confirms in order, relays, refuses as told. */
class Room {
  doc = new Y.Doc();
  sockets = new Set<RoomSocket>();
  refuse: string | undefined;
  silent = false;
  reachable = true;
  received = 0;

  connect = (): SocketLike => new RoomSocket(this);

  texts(): string[] {
    return allEntries(this.doc).map((entry) => entry.text.toString());
  }

  down(code = 1006): void {
    this.reachable = false;
    for (const socket of this.sockets) socket.end(code);
  }
}

class RoomSocket implements SocketLike {
  binaryType = "";
  readyState = 0;
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  private saved = 0;
  private readonly room: Room;

  constructor(room: Room) {
    this.room = room;
    setTimeout(() => {
      if (!room.reachable) return this.end(1006);
      if (this.readyState === 3) return;
      this.readyState = 1;
      room.sockets.add(this);
      this.onopen?.(new Event("open"));
      this.say(message([SYNC, STEP_1], Y.encodeStateVector(room.doc)));
    }, 5);
  }

  send(data: Uint8Array): void {
    if (this.room.silent) return;
    const reader = new Reader(data.slice());
    const kind = reader.uint();
    if (kind === QUERY_AWARENESS) this.say(message([1], new Uint8Array([0])));
    if (kind !== SYNC) return;
    const step = reader.uint();
    const body = reader.bytes();
    if (step === STEP_1) {
      this.say(message([SYNC, STEP_2], Y.encodeStateAsUpdate(this.room.doc, body)));
      return;
    }
    this.take(body);
  }

  private take(update: Uint8Array): void {
    this.room.received = Math.max(this.room.received, update.length);
    const news = Y.encodeStateAsUpdate(this.room.doc);
    const trial = new Y.Doc();
    Y.applyUpdate(trial, news);
    Y.applyUpdate(trial, update);
    const brings = Y.encodeStateAsUpdate(trial).length !== news.length;
    if (this.room.refuse && brings) {
      const body = new TextEncoder().encode(JSON.stringify({ code: this.room.refuse }));
      this.say(message([REFUSED], body));
      return;
    }
    Y.applyUpdate(this.room.doc, update);
    this.saved += 1;
    this.say(message([SAVED, this.saved]));
    for (const other of this.room.sockets)
      if (other !== this) other.say(message([SYNC, UPDATE], update));
  }

  private say(data: Uint8Array): void {
    setTimeout(() => {
      if (this.readyState === 1) this.onmessage?.({ data: data.slice().buffer } as MessageEvent);
    }, 1);
  }

  end(code: number): void {
    this.readyState = 3;
    this.room.sockets.delete(this);
    this.onclose?.({ code } as CloseEvent);
  }

  close(): void {
    this.readyState = 3;
    this.room.sockets.delete(this);
  }
}

let room: Room;
let open: PadSync[];

function page(): PadSync {
  const sync = new PadSync(room.connect, new Drafts("m", "notas-1", "t1"));
  open.push(sync);
  sync.start();
  return sync;
}

/** The browser closes without a word: no `stop`, nothing in memory survives. */
function crash(sync: PadSync): void {
  dispatchEvent(new Event("pagehide"));
  const left = Object.entries({ ...localStorage });
  sync.stop();
  localStorage.clear();
  for (const [name, value] of left) localStorage.setItem(name, value);
  open = open.filter((other) => other !== sync);
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  room = new Room();
  open = [];
});

afterEach(() => {
  for (const sync of open) sync.stop();
  vi.useRealTimers();
});

const soon = () => vi.advanceTimersByTimeAsync(400);
const later = () => vi.advanceTimersByTimeAsync(20_000);

it("brings the room's text, and tells the room what is written here", async () => {
  addEntry(room.doc, "challenge", "del cuarto");
  const sync = page();
  await soon();
  expect(sync.link.value).toBe("online");
  expect(allEntries(sync.doc.value).map((entry) => entry.text.toString())).toEqual(["del cuarto"]);
  addEntry(sync.doc.value, "challenge", "de aquí");
  await soon();
  expect(room.texts()).toEqual(["del cuarto", "de aquí"]);
  expect(sync.place.value).toBe("room");
  expect(localStorage.length).toBe(0);
});

it("lets two pages write at once", async () => {
  const [one, two] = [page(), page()];
  await soon();
  addEntry(one.doc.value, "challenge", "uno");
  addEntry(two.doc.value, "challenge", "dos");
  await soon();
  const seen = [one, two].map((sync) => Y.encodeStateVector(sync.doc.value));
  expect(seen[0]).toEqual(seen[1]);
  expect(room.texts().sort()).toEqual(["dos", "uno"]);
});

it("says in the room only when the server has confirmed", async () => {
  const sync = page();
  await soon();
  room.silent = true;
  addEntry(sync.doc.value, "challenge", "sin confirmar");
  await vi.advanceTimersByTimeAsync(2000);
  expect(sync.place.value).toBe("device");
  room.silent = false;
  room.down();
  room.reachable = true;
  await later();
  expect(sync.place.value).toBe("room");
  expect(room.texts()).toEqual(["sin confirmar"]);
});

describe("offline", () => {
  it("merges what both sides wrote meanwhile", async () => {
    const sync = page();
    addEntry(room.doc, "challenge", "base");
    await soon();
    room.down();
    await vi.advanceTimersByTimeAsync(4000);
    expect(sync.link.value).toBe("offline");
    underHeading(sync.doc.value, "challenge")[0]?.text.insert(4, " del teléfono");
    underHeading(room.doc, "challenge")[0]?.text.insert(0, "sala: ");
    await soon();
    expect(sync.place.value).toBe("device");
    room.reachable = true;
    await later();
    expect(room.texts()).toEqual(["sala: base del teléfono"]);
    expect(sync.place.value).toBe("room");
    expect(localStorage.length).toBe(0);
  });

  it("loses nothing when the page is reloaded before it came back", async () => {
    const first = page();
    addEntry(room.doc, "challenge", "de la sala");
    await soon();
    room.down();
    addEntry(first.doc.value, "offer", "escrito sin red");
    crash(first);
    const second = page();
    expect(second.place.value).toBe("device");
    expect(
      allEntries(second.doc.value)
        .map(({ text }) => text.toString())
        .sort(),
    ).toEqual(["de la sala", "escrito sin red"]);
    room.reachable = true;
    await later();
    expect(room.texts().sort()).toEqual(["de la sala", "escrito sin red"]);
    expect(localStorage.length).toBe(0);
  });

  it("sends more than one message holds piece by piece", async () => {
    const sync = page();
    await soon();
    room.down();
    for (let n = 0; n < 30; n++) {
      addEntry(sync.doc.value, "challenge", `${n} ${"x".repeat(3900)}`);
      await vi.advanceTimersByTimeAsync(300);
    }
    room.reachable = true;
    await later();
    expect(room.texts()).toHaveLength(30);
    expect(room.received).toBeLessThan(64 * 1024);
    expect(sync.place.value).toBe("room");
  });

  it("says so where this browser keeps nothing", async () => {
    vi.stubGlobal("localStorage", {});
    room.reachable = false;
    const sync = page();
    addEntry(sync.doc.value, "challenge", "sin dónde");
    await soon();
    expect(sync.place.value).toBe("page");
    vi.unstubAllGlobals();
  });
});

describe("refused", () => {
  it("takes it out of the document and hands the text back", async () => {
    addEntry(room.doc, "challenge", "de la sala");
    const sync = page();
    await soon();
    room.refuse = "pad_full";
    addEntry(sync.doc.value, "challenge", "no cupo");
    await soon();
    expect(sync.refused.value).toBe("pad_full");
    expect(allEntries(sync.doc.value).map(({ text }) => text.toString())).toEqual(["de la sala"]);
    expect(sync.rescued.value).toEqual([{ heading: "challenge", text: "no cupo" }]);
    room.refuse = undefined;
    addEntry(sync.doc.value, "challenge", "otra vez");
    sync.settle(0);
    await soon();
    expect(room.texts()).toEqual(["de la sala", "otra vez"]);
    expect(localStorage.length).toBe(0);
  });

  it("keeps what came too late, over a reload too", async () => {
    const first = page();
    await soon();
    room.down();
    addEntry(first.doc.value, "challenge", "llegó tarde");
    crash(first);
    room.refuse = "read_only";
    room.reachable = true;
    const second = page();
    await later();
    expect(second.rescued.value).toEqual([{ heading: "challenge", text: "llegó tarde" }]);
    crash(second);
    const third = page();
    await soon();
    expect(third.rescued.value).toEqual([{ heading: "challenge", text: "llegó tarde" }]);
    third.settle(0);
    expect(localStorage.length).toBe(0);
  });
});

it("does not come back where it is told not to", async () => {
  const sync = page();
  await soon();
  room.down(4503);
  room.reachable = true;
  await later();
  expect(sync.link.value).toBe("ended");
  expect(room.sockets.size).toBe(0);
});

it("finds out by its silence that what was sent did not arrive", async () => {
  const sync = page();
  await soon();
  room.silent = true;
  addEntry(sync.doc.value, "challenge", "en el ascensor");
  await vi.advanceTimersByTimeAsync(6500);
  room.silent = false;
  await later();
  expect(room.texts()).toEqual(["en el ascensor"]);
  expect(sync.place.value).toBe("room");
});

it("finds out that a socket which looks open is dead", async () => {
  const sync = page();
  await soon();
  room.silent = true;
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(3100);
  room.silent = false;
  await later();
  addEntry(sync.doc.value, "challenge", "después de dormir");
  await soon();
  expect(room.texts()).toEqual(["después de dormir"]);
});
