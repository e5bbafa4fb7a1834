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
import { MOST_BYTES, Unsaved } from "./unsaved";

/** connecting: not yet, or not for long; ended: the server does not let this pass in. */
export type Link = "connecting" | "online" | "offline" | "ended";
/** Where everything that was written is: in the room, on this device, or in this page only. */
export type Place = "room" | "device" | "page";

const BATCH_MS = 200;
const KEEP_MS = 1000;
const NOTICE_MS = 3000;

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
  private unsaved = new Unsaved();
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
    this.unsaved = new Unsaved(draft.unsaved);
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
    this.unsaved.add(update);
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
    if (!this.met) this.keep();
    else {
      this.sendRest();
      this.keeping ??= setTimeout(this.keep, KEEP_MS);
    }
  }

  private sendRest(): void {
    this.unsaved.sendRest((update) => this.socket.send(message([SYNC, UPDATE], update)));
    this.socket.expectAnswer();
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
    const all = Y.encodeStateAsUpdate(this.doc.value, state);
    this.met = true;
    if (all.length <= MOST_BYTES) {
      this.socket.send(message([SYNC, STEP_2], all));
      this.unsaved.sentWhole();
    } else {
      this.socket.send(message([SYNC, STEP_2], Y.encodeStateAsUpdate(new Y.Doc())));
      this.unsaved.sentNothing();
      this.sendRest();
    }
    this.socket.expectAnswer();
  }

  private online(): void {
    clearTimeout(this.notice);
    this.notice = undefined;
    this.link.value = "online";
    this.arrived.value = true;
    this.compare();
  }

  private saved(): void {
    this.unsaved.confirmed();
    if (!this.unsaved.any) this.keep();
  }

  private denied(code: string): void {
    const whole = this.unsaved.denied();
    // The server asks for what it lacks and is given it; only where even that was not enough, it never will be.
    if (code === "pending" && !whole) return;
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
    this.unsaved = new Unsaved();
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
    this.unsaved.grounded();
    this.met = false;
    if (final) {
      clearTimeout(this.notice);
      this.link.value = "ended";
    } else {
      if (this.link.value === "online") this.link.value = "connecting";
      this.expectLink();
    }
    if (this.unsaved.any) this.keep();
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
    const waiting = this.unsaved.any;
    const rescued = [...this.rescued.value, ...(this.disputed ?? [])];
    if (!waiting && rescued.length === 0) {
      this.drafts.clear();
      this.place.value = "room";
      return;
    }
    const state = Y.encodeStateAsUpdate(this.doc.value);
    const held = this.drafts.save(state, this.unsaved.updates, rescued);
    this.place.value = !waiting ? "room" : held ? "device" : "page";
  };
}
