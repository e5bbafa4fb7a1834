/*
 * How far the record of the meeting is: tables whose notes are recorded, activities whose count is sealed.
 */
import type { ActivityValue, EntriesValue, SessionLine, Text } from "../../wire";

export interface TableProgress {
  table: string;
  recordedAt: number | undefined;
  validatedAt: number | undefined;
  /** Something was recorded after the table stood by its notes. */
  changed: boolean;
}

export interface NotesProgress {
  activity: string;
  code: string;
  session: string;
  title: Text;
  open: boolean;
  tables: TableProgress[];
}

export interface Progress {
  notes: NotesProgress[];
  recorded: number;
  validated: number;
  tables: number;
  sealed: number;
  opened: number;
}

type Told = Pick<EntriesValue, "recorded_at" | "validated">;
type Line = Pick<SessionLine, "id" | "title" | "tables" | "activities">;

/** `activity` and `entries` give what the server has told of an activity, undefined where it has told nothing. */
export function progressOf(
  sessions: readonly Line[],
  activity: (id: string) => Pick<ActivityValue, "pads" | "sealed" | "phase" | "trial"> | undefined,
  entries: (id: string) => Told | undefined,
): Progress {
  const progress: Progress = {
    notes: [],
    recorded: 0,
    validated: 0,
    tables: 0,
    sealed: 0,
    opened: 0,
  };
  for (const session of sessions) {
    for (const { id, code } of session.activities) {
      const told = activity(id);
      if (!told || told.trial) continue;
      if (told.pads) progress.notes.push(ofNotes(session, id, code, told.phase, entries(id)));
      else {
        progress.opened += 1;
        progress.sealed += told.sealed ? 1 : 0;
      }
    }
  }
  const all = progress.notes.flatMap((row) => row.tables);
  progress.tables = all.length;
  progress.recorded = all.filter((table) => table.recordedAt !== undefined).length;
  progress.validated = all.filter((table) => table.validatedAt !== undefined).length;
  return progress;
}

function ofNotes(
  session: Line,
  activity: string,
  code: string,
  phase: string,
  entries: Told | undefined,
): NotesProgress {
  return {
    activity,
    code,
    session: session.id,
    title: session.title,
    open: phase === "open",
    tables: session.tables.map((table) => {
      const recordedAt = entries?.recorded_at[table];
      const validatedAt = entries?.validated.find((stood) => stood.table === table)?.at;
      const changed = validatedAt !== undefined && recordedAt !== validatedAt;
      return { table, recordedAt, validatedAt, changed };
    }),
  };
}
