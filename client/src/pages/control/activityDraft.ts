/* An activity being prepared, and the commands it becomes. */
import { isWritten } from "../../activities/editing/fields";
import type { Ready } from "../../activities/editing/kind";
import type {
  AddActivity,
  EditActivity,
  PlanActivity,
  PlanValue,
  Secrecy,
  Text,
  Voters,
} from "../../wire";
import { editOf, type KindForm } from "./kinds";

export interface ActivityDraft {
  kind: string;
  title: Text;
  question: Text;
  note: Text;
  minutes: number | null;
  voters: Voters;
  /** The activity whose next round this one is. */
  follows: string | null;
  /** Null: as the session's regime has it. */
  secrecy: Secrecy | null;
  /** Whether the outcome is told by mechanism too. */
  breakdown: boolean;
  /** Whether a delegation has one ballot in common. */
  shared: boolean;
  form: KindForm;
}

const TITLE = 90;

export function fromReady(kind: string, ready: Ready<KindForm>): ActivityDraft {
  return {
    kind,
    title: {},
    question: ready.question ?? {},
    note: ready.note ?? {},
    minutes: ready.minutes,
    voters: "delegates",
    follows: null,
    secrecy: null,
    breakdown: false,
    shared: false,
    form: ready.form,
  };
}

export function fromPlan(activity: PlanActivity): ActivityDraft | undefined {
  const edit = editOf(activity.kind);
  if (!edit) return undefined;
  return {
    kind: activity.kind,
    title: activity.title,
    question: activity.setup.question as Text,
    note: (activity.setup.note as Text | undefined) ?? {},
    minutes: activity.minutes,
    voters: activity.voters as Voters,
    follows: activity.follows,
    secrecy: activity.secrecy as Secrecy,
    breakdown: activity.setup.breakdown === "mechanism",
    shared: activity.setup.unit === "delegation",
    form: edit.read(activity.setup),
  };
}

/** Names in the catalogue of what is missing. */
export function faultsOf(draft: ActivityDraft): string[] {
  const edit = editOf(draft.kind);
  const own = edit?.faults(draft.form) ?? ["control.fault.kind"];
  const shared = (draft.shared && edit?.sharedFaults?.(draft.form)) || [];
  return [...(isWritten(draft.question) ? [] : ["control.fault.question"]), ...own, ...shared];
}

/** `place` counts from 0; null is last. */
export function addArgs(
  draft: ActivityDraft,
  session: string,
  id: string,
  place: number | null,
): AddActivity {
  return {
    session,
    activity: id,
    kind: draft.kind,
    title: titleOf(draft),
    setup: setupOf(draft),
    voters: draft.voters,
    ...(draft.minutes === null ? {} : { minutes: draft.minutes }),
    ...(draft.secrecy === null ? {} : { secrecy: draft.secrecy }),
    ...(draft.follows === null ? {} : { follows: draft.follows }),
    ...(place === null ? {} : { place }),
  };
}

/** Only what changed; null where nothing did. Once a round was opened only title and time may change. */
export function editArgs(draft: ActivityDraft, before: PlanActivity): EditActivity | null {
  const title = titleOf(draft);
  const setup = setupOf(draft);
  const changes: Omit<EditActivity, "activity"> = {
    ...(same(title, before.title) ? {} : { title }),
    // 0 takes the time limit away.
    ...(draft.minutes === before.minutes ? {} : { minutes: draft.minutes ?? 0 }),
  };
  if (before.phase === "draft") {
    if (!same(setup, read(before))) changes.setup = setup;
    if (draft.voters !== before.voters) changes.voters = draft.voters;
    if (draft.secrecy !== null && draft.secrecy !== before.secrecy) changes.secrecy = draft.secrecy;
  }
  return Object.keys(changes).length ? { activity: before.id, ...changes } : null;
}

/** Where something added live belongs: after what has been opened, before what still waits. */
export function nextPlace(plan: PlanValue | undefined): number {
  const phases = plan?.activities.map((activity) => activity.phase) ?? [];
  return phases.reduce((place, phase, index) => (phase === "draft" ? place : index + 1), 0);
}

function setupOf(draft: ActivityDraft): Record<string, unknown> {
  const written = editOf(draft.kind)?.write(draft.form) ?? {};
  return {
    question: draft.question,
    ...(isWritten(draft.note) ? { note: draft.note } : {}),
    ...(draft.breakdown ? { breakdown: "mechanism" } : {}),
    ...(draft.shared ? { unit: "delegation" } : {}),
    ...written,
  };
}

/** What the form makes of a setup nobody touched: the server's own may name defaults that the form leaves out. */
function read(activity: PlanActivity): Record<string, unknown> {
  const untouched = fromPlan(activity);
  return untouched ? setupOf(untouched) : activity.setup;
}

/** The title given, else the beginning of the question. */
function titleOf(draft: ActivityDraft): Text {
  if (isWritten(draft.title)) return draft.title;
  const every = Object.entries(draft.question as Record<string, string>);
  return Object.fromEntries(
    every.map(([language, question]) => [language, shortened(question)]),
  ) as Text;
}

export function shortened(question: string): string {
  const line = question.replace(/\s+/g, " ").trim();
  if (line.length <= TITLE) return line;
  const cut = line.slice(0, TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), TITLE / 2)).replace(/[\s,;:.]+$/, "")}…`;
}

/** Equal whatever the order of fields. */
function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
