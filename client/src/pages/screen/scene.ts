/*
 * What the room's screen shows, decided from where the meeting stands: pure, so that the desk's small picture and the
 * wall cannot differ.
 */
import type { ActivityValue, MeetingValue, NowValue, SessionLine } from "../../wire";

export type Scene =
  | { name: "over" | "blank" | "join" | "welcome" }
  | { name: "question" | "writing" | "closed" | "outcome" | "movement"; activity: string }
  | { name: "reading" | "method" }
  | { name: "notes"; activity: string; table: string | null }
  | { name: "pause"; session: string; until: number }
  | { name: "session"; session: string };

export interface Situation {
  meeting: Pick<MeetingValue, "closed_at">;
  now: NowValue;
  sessions: readonly Pick<SessionLine, "id" | "format" | "started_at" | "starts_at" | "minutes">[];
  /** The activity called so, where it has been opened. */
  activity: (id: string) => Pick<ActivityValue, "phase" | "pads"> | undefined;
  /** Whether its outcome was revealed. */
  revealed: (id: string) => boolean;
  /** Whether the moderator shows a method card. */
  card?: boolean;
  /** Whether the plenary reads the roadmap. */
  reading?: boolean;
}

export function sceneOf(situation: Situation): Scene {
  const { meeting, now } = situation;
  const { show, activity, table } = now.stage;
  if (show === "blank") return { name: "blank" };
  if (show === "join") return { name: "join" };
  if ((show === "outcome" || show === "movement") && activity && situation.revealed(activity))
    return { name: show, activity };
  if (show === "method" && situation.card) return { name: "method" };
  const noted = activity ?? now.activity;
  if (show === "notes" && noted && situation.activity(noted)?.pads) {
    return { name: "notes", activity: noted, table };
  }
  if (meeting.closed_at !== null) return { name: "over" };
  if (situation.reading) return { name: "reading" };
  return ofActivity(situation) ?? ofSession(situation);
}

function ofActivity({ now, activity, revealed }: Situation): Scene | undefined {
  const id = now.activity;
  const current = id ? activity(id) : undefined;
  if (!id || !current) return undefined;
  if (current.phase === "open")
    return { name: current.pads ? "writing" : "question", activity: id };
  if (current.phase === "closed") return { name: "closed", activity: id };
  return current.phase === "revealed" && revealed(id)
    ? { name: "outcome", activity: id }
    : undefined;
}

function ofSession({ now, sessions }: Situation): Scene {
  const session = sessions.find(({ id }) => id === now.session);
  if (!session) return { name: "welcome" };
  if (session.format !== "pause") return { name: "session", session: session.id };
  const began = session.started_at ?? session.starts_at;
  return { name: "pause", session: session.id, until: began + session.minutes * 60_000 };
}
