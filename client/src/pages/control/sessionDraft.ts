/* A session being added or changed, and the commands it becomes. */
import { isWritten } from "../../activities/editing/fields";
import type { AddSession, EditSession, Format, Regime, SessionLine, Text } from "../../wire";

export interface SessionDraft {
  title: Text;
  /** 24 hours, in the meeting's zone: "09:30". */
  start: string;
  minutes: number | null;
  format: Format;
  regime: Regime;
  tables: number | null;
  /** World café: how often the groups move; 0 for never. */
  rotations: number | null;
  rotationMinutes: number | null;
}

export const REGIMES: readonly Regime[] = ["open", "attributable", "chatham_house", "reserved"];
export const FORMATS: readonly Format[] = ["plenary", "tables", "pause"];

/** A session that begins when the one before it ends. `start` is that time of day. */
export function blankSession(start: string): SessionDraft {
  return {
    title: {},
    start,
    minutes: 30,
    format: "plenary",
    regime: "chatham_house",
    tables: 6,
    rotations: 0,
    rotationMinutes: 20,
  };
}

export function fromLine(line: SessionLine, start: string): SessionDraft {
  return {
    title: line.title,
    start,
    minutes: line.minutes,
    format: line.format as Format,
    regime: line.regime as Regime,
    tables: line.tables.length,
    rotations: line.rotations,
    rotationMinutes: line.rotation_minutes || 20,
  };
}

export function sessionFaults(draft: SessionDraft): string[] {
  const found: string[] = [];
  if (!isWritten(draft.title)) found.push("control.fault.title");
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(draft.start)) found.push("control.fault.start");
  if (draft.minutes === null) found.push("control.fault.minutes");
  if (draft.format === "tables" && !draft.tables) found.push("control.fault.tables");
  return found;
}

export function addSessionArgs(draft: SessionDraft, id: string, place: number): AddSession {
  const tables = draft.format === "tables";
  return {
    session: id,
    title: draft.title,
    start: draft.start,
    minutes: draft.minutes ?? 30,
    format: draft.format,
    regime: draft.format === "pause" ? "open" : draft.regime,
    ...(tables ? { tables: draft.tables ?? 1 } : {}),
    place,
  };
}

/** A new session's rotation goes in a second command, for adding takes none; null where there is none. */
export function rotationArgs(draft: SessionDraft, id: string): EditSession | null {
  if (draft.format !== "tables" || !draft.rotations) return null;
  return {
    session: id,
    rotation: { times: draft.rotations, minutes: draft.rotationMinutes ?? 20 },
  };
}

/** Only what changed; null where nothing did. `start` is the time of day planned so far. */
export function editSessionArgs(
  draft: SessionDraft,
  before: SessionLine,
  start: string,
): EditSession | null {
  const rotates = draft.format === "tables" && (draft.rotations ?? 0) > 0;
  const moved =
    draft.rotations !== before.rotations || draft.rotationMinutes !== before.rotation_minutes;
  const changes: Omit<EditSession, "session"> = {
    ...(JSON.stringify(draft.title) === JSON.stringify(before.title) ? {} : { title: draft.title }),
    ...(draft.start === start ? {} : { start: draft.start }),
    ...(draft.minutes === null || draft.minutes === before.minutes
      ? {}
      : { minutes: draft.minutes }),
    ...(draft.regime === before.regime ? {} : { regime: draft.regime }),
    ...(draft.format !== "tables" || draft.tables === null || draft.tables === before.tables.length
      ? {}
      : { tables: draft.tables }),
    ...(rotates && moved
      ? { rotation: { times: draft.rotations ?? 1, minutes: draft.rotationMinutes ?? 20 } }
      : {}),
  };
  return Object.keys(changes).length ? { session: before.id, ...changes } : null;
}
