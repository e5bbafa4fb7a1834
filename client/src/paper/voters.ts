/* The seats that a vote can be entered for, with the names that the room calls them by. Facilitators are not told of
 * every seat: they know delegations, and that a seat is called after its delegation and its number. */
import { lang, pick, t } from "../i18n";
import { key } from "../state";
import type { DelegationLine, SeatLine } from "../wire";

export interface Voter {
  seat: string;
  /** The delegation's name. */
  of: string;
  /** Which of its seats. */
  place: string;
}

/** Seats that may vote, by delegation in the order of the reader's alphabet. */
export function voters(who: string): Voter[] {
  const lines = [...(key("seats")?.delegations ?? [])];
  lines.sort((one, other) => pick(one.name).localeCompare(pick(other.name), lang.value));
  return lines.flatMap((line) =>
    line.seats.flatMap((seat, index) =>
      mayVote(who, line, seat) ? [voterOf(line, seat, index + 1)] : [],
    ),
  );
}

/** The seat of a delegation with this number, the first is 1. */
export function seatOf(delegation: string, number: number): string {
  return `${delegation}-${number}`;
}

/** The names of one seat. */
export function voter(id: string): Voter {
  for (const line of key("seats")?.delegations ?? []) {
    const index = line.seats.findIndex((seat) => seat.id === id);
    const seat = line.seats[index];
    if (seat) return voterOf(line, seat, index + 1);
  }
  const [delegation, number] = [
    id.slice(0, id.lastIndexOf("-")),
    id.slice(id.lastIndexOf("-") + 1),
  ];
  const name = key("programme")?.delegations[delegation];
  return {
    seat: id,
    of: name ? pick(name) : delegation,
    place: t("control.room.seat", { number }),
  };
}

function mayVote(who: string, line: DelegationLine, seat: SeatLine): boolean {
  if (who === "delegates_and_observers") return true;
  return line.kind === "state" && (who === "delegates" || seat.head);
}

function voterOf(line: DelegationLine, seat: SeatLine, number: number): Voter {
  const head = seat.head && line.kind === "state";
  return {
    seat: seat.id,
    of: pick(line.name),
    place: t(head ? "control.room.head" : "control.room.seat", { number }),
  };
}
