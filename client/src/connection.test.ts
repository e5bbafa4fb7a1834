import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeSocket, page, playServer, snapshot } from "./fakeSocket";

beforeEach(playServer);

describe("the live socket", () => {
  it("says hello and shows what it is told", async () => {
    const { last, key, status } = await page();
    last().opens();
    expect(last().sent).toEqual([{ type: "hello", meeting: "m", as: "delegate", packed: true }]);
    expect(last().protocol).toBe("plenaria.v1");
    last().says(snapshot);
    expect(status.value).toBe("online");
    expect(key("now")).toEqual({ session: "s" });
    last().says({
      type: "delta",
      cursor: ["e", 6],
      keys: { "turnout/a": { voted: 1 } },
      gone: ["now"],
    });
    expect(key("now")).toBeUndefined();
    expect(key("turnout/a")).toEqual({ voted: 1 });
  });

  it("comes back with its cursor, and sends what was not answered with the same id", async () => {
    const { last, command } = await page();
    last().opens();
    last().says(snapshot);
    const answer = command("cast_ballot", { round: 1 }, "the-same-id");
    expect(last().sent.at(-1)).toMatchObject({ id: "the-same-id" });
    last().close();
    await vi.advanceTimersByTimeAsync(2000);
    expect(FakeSocket.all).toHaveLength(2);
    last().opens();
    expect(last().sent[0]).toMatchObject({ type: "hello", cursor: ["e", 5] });
    last().says({ type: "delta", cursor: ["e", 7], keys: {}, gone: [] });
    expect(last().sent.at(-1)).toMatchObject({ type: "command", id: "the-same-id" });
    last().says({ type: "reply", id: "the-same-id", verdict: "recorded" });
    await expect(answer).resolves.toMatchObject({ verdict: "recorded" });
  });

  it("asks again after unknown, and never says failed", async () => {
    const { last, command } = await page();
    last().opens();
    last().says(snapshot);
    const answer = command("cast_ballot", {}, "asked-twice");
    last().says({ type: "reply", id: "asked-twice", verdict: "unknown" });
    const before = last().sent.length;
    await vi.advanceTimersByTimeAsync(5000);
    expect(last().sent.slice(before)).toContainEqual(
      expect.objectContaining({ id: "asked-twice" }),
    );
    last().says({ type: "reply", id: "asked-twice", verdict: "refused", code: "closed" });
    await expect(answer).resolves.toMatchObject({ code: "closed" });
  });

  it("does not send again what another took the place of", async () => {
    const { last, command, withdraw } = await page();
    last().opens();
    const first = command("cast_ballot", {}, "first");
    withdraw("first");
    void command("cast_ballot", {}, "second");
    last().says(snapshot);
    expect(last().sent.map((message) => message.id)).toEqual([
      undefined,
      "first",
      "second",
      "second",
    ]);
    await expect(first).resolves.toEqual({ verdict: "unknown" });
  });

  it("asks at once whether the socket lives when the network goes", async () => {
    const { last, status } = await page();
    last().opens();
    last().says(snapshot);
    dispatchEvent(new Event("offline"));
    expect(last().sent.at(-1)).toMatchObject({ type: "ping" });
    await vi.advanceTimersByTimeAsync(3100);
    expect(status.value).toBe("offline");
  });

  it("tells a Wi-Fi that wants a login from a network that is gone", async () => {
    const { last, answerer } = await page();
    await vi.advanceTimersByTimeAsync(3000);
    expect(answerer.value).toBe("nobody");
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("<html>Welcome to the hotel")));
    last().opens();
    last().says(snapshot);
    last().close();
    await vi.advanceTimersByTimeAsync(3000);
    expect(answerer.value).toBe("other");
  });

  it("is offline three seconds after the socket closed, not before", async () => {
    const { last, status } = await page();
    last().opens();
    last().says(snapshot);
    last().close();
    await vi.advanceTimersByTimeAsync(2500);
    expect(status.value).not.toBe("offline");
    await vi.advanceTimersByTimeAsync(700);
    expect(status.value).toBe("offline");
  });

  it("finds a socket that is open and dead by its unanswered ping", async () => {
    const { last, status } = await page();
    last().opens();
    last().says(snapshot);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(last().sent.at(-1)).toEqual({ type: "ping" });
    await vi.advanceTimersByTimeAsync(3000);
    expect(status.value).toBe("offline");
    expect(FakeSocket.all).toHaveLength(2);
  });

  describe("on a page that nobody looks at", () => {
    let seen: DocumentVisibilityState = "visible";

    beforeEach(() => {
      vi.spyOn(document, "visibilityState", "get").mockImplementation(() => seen);
    });

    afterEach(() => {
      seen = "visible";
      vi.restoreAllMocks();
    });

    it("says so, without waiting for an answer, and says when somebody looks again", async () => {
      const { last, status } = await page();
      const socket = last();
      socket.opens();
      socket.says(snapshot);
      seen = "hidden";
      document.dispatchEvent(new Event("visibilitychange"));
      expect(socket.sent.at(-1)).toEqual({ type: "ping", asleep: true });
      await vi.advanceTimersByTimeAsync(10_000);
      expect(status.value).toBe("online");
      const before = socket.sent.length;
      await vi.advanceTimersByTimeAsync(51_000);
      expect(socket.sent.slice(before)).toEqual([{ type: "ping", asleep: true }]);
      socket.says({ type: "pong" });
      seen = "visible";
      document.dispatchEvent(new Event("visibilitychange"));
      expect(socket.sent.at(-1)).toEqual({ type: "ping" });
    });

    it("says so when it comes back", async () => {
      seen = "hidden";
      const { last } = await page();
      last().opens();
      last().says(snapshot);
      expect(last().sent).toEqual([
        { type: "hello", meeting: "m", as: "delegate", packed: true },
        { type: "ping", asleep: true },
      ]);
    });
  });

  it("stays away when the server says so", async () => {
    const { last, status, ended } = await page();
    last().opens();
    last().says(snapshot);
    last().says({ type: "bye", code: "seat_released", again: false });
    last().close(4502);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(status.value).toBe("ended");
    expect(ended.value).toBe("seat_released");
    expect(FakeSocket.all).toHaveLength(1);
  });

  it("comes back when the server restarts", async () => {
    const { last } = await page();
    last().opens();
    last().says(snapshot);
    last().says({ type: "bye", code: "restart", again: true });
    last().close(4000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(FakeSocket.all).toHaveLength(2);
  });
});

/** A stream of events that the test plays. */
class FakeSource {
  static readonly CLOSED = 2;
  static all: FakeSource[] = [];
  readyState = 0;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    FakeSource.all.push(this);
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }

  says(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  fails(refused: boolean): void {
    this.readyState = refused ? FakeSource.CLOSED : 0;
    this.onerror?.();
  }
}

describe("without WebSockets", () => {
  const posted: Record<string, unknown>[] = [];
  let answers: () => Promise<Response>;

  beforeEach(() => {
    FakeSource.all = [];
    posted.length = 0;
    vi.spyOn(Math, "random").mockReturnValue(0.2); // of the time it may wait before it tries again
    answers = () => Promise.resolve(new Response('{"type":"pong"}'));
    vi.stubGlobal("EventSource", FakeSource);
    vi.stubGlobal("fetch", (path: string, asked: { body?: string }) => {
      if (path === "/healthz") return Promise.resolve(new Response('{"ok":true,"at":1}'));
      posted.push({ path, ...JSON.parse(asked.body ?? "{}") });
      return answers();
    });
  });

  const source = () => FakeSource.all.at(-1) as FakeSource;

  /** Two sockets that are refused; then the stream is there. */
  async function refused() {
    const found = await page();
    found.last().close();
    await vi.advanceTimersByTimeAsync(1000);
    expect(FakeSource.all).toHaveLength(0);
    found.last().close();
    // The module is fetched first, which takes real time.
    await vi.waitFor(() => expect(FakeSource.all).toHaveLength(1), { timeout: 4500 });
    return found;
  }

  it("goes on with events and requests after two refused handshakes", async () => {
    const { command, status, key } = await refused();
    expect(source().url).toBe("/api/m/m/live?as=delegate");
    source().says(snapshot);
    expect(status.value).toBe("online");
    expect(key("now")).toEqual({ session: "s" });
    answers = () =>
      Promise.resolve(new Response('{"type":"reply","id":"one-ballot","verdict":"recorded"}'));
    await expect(command("cast_ballot", { round: 1 }, "one-ballot")).resolves.toMatchObject({
      verdict: "recorded",
    });
    expect(posted).toEqual([
      {
        path: "/api/m/m/command?as=delegate",
        type: "command",
        id: "one-ballot",
        name: "cast_ballot",
        args: { round: 1 },
      },
    ]);
  });

  it("stays with sockets while nobody, or somebody else, answers plain requests", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("<html>Welcome to the hotel")));
    const { last } = await page();
    for (let n = 0; n < 4; n++) {
      last().close();
      await vi.advanceTimersByTimeAsync(16_000);
    }
    expect(FakeSource.all).toHaveLength(0);
    expect(FakeSocket.all.length).toBeGreaterThan(3);
  });

  it("comes back from its cursor, and asks again with the same id", async () => {
    const { command } = await refused();
    source().says(snapshot);
    answers = () => Promise.reject(new Error("cut"));
    void command("cast_ballot", {}, "asked-again");
    await vi.advanceTimersByTimeAsync(0);
    source().fails(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(source().url).toBe("/api/m/m/live?as=delegate&cursor=%5B%22e%22%2C5%5D");
    posted.length = 0;
    source().says({ type: "delta", cursor: ["e", 6], keys: {}, gone: [] });
    await vi.advanceTimersByTimeAsync(0);
    expect(posted[0]).toMatchObject({ id: "asked-again" });
  });

  it("learns from a request why a stream was refused", async () => {
    const { status, ended } = await refused();
    answers = () => Promise.resolve(new Response('{"code":"no_pass"}', { status: 403 }));
    source().fails(true);
    await vi.advanceTimersByTimeAsync(10);
    expect(status.value).toBe("ended");
    expect(ended.value).toBe("no_pass");
  });

  it("lets go of a stream that has gone quiet", async () => {
    await refused();
    source().says(snapshot);
    await vi.advanceTimersByTimeAsync(62_000);
    expect(FakeSource.all.length).toBeGreaterThan(1);
  });

  it("takes a socket again once one comes through, without a moment offline", async () => {
    const { last, status, key } = await refused();
    source().says(snapshot);
    for (let n = 0; n < 15; n++) {
      source().says({ type: "pong" });
      await vi.advanceTimersByTimeAsync(20_000);
    }
    const streams = FakeSource.all.length;
    expect(FakeSocket.all).toHaveLength(3);
    last().opens();
    expect(last().sent[0]).toMatchObject({ type: "hello", cursor: ["e", 5] });
    last().says({ type: "delta", cursor: ["e", 7], keys: { now: { session: "t" } }, gone: [] });
    expect(status.value).toBe("online");
    expect(key("now")).toEqual({ session: "t" });
    source().says({ type: "delta", cursor: ["e", 8], keys: {}, gone: ["now"] });
    expect(key("now")).toEqual({ session: "t" });
    expect(FakeSource.all).toHaveLength(streams);
  });
});
