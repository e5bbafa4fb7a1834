/*
 * How far the record of the meeting is: tables whose notes are recorded, activities whose count is sealed.
 */
import type { ActivityValue, EntriesValue, SessionLine, Text } from "../../wire";

export interface TableProgress {
  table: string;
  recordedAt: number | undefined;
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
  tables: number;
  sealed: number;
  opened: number;
}

type Line = Pick<SessionLine, "id" | "title" | "tables" | "activities">;

/** `activity` and `entries` give what the server has told of an activity, undefined where it has told nothing. */
export function progressOf(
  sessions: readonly Line[],
  activity: (id: string) => Pick<ActivityValue, "pads" | "sealed" | "phase"> | undefined,
  entries: (id: string) => Pick<EntriesValue, "recorded_at"> | undefined,
): Progress {
  const progress: Progress = { notes: [], recorded: 0, tables: 0, sealed: 0, opened: 0 };
  for (const session of sessions) {
    for (const { id, code } of session.activities) {
      const told = activity(id);
      if (!told) continue;
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
  return progress;
}

function ofNotes(
  session: Line,
  activity: string,
  code: string,
  phase: string,
  entries: Pick<EntriesValue, "recorded_at"> | undefined,
): NotesProgress {
  return {
    activity,
    code,
    session: session.id,
    title: session.title,
    open: phase === "open",
    tables: session.tables.map((table) => ({ table, recordedAt: entries?.recorded_at[table] })),
  };
}
