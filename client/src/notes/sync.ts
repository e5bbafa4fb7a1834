/*
 * A pad on this device and the same pad in the room, kept the same: the y-websocket protocol with confirmations.
 *
 * An edit is on this device at once, goes to the room a moment later, and counts as in the room when the server said
 * that it is on disk. Edits made offline go when the socket is back. What the room refuses is taken out of the document,
 * which would otherwise drift apart from the room's, and handed back as text.
 */
import { type Signal, signal } from "@preact/signals";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import {
  AWARENESS,
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
import type { Drafts, Rescued } from "./drafts";
import { allEntries } from "./entries";
import { PadSocket, type SocketLike } from "./socket";

/** connecting: not yet, or not for long; ended: the server does not let this pass in. */
export type Link = "connecting" | "online" | "offline" | "ended";
/** Where everything that was written is: in the room, on this device, or in this page only. */
export type Place = "room" | "device" | "page";

const BATCH_MS = 200;
const KEEP_MS = 1000;
const NOTICE_MS = 3000;
/** The server takes 64 KiB a message. */
const MOST_BYTES = 60_000;

/** `covers`: how many of the unsaved updates, from the first, a message on its way holds. */
interface Flight {
  covers: number;
  answer: boolean;
}

export class PadSync {
  readonly doc: Signal<Y.Doc>;
  readonly link = signal<Link>("connecting");
  readonly place = signal<Place>("room");
  /** Whether the room's text has arrived since this page was opened. */
  readonly arrived = signal(false);
  readonly refused = signal<string | undefined>(undefined);
  readonly rescued = signal<Rescued[]>([]);
  awareness: Awareness;

  private readonly socket: PadSocket;
  private readonly drafts: Drafts;
  private batch: Uint8Array[] = [];
  private unsaved: Uint8Array[] = [];
  private flights: Flight[] = [];
  private met = false;
  /** What stood here when the room refused, until the room's own text is there to compare. */
  private disputed: Rescued[] | undefined;
  private sending: ReturnType<typeof setTimeout> | undefined;
  private keeping: ReturnType<typeof setTimeout> | undefined;
  private notice: ReturnType<typeof setTimeout> | undefined;

  constructor(make: () => SocketLike, drafts: Drafts) {
    this.drafts = drafts;
    this.doc = signal(new Y.Doc());
    this.awareness = new Awareness(this.doc.value);
    this.socket = new PadSocket(make, {
      opened: () => this.greet(),
      heard: (data) => this.hear(data),
      closed: (final) => this.closed(final),
    });
  }

  start(): void {
    const draft = this.drafts.load();
    for (const state of draft.states) Y.applyUpdate(this.doc.value, state, this);
    this.unsaved = draft.unsaved;
    this.rescued.value = draft.rescued;
    this.listen(this.doc.value);
    addEventListener("pagehide", this.keep);
    document.addEventListener("visibilitychange", this.keep);
    this.keep();
    this.expectLink();
    this.socket.start();
  }

  /** Lets go; what is not in the room yet stays on this device. */
  stop(): void {
    this.flush();
    this.keep();
    clearTimeout(this.notice);
    removeEventListener("pagehide", this.keep);
    document.removeEventListener("visibilitychange", this.keep);
    this.socket.stop();
    this.release(this.doc.value);
  }

  /** The text is dealt with: copied, added again, or given up. */
  settle(index: number): void {
    this.rescued.value = this.rescued.value.filter((_, at) => at !== index);
    this.keep();
  }

  private listen(doc: Y.Doc): void {
    doc.on("update", this.edited);
    this.awareness.on("update", this.stirred);
  }

  private release(doc: Y.Doc): void {
    doc.off("update", this.edited);
    this.awareness.off("update", this.stirred);
    this.awareness.destroy();
    doc.destroy();
  }

  private readonly edited = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return;
    this.batch.push(update);
    this.sending ??= setTimeout(() => this.flush(), BATCH_MS);
  };

  private readonly stirred = (
    { added, updated, removed }: Record<"added" | "updated" | "removed", number[]>,
    origin: unknown,
  ): void => {
    if (origin === this) return;
    const clients = [...added, ...updated, ...removed];
    this.socket.send(message([AWARENESS], encodeAwarenessUpdate(this.awareness, clients)));
  };

  /** One message for what was typed in the last moment. It is kept here too, unless the room has it in a moment. */
  private flush(): void {
    clearTimeout(this.sending);
    this.sending = undefined;
    this.gather();
    if (!this.met) this.keep();
    else {
      this.sendUnsaved(this.covered());
      this.keeping ??= setTimeout(this.keep, KEEP_MS);
    }
  }

  private gather(): void {
    if (this.batch.length === 0) return;
    this.unsaved.push(Y.mergeUpdates(this.batch));
    this.batch = [];
  }

  private covered(): number {
    return this.flights.reduce((sum, flight) => sum + flight.covers, 0);
  }

  private sendUnsaved(from: number): void {
    for (let at = from; at < this.unsaved.length; ) {
      let covers = 1;
      let update = this.unsaved[at] as Uint8Array;
      for (let size = update.length; at + covers < this.unsaved.length; covers += 1) {
        size += (this.unsaved[at + covers] as Uint8Array).length;
        if (size > MOST_BYTES) break;
      }
      if (covers > 1) update = Y.mergeUpdates(this.unsaved.slice(at, at + covers));
      if (!this.socket.send(message([SYNC, UPDATE], update))) return;
      this.flights.push({ covers, answer: false });
      this.socket.expectAnswer();
      at += covers;
    }
  }

  private greet(): void {
    const doc = this.doc.value;
    this.socket.send(message([SYNC, STEP_1], Y.encodeStateVector(doc)));
    if (this.awareness.getLocalState() !== null) {
      this.socket.send(message([AWARENESS], encodeAwarenessUpdate(this.awareness, [doc.clientID])));
    }
  }

  private hear(data: Uint8Array): void {
    const reader = new Reader(data);
    switch (reader.uint()) {
      case SYNC:
        this.sync(reader.uint(), reader.bytes());
        break;
      case AWARENESS:
        applyAwarenessUpdate(this.awareness, reader.bytes(), this);
        break;
      case QUERY_AWARENESS:
        this.stirred({ added: [this.doc.value.clientID], updated: [], removed: [] }, undefined);
        break;
      case SAVED:
        this.saved();
        break;
      case REFUSED:
        this.denied((JSON.parse(reader.text()) as { code: string }).code);
        break;
      default:
        break; // of a later version of the server
    }
  }

  private sync(step: number, body: Uint8Array): void {
    if (step === STEP_1) this.answer(body);
    else {
      Y.applyUpdate(this.doc.value, body, this);
      if (step === STEP_2) this.online();
    }
  }

  /** All that the room lacks: as one message where it fits, else edit by edit as it was made. */
  private answer(state: Uint8Array): void {
    this.gather();
    const all = Y.encodeStateAsUpdate(this.doc.value, state);
    const fits = all.length <= MOST_BYTES;
    const covers = fits ? this.unsaved.length - this.covered() : 0;
    const sent = fits ? all : Y.encodeStateAsUpdate(new Y.Doc());
    this.socket.send(message([SYNC, STEP_2], sent));
    this.flights.push({ covers, answer: true });
    this.socket.expectAnswer();
    this.met = true;
    if (!fits) this.sendUnsaved(this.covered());
  }

  private online(): void {
    clearTimeout(this.notice);
    this.notice = undefined;
    this.link.value = "online";
    this.arrived.value = true;
    this.compare();
  }

  private saved(): void {
    this.unsaved.splice(0, this.flights.shift()?.covers ?? 0);
    if (this.unsaved.length === 0 && this.batch.length === 0) this.keep();
  }

  private denied(code: string): void {
    const flight = this.flights.shift();
    if (code === "pending") {
      // The server asks for what it lacks and is given it; only where even that was not enough, it never will be.
      if (!flight?.answer) return;
    }
    this.refused.value = code;
    this.startOver();
  }

  /** The document here holds what the room will never have: begin again from the room's. */
  private startOver(): void {
    this.disputed = allEntries(this.doc.value).map(({ heading, text }) => ({
      heading,
      text: text.toString(),
    }));
    this.release(this.doc.value);
    clearTimeout(this.sending);
    this.sending = undefined;
    this.batch = [];
    this.unsaved = [];
    const doc = new Y.Doc();
    this.awareness = new Awareness(doc);
    this.listen(doc);
    this.doc.value = doc;
    this.socket.restart();
  }

  /** What was here and is not in the room's text goes back to the person who wrote it. */
  private compare(): void {
    if (!this.disputed) return;
    const there = new Set(allEntries(this.doc.value).map(({ text }) => text.toString()));
    const lost = this.disputed.filter(({ text }) => text.trim() && !there.has(text));
    this.disputed = undefined;
    this.rescued.value = [...this.rescued.value, ...lost];
    this.keep();
  }

  private closed(final: boolean): void {
    this.flights = [];
    this.met = false;
    if (final) {
      clearTimeout(this.notice);
      this.link.value = "ended";
    } else {
      if (this.link.value === "online") this.link.value = "connecting";
      this.expectLink();
    }
    if (this.unsaved.length > 0) this.keep();
  }

  private expectLink(): void {
    this.notice ??= setTimeout(() => {
      if (this.link.value !== "ended") this.link.value = "offline";
    }, NOTICE_MS);
  }

  /** Puts on this device what the room has not confirmed, and says where everything is. */
  private readonly keep = (): void => {
    clearTimeout(this.keeping);
    this.keeping = undefined;
    this.gather();
    const waiting = this.unsaved.length > 0;
    const rescued = [...this.rescued.value, ...(this.disputed ?? [])];
    if (!waiting && rescued.length === 0) {
      this.drafts.clear();
      this.place.value = "room";
      return;
    }
    const state = Y.encodeStateAsUpdate(this.doc.value);
    const held = this.drafts.save(state, this.unsaved, rescued);
    this.place.value = !waiting ? "room" : held ? "device" : "page";
  };
}
