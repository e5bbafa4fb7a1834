/*
 * What the server has told this browser: a signal a key, so that a component draws again only when a key
 * it reads has changed. Written by the connection alone.
 */
import { batch, type Signal, signal } from "@preact/signals";
import type {
  ActivityValue,
  AgreementsValue,
  BankValue,
  BoardValue,
  CardValue,
  CommentsValue,
  ConsentsValue,
  EntriesValue,
  ExchangeValue,
  HistoryValue,
  LikenessValue,
  LineageValue,
  LineValue,
  MeetingValue,
  MineValue,
  NowValue,
  OutcomeValue,
  OwnPracticesValue,
  OwnReadingValue,
  OwnValue,
  PaperValue,
  PlanValue,
  PracticeValue,
  PresenceValue,
  ProgrammeValue,
  ReadingValue,
  RoadmapValue,
  RoundsValue,
  SeatsValue,
  SeatValue,
  SharedValue,
  StepValue,
  SynthesisValue,
  TablesValue,
  TableValue,
  TurnoutValue,
  ValidatedValue,
  WallValue,
} from "./wire";

export interface Keys {
  [wall: `wall/${string}`]: WallValue;
  [board: `board/${string}`]: BoardValue;
  [written: `written/${string}`]: OwnValue;
  [likeness: `likeness/${string}`]: LikenessValue;
  meeting: MeetingValue;
  programme: ProgrammeValue;
  now: NowValue;
  card: CardValue;
  next: StepValue | null;
  seats: SeatsValue;
  presence: PresenceValue;
  seat: SeatValue;
  tables: TablesValue;
  [activity: `activity/${string}`]: ActivityValue;
  [turnout: `turnout/${string}`]: TurnoutValue;
  [outcome: `outcome/${string}`]: OutcomeValue;
  [preview: `preview/${string}`]: OutcomeValue;
  [rounds: `rounds/${string}`]: RoundsValue;
  [mine: `mine/${string}`]: MineValue;
  [shared: `shared/${string}`]: SharedValue;
  [paper: `paper/${string}`]: PaperValue;
  [table: `table/${string}`]: TableValue;
  [plan: `plan/${string}`]: PlanValue;
  [entries: `entries/${string}`]: EntriesValue;
  [validated: `validated/${string}`]: ValidatedValue;
  bank: BankValue;
  roadmap: RoadmapValue;
  lineage: LineageValue;
  comments: CommentsValue;
  agreements: AgreementsValue;
  reading: ReadingValue;
  [line: `line/${string}`]: LineValue;
  [history: `history/${string}`]: HistoryValue;
  [synthesis: `synthesis/${string}`]: SynthesisValue;
  "own/reading": OwnReadingValue;
  "own/consents": ConsentsValue;
  [exchange: `exchange/${string}`]: ExchangeValue;
  [practice: `practice/${string}`]: PracticeValue;
  "own/practices": OwnPracticesValue;
}

export type Cursor = [string, number];

const values = new Map<string, Signal<unknown>>();
const names = signal<ReadonlySet<string>>(new Set());

/** Where in the log this view stands; the connection asks from here when it comes back. */
export const cursor = signal<Cursor | undefined>(undefined);

function slot(name: string): Signal<unknown> {
  let found = values.get(name);
  if (!found) {
    found = signal<unknown>(undefined);
    values.set(name, found);
  }
  return found;
}

/** The value of a key, undefined while there is none. Reads a signal: call it where a change should be seen. */
export function key<K extends keyof Keys>(name: K): Keys[K] | undefined {
  return slot(name as string).value as Keys[K] | undefined;
}

/** The names that begin with `prefix`, in no order that means anything. */
export function keys(prefix: string): string[] {
  return [...names.value].filter((name) => name.startsWith(prefix));
}

/** Everything anew: whatever was there before is forgotten. */
export function replaceAll(at: Cursor, told: Record<string, unknown>): void {
  batch(() => {
    for (const name of names.value) {
      if (!(name in told)) slot(name).value = undefined;
    }
    for (const [name, value] of Object.entries(told)) slot(name).value = value;
    names.value = new Set(Object.keys(told));
    cursor.value = at;
  });
}

/** These keys now have these values; those are gone. */
export function apply(at: Cursor, told: Record<string, unknown>, gone: string[]): void {
  batch(() => {
    const left = new Set(names.value);
    for (const name of gone) {
      left.delete(name);
      slot(name).value = undefined;
    }
    for (const [name, value] of Object.entries(told)) {
      left.add(name);
      slot(name).value = value;
    }
    if (left.size !== names.value.size || [...left].some((name) => !names.value.has(name)))
      names.value = left;
    cursor.value = at;
  });
}
