/*
 * What was written and is not yet in the room, kept on this device, so that a reload or an empty battery loses nothing.
 * Each open page keeps its own record; a new page takes over those it finds. Once all is in the room nothing is kept.
 */
import { freshId } from "../ids";
import { forget, keep, kept, keptNames } from "../storage";
import { fromBase64, toBase64 } from "./bytes";

/** A text that the room did not take: the person can copy it, or add it again. */
export interface Rescued {
  heading: string;
  text: string;
}

/** `state` is a whole document, `unsaved` the updates in it that were not confirmed. */
export interface Draft {
  states: Uint8Array[];
  unsaved: Uint8Array[];
  rescued: Rescued[];
}

interface Stored {
  state?: string;
  unsaved?: string[];
  rescued?: Rescued[];
}

export class Drafts {
  private readonly prefix: string;
  private readonly own: string;

  constructor(meeting: string, activity: string, table: string) {
    this.prefix = `pad.${meeting}.${activity}.${table}.`;
    this.own = this.prefix + freshId();
  }

  /** Everything that pages before this one kept. They are forgotten when this one keeps or clears its own. */
  load(): Draft {
    const draft: Draft = { states: [], unsaved: [], rescued: [] };
    for (const name of keptNames(this.prefix)) {
      const stored = kept<Stored>(name);
      try {
        const unsaved = (stored?.unsaved ?? []).map(fromBase64);
        if (stored?.state) draft.states.push(fromBase64(stored.state));
        draft.unsaved.push(...unsaved);
        draft.rescued.push(...(stored?.rescued ?? []));
      } catch {
        // not ours, or damaged: nothing to take over
      }
    }
    return draft;
  }

  /** Whether this device really holds it now. */
  save(state: Uint8Array, unsaved: Uint8Array[], rescued: Rescued[]): boolean {
    keep(this.own, {
      ...(unsaved.length > 0 && { state: toBase64(state), unsaved: unsaved.map(toBase64) }),
      ...(rescued.length > 0 && { rescued }),
    });
    const held = keptNames(this.own).length > 0;
    if (held) this.forgetOthers();
    return held;
  }

  clear(): void {
    forget(this.own);
    this.forgetOthers();
  }

  private forgetOthers(): void {
    for (const name of keptNames(this.prefix)) if (name !== this.own) forget(name);
  }
}
