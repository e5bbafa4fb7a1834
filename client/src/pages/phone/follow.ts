/*
 * Which activity this phone shows. It follows the moderator, but never from under somebody's fingers: then the
 * moderator's activity waits behind a banner until the person goes there.
 */
import { signal } from "@preact/signals";

export { unsent } from "../../unsent";

export interface Place {
  /** What is on this phone; undefined is the page between activities. */
  shown: string | undefined;
  /** Where the moderator is, while this phone is still elsewhere because of what is being made here. */
  waiting: string | undefined;
  /** The moderator's last step that this phone took note of. */
  step: string;
}

export interface Moment {
  /** The moderator's activity. */
  followed: string | undefined;
  /** Changes whenever the moderator opens or reveals something. */
  step: string;
  /** Something here is written or chosen and not sent. */
  busy: boolean;
  /** What is shown can still be answered. */
  open: boolean;
}

/** Where to be now that the moderator has moved, or that what is shown was closed. The same object where nothing
 * changes. */
export function follow(place: Place, { followed, step, busy, open }: Moment): Place {
  const elsewhere = place.shown !== undefined && place.shown !== followed && open;
  if (elsewhere && step === place.step) return place;
  const waits = elsewhere && busy;
  const shown = waits ? place.shown : followed;
  const waiting = waits ? followed : undefined;
  const same = shown === place.shown && waiting === place.waiting && step === place.step;
  return same ? place : { shown, waiting, step };
}

export const place = signal<Place>({ shown: undefined, waiting: undefined, step: "" });

/** To another open activity by one's own will: the table's notes, back, or after the moderator. */
export function goTo(activity: string | undefined): void {
  place.value = { ...place.value, shown: activity, waiting: undefined };
}

/** Whether somebody is writing at this moment. */
export function isWriting(): boolean {
  return document.activeElement?.matches("textarea, input[type=text]") ?? false;
}
