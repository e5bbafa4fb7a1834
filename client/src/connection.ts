/*
 * The live socket. It comes back by itself, from where it was; commands go again with the same id until they are
 * answered, so a vote sent in a tunnel is one vote.
 */
import { signal } from "@preact/signals";
import { type Answerer, setClock } from "./clock";
import { freshId } from "./ids";
import { apply, type Cursor, cursor, replaceAll } from "./state";
import type { DownMessage } from "./wire";

export interface Reply {
  verdict: "recorded" | "refused" | "unknown";
  code?: string;
  seq?: number;
}

export type Status = "connecting" | "online" | "offline" | "ended";

/** offline: three seconds after the socket closed or a ping went unanswered. */
export const status = signal<Status>("connecting");
/** Why the server said not to come back. */
export const ended = signal<string | undefined>(undefined);
/** Who answers in the server's place while there is no connection: somebody else's page is a Wi-Fi that wants a login. */
export const answerer = signal<Answerer>("nobody");

const NOTICE_MS = 3000;
const PING_MS = 20_000;
const HIDDEN_PING_MS = 55_000; // the server waits 90 s
const CONNECT_MS = 8000;
const ASK_AGAIN_MS = 4000;
const CAP_MS = 15_000;
const MISSES = 2; // lines in a row on which no view came, until another sort is tried
const SOCKET_AGAIN_MS = 300_000;

interface Pending {
  text: string;
  resolve: (reply: Reply) => void;
}

const pending = new Map<string, Pending>();
let meeting = "";
let role = "";
let socket: WebSocket | undefined;
/** What stands in for sockets while something on the way lets none through. */
let Stream: typeof import("./stream").Stream | undefined;
let probe: WebSocket | undefined;
let viewed = false;
let misses = 0;
let tries = 0;
let heardAt = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let notice: ReturnType<typeof setTimeout> | undefined;
let pinging: ReturnType<typeof setInterval> | undefined;
let patience: ReturnType<typeof setTimeout> | undefined;

/** Opens the socket with the pass of that meeting and role, and keeps it open. */
export function connect(toMeeting: string, asRole: string): void {
  meeting = toMeeting;
  role = asRole;
  open();
  // A phone that slept believes its socket alive: whenever it wakes, it asks at once instead of waiting for a timer.
  document.addEventListener("visibilitychange", () => {
    if (!hidden()) wake();
    else if (status.value === "online") send(pingText());
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) wake();
  });
  addEventListener("online", wake);
  // Whether the socket died with the network is soon known, without waiting for the next ping.
  addEventListener("offline", wake);
}

/** The answer to a command; it waits as long as it takes and never rejects. */
export function command(name: string, args: object, id: string = freshId()): Promise<Reply> {
  const text = JSON.stringify({ type: "command", id, name, args });
  return new Promise((resolve) => {
    const before = pending.get(id);
    const both = before
      ? (reply: Reply) => {
          before.resolve(reply);
          resolve(reply);
        }
      : resolve;
    pending.set(id, { text, resolve: both });
    send(text);
  });
}

/** Gives up a command that another takes the place of: it must not arrive after it. Its promise hears "unknown". */
export function withdraw(id: string): void {
  pending.get(id)?.resolve({ verdict: "unknown" });
  pending.delete(id);
}

function send(text: string): void {
  if (socket?.readyState === WebSocket.OPEN && status.value !== "ended") socket.send(text);
}

function open(): void {
  clearTimeout(retry);
  retry = undefined;
  if (status.value === "ended") return;
  noticeSoon();
  viewed = false;
  socket = attached(Stream ? (new Stream(meeting, role) as unknown as WebSocket) : webSocket());
}

function webSocket(): WebSocket {
  return new WebSocket(`${location.origin.replace(/^http/, "ws")}/ws`, "plenaria.v1");
}

function attached(opened: WebSocket): WebSocket {
  const slow = setTimeout(() => opened.close(), CONNECT_MS);
  opened.onopen = () => {
    clearTimeout(slow);
    const hello: Record<string, unknown> = { type: "hello", meeting, as: role };
    if (cursor.value) hello.cursor = cursor.value;
    if (unpacks()) hello.packed = true;
    opened.send(JSON.stringify(hello));
  };
  const heard = (text: string) => {
    if (opened === probe) adopt(opened);
    if (socket === opened) hear(JSON.parse(text) as DownMessage);
  };
  let unpacking: Promise<void> | undefined;
  opened.onmessage = ({ data }: MessageEvent<string | Blob>) => {
    // What comes while the first view is being unpacked waits for its turn.
    if (typeof data === "string" && !unpacking) heard(data);
    else
      unpacking = Promise.all([typeof data === "string" ? data : unpacked(data), unpacking])
        .then(([text]) => heard(text))
        .catch(() => opened.close());
  };
  opened.onclose = (event) => {
    clearTimeout(slow);
    if (socket === opened) closed(event.code);
    else if (opened === probe) probeLater();
  };
  return opened;
}

/** Whole views are hundreds of kilobytes, and deflate well. */
function unpacks(): boolean {
  try {
    return !Stream && Boolean(new DecompressionStream("deflate-raw"));
  } catch {
    return false; // older than the name, or than that form
  }
}

const unpacked = (data: Blob): Promise<string> =>
  new Response(data.stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();

/** Two sockets on which nothing came while the server answers plain requests: something on the way lets none through. */
async function tryAnother(): Promise<void> {
  if (Stream) Stream = undefined;
  else if ((await setClock()) === "server") {
    const found = await import("./stream").catch(() => undefined);
    if (viewed) return; // a socket came through after all
    Stream = found?.Stream;
    probeLater();
    wake();
  } else return;
  misses = 0;
}

/** Sockets are lighter, and pads need them: the phone may be in another network by now. */
function probeLater(): void {
  probe = undefined;
  setTimeout(() => {
    if (Stream && status.value !== "ended" && !probe) probe = attached(webSocket());
  }, SOCKET_AGAIN_MS);
}

function adopt(opened: WebSocket): void {
  const before = socket;
  socket = opened;
  probe = Stream = undefined;
  before?.close();
  for (const { text } of pending.values()) send(text);
}

function noticeSoon(): void {
  notice ??= setTimeout(goOffline, NOTICE_MS);
}

function goOffline(): void {
  if (status.value === "ended") return;
  status.value = "offline";
  void setClock().then((who) => {
    answerer.value = who;
  });
}

function hear(message: DownMessage): void {
  alive();
  viewed = true;
  misses = 0;
  heardAt = Date.now();
  switch (message.type) {
    case "snapshot":
      replaceAll(message.cursor as Cursor, message.keys);
      arrived();
      break;
    case "delta":
      apply(message.cursor as Cursor, message.keys, message.gone);
      arrived();
      break;
    case "reply":
      answered(message.id, message as Reply);
      break;
    case "bye":
      if (!message.again) end(message.code);
      break;
    default:
      break; // pong: being heard is all it is for
  }
}

/** The first view after a (re)connection: now everything that was not answered goes again. */
function arrived(): void {
  if (status.value === "online") return;
  clearTimeout(notice);
  notice = undefined;
  tries = 0;
  status.value = "online";
  void setClock();
  for (const { text } of pending.values()) send(text);
  if (hidden()) send(pingText());
  clearInterval(pinging);
  pinging = setInterval(ping, PING_MS);
}

function answered(id: string, reply: Reply): void {
  const asked = pending.get(id);
  if (!asked) return;
  if (reply.verdict === "unknown") {
    setTimeout(() => {
      if (pending.has(id)) send(asked.text);
    }, ASK_AGAIN_MS);
    return;
  }
  pending.delete(id);
  asked.resolve(reply);
}

const hidden = () => document.visibilityState === "hidden";

/** The desk is told whose phone would show at once what is opened. */
const pingText = () => (hidden() ? '{"type":"ping","asleep":true}' : '{"type":"ping"}');

function ping(): void {
  // In a pocket less often: each ping wakes the radio.
  if (hidden() && Date.now() - heardAt < HIDDEN_PING_MS) return;
  send(pingText());
  patience ??= setTimeout(() => {
    patience = undefined;
    lost();
  }, NOTICE_MS);
}

function alive(): void {
  clearTimeout(patience);
  patience = undefined;
}

/** The socket looks open and is not: let it go and open another. */
function lost(): void {
  goOffline();
  const dead = socket;
  socket = undefined;
  dead?.close();
  stop();
  tries = 0;
  open();
}

function wake(): void {
  if (status.value === "ended") return;
  if (socket?.readyState === WebSocket.OPEN) ping();
  else if (socket?.readyState !== WebSocket.CONNECTING) {
    tries = 0;
    open();
  }
}

function stop(): void {
  clearInterval(pinging);
  alive();
}

function closed(code: number): void {
  socket = undefined;
  stop();
  if (status.value === "online") status.value = "connecting";
  if (code >= 4500 && code <= 4999) end(ended.value ?? String(code));
  if (status.value === "ended") return;
  if (!viewed && ++misses >= MISSES) void tryAnother();
  // Full jitter: a room that lost its Wi-Fi does not come back as one.
  const wait = Math.random() * Math.min(CAP_MS, 500 * 2 ** tries);
  tries += 1;
  noticeSoon();
  retry ??= setTimeout(open, wait);
}

function end(code: string): void {
  ended.value = code;
  status.value = "ended";
  stop();
  clearTimeout(notice);
  clearTimeout(retry);
}
