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

export type ActivityState = "open" | "uncounted" | "hidden" | "revealed";
export type TableState = "open" | "missing" | "recorded" | "changed" | "validated";

export interface SessionProgress {
  session: string;
  code: string;
  title: Text;
  activities: { id: string; code: string; title: Text; state: ActivityState }[];
  notes: NotesProgress[];
  /** How many activities are not revealed, how many tables have not stood by their notes as they are. */
  lacks: { activities: number; tables: number };
}

/** What is done and what is lacking, by session; those without anything opened are left out. */
export function bySession(
  sessions: readonly (Line & Pick<SessionLine, "code">)[],
  activity: (id: string) => Pick<ActivityValue, "pads" | "sealed" | "phase" | "trial"> | undefined,
  entries: (id: string) => Told | undefined,
): SessionProgress[] {
  return sessions.flatMap((session) => {
    const there = session.activities.flatMap((line) => {
      const told = activity(line.id);
      return told && !told.trial ? [{ ...line, told }] : [];
    });
    if (there.length === 0) return [];
    const activities = there
      .filter(({ told }) => !told.pads)
      .map(({ id, code, title, told }) => ({ id, code, title, state: activityState(told) }));
    const notes = there
      .filter(({ told }) => told.pads)
      .map(({ id, code, told }) => ofNotes(session, id, code, told.phase, entries(id)));
    const tables = notes.flatMap((row) => row.tables.map((table) => tableState(table, row.open)));
    const lacks = {
      activities: activities.filter(({ state }) => state !== "revealed").length,
      tables: tables.filter((state) => state !== "validated").length,
    };
    const { id, code, title } = session;
    return [{ session: id, code, title, activities, notes, lacks }];
  });
}

function activityState({ phase, sealed }: Pick<ActivityValue, "sealed" | "phase">): ActivityState {
  if (phase === "open" || phase === "revealed") return phase;
  return sealed ? "hidden" : "uncounted";
}

export function tableState(table: TableProgress, open: boolean): TableState {
  if (table.validatedAt !== undefined) return table.changed ? "changed" : "validated";
  if (table.recordedAt !== undefined) return "recorded";
  return open ? "open" : "missing";
}
