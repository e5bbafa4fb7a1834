// Made from the server's schema by `python -m server.live.schema --write`: do not edit.


export type Secrecy = "secret" | "by_delegation" | "open";

export type Voters = "delegates" | "heads" | "delegates_and_observers";

export type Regime = "open" | "attributable" | "chatham_house" | "reserved";

export type Format = "plenary" | "tables" | "pause";

export type Role =
  "secretariat" | "moderator" | "facilitator" | "rapporteur" | "delegate" | "observer" | "screen";

export type UpMessage = Hello | CommandMessage | Ping;

export type DownMessage = Snapshot | Delta | ReplyMessage | Pong | Bye;


export interface Abstention {
  abstain: true;
}

export interface ActivityLine {
  id: string;
  code: string;
  kind: string;
  title: Text;
  phase: string;
}

export interface Text {
  es?: string;
  en?: string;
  pt?: string;
  fr?: string;
}

export interface ActivityValue {
  id: string;
  code: string;
  session: string;
  kind: string;
  title: Text;
  phase: string;
  round: number;
  setup: {
    [k: string]: unknown;
  };
  secrecy: string;
  voters: string;
  regime: string;
  pads: boolean;
  method: MethodValue[];
  opened_at: number;
  ends_at: number | null;
  closed_at: number | null;
  sealed: boolean;
}

export interface MethodValue {
  label: Text;
  value: Text;
}

export interface AddActivity {
  name?: "add_activity";
  session: string;
  activity: string;
  kind: string;
  title: Text;
  setup: {
    [k: string]: unknown;
  };
  minutes?: number | null;
  voters?: "delegates" | "heads" | "delegates_and_observers";
  secrecy?: Secrecy | null;
  place?: number | null;
}

export interface AddDelegation {
  name?: "add_delegation";
  delegation: string;
  title: Text;
  kind?: "state" | "organisation";
  /**
   * @maxItems 10
   */
  mechanisms?:
    | []
    | [string]
    | [string, string]
    | [string, string, string]
    | [string, string, string, string]
    | [string, string, string, string, string]
    | [string, string, string, string, string, string]
    | [string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string];
  seats?: number;
}

export interface AddSeat {
  name?: "add_seat";
  delegation: string;
}

export interface AddSession {
  name?: "add_session";
  session: string;
  title: Text;
  day?: string | null;
  start: string;
  minutes: number;
  format?: "plenary" | "tables" | "pause";
  regime?: "open" | "attributable" | "chatham_house" | "reserved";
  tables?: number;
  place?: number | null;
}

export interface AddTime {
  name?: "add_time";
  activity: string;
  round: number;
  seconds: number;
}

export interface Approval {
  approved: string[];
}

export interface AssignTable {
  name?: "assign_table";
  session: string;
  seat: string;
  table: string;
}

export interface Bye {
  type?: "bye";
  code: string;
  again: boolean;
}

export interface CastBallot {
  name?: "cast_ballot";
  activity: string;
  round: number;
  ballot_id: string;
  ballot: {
    [k: string]: unknown;
  };
}

export interface Choices {
  choices: string[];
}

export interface ChooseTable {
  name?: "choose_table";
  table: string;
}

export interface ClearMessage {
  name?: "clear_message";
}

export interface CloseActivity {
  name?: "close_activity";
  activity: string;
  round: number;
}

export interface CloseMeeting {
  name?: "close_meeting";
}

export interface Column {
  label: Text;
  kind?: "text" | "count" | "place" | "number";
}

export interface CommandMessage {
  type: "command";
  id: string;
  name: string;
  args?: {
    [k: string]: unknown;
  };
}

export interface Counted {
  voted?: number;
  answered?: number;
  abstained?: number;
  not_applicable?: number;
  delegations?: number;
}

export interface Criterion {
  id: string;
  title: Text;
  low_label: Text;
  high_label: Text;
}

export interface DelegationLine {
  id: string;
  name: Text;
  kind: string;
  mechanisms: string[];
  seats: SeatLine[];
}

export interface SeatLine {
  id: string;
  head: boolean;
  claimed: boolean;
  table: string | null;
}

export interface Delta {
  type?: "delta";
  /**
   * @minItems 2
   * @maxItems 2
   */
  cursor: [unknown, unknown];
  keys: {
    [k: string]: unknown;
  };
  gone: string[];
}

export interface EditActivity {
  name?: "edit_activity";
  activity: string;
  title?: Text | null;
  setup?: {
    [k: string]: unknown;
  } | null;
  minutes?: number | null;
  voters?: Voters | null;
  secrecy?: Secrecy | null;
}

export interface EditSession {
  name?: "edit_session";
  session: string;
  title?: Text | null;
  start?: string | null;
  minutes?: number | null;
  regime?: Regime | null;
  tables?: number | null;
  rotation?: Rotation | null;
}

export interface Rotation {
  times: number;
  minutes: number;
}

export interface EndSession {
  name?: "end_session";
  session: string;
}

export interface EntriesValue {
  tables: {
    [k: string]: EntryValue[];
  };
  recorded_at: {
    [k: string]: number;
  };
  validated: ValidatedValue[];
}

export interface EntryValue {
  id: string;
  heading: string;
  text: string;
  flags: string[];
}

export interface ValidatedValue {
  table: string;
  at: number;
  texts: {
    [k: string]: string;
  };
}

export interface Finding {
  id: string;
  label: Text;
  text?: Text | null;
  place?: [unknown, unknown] | null;
  count?: number | null;
}

export interface Heading {
  id: string;
  title: Text;
  hint?: Text | null;
}

export interface Hello {
  type: "hello";
  meeting: string;
  as: Role;
  cursor?: [unknown, unknown] | null;
  lang?: ("es" | "en" | "pt" | "fr") | null;
}

export interface MeetingValue {
  id: string;
  title: Text;
  place: Text;
  zone: string;
  languages: string[];
  entry: string;
  code: string;
  rules: RulesValue;
  wifi: WifiValue | null;
  rehearsal: boolean;
  closed_at: number | null;
  message: Text | null;
  message_at: number | null;
  keep_days: number;
}

export interface RulesValue {
  confidentiality: Text;
  stored: Text;
  votes: Text;
  contact: Text | null;
}

export interface WifiValue {
  name: string;
  password: string;
}

export interface MineValue {
  round: number;
  voter: boolean;
  recorded: boolean;
  counted: boolean;
}

export interface MoveActivity {
  name?: "move_activity";
  activity: string;
  session?: string | null;
  place: number;
}

export interface MoveSession {
  name?: "move_session";
  session: string;
  place: number;
}

export interface NotApplicable {
  not_applicable: true;
}

export interface NotesSetup {
  question: Text;
  note?: Text | null;
  headings?: Heading[];
}

export interface NowValue {
  session: string | null;
  activity: string | null;
  phase: string | null;
  round: number | null;
  opened_at: number | null;
  ends_at: number | null;
  next: string | null;
  stage: StageValue;
}

export interface StageValue {
  show: string;
  activity: string | null;
  table: string | null;
}

export interface OpenActivity {
  name?: "open_activity";
  activity: string;
  minutes?: number | null;
}

export interface Option {
  id: string;
  text: Text;
  short?: Text | null;
}

export interface Order {
  ranking: (string | string[])[];
}

export interface Outcome {
  counted: Counted;
  result: {
    [k: string]: unknown;
  };
  findings?: Finding[];
  tables?: Table[];
  how: Text;
}

export interface Table {
  title: Text;
  columns: Column[];
  rows: (string | number | Text | null)[][];
  chart?: number | null;
}

export interface OutcomeValue {
  round: number;
  sealed_at: number;
  digest: string;
  outcome: {
    [k: string]: unknown;
  };
  tables?: {
    [k: string]: {
      [k: string]: unknown;
    }[];
  };
}

export interface Ping {
  type: "ping";
}

export interface PlanActivity {
  id: string;
  code: string;
  kind: string;
  title: Text;
  phase: string;
  round: number;
  skipped: boolean;
  sealed: boolean;
  minutes: number | null;
  voters: string;
  secrecy: string;
  setup: {
    [k: string]: unknown;
  };
}

export interface PlanValue {
  id: string;
  phase: string;
  skipped: boolean;
  activities: PlanActivity[];
}

export interface Points {
  points: {
    [k: string]: number;
  };
}

export interface PollSetup {
  question: Text;
  note?: Text | null;
  answer: "single" | "multiple" | "scale" | "text";
  options?: Option[] | null;
  at_most?: number | null;
  scale?: Scale | null;
  max_length?: number;
}

export interface Scale {
  low: number;
  high: number;
  low_label: Text;
  high_label: Text;
}

export interface Pong {
  type?: "pong";
}

export interface PresenceValue {
  delegations: {
    [k: string]: number;
  };
  seats: string[];
  screens: number;
  desks: number;
  total: number;
}

export interface PrioritiseSetup {
  question: Text;
  note?: Text | null;
  method?: "rank" | "dots" | "points" | "approval";
  options?: Option[];
  top?: number | null;
  per_option?: number | null;
  dots?: number | null;
  headline?: "delegation" | "person";
}

export interface ProgrammeValue {
  sessions: SessionLine[];
  delegations: {
    [k: string]: Text;
  };
}

export interface SessionLine {
  id: string;
  code: string;
  title: Text;
  about: Text | null;
  questions: Text[];
  starts_at: number;
  minutes: number;
  format: string;
  regime: string;
  tables: string[];
  rotation: number;
  rotations: number;
  rotation_minutes: number;
  phase: string;
  started_at: number | null;
  ended_at: number | null;
  activities: ActivityLine[];
}

export interface RateSetup {
  question: Text;
  note?: Text | null;
  options?: Option[];
  criteria?: Criterion[];
  low?: number;
  high?: number;
  rule?: Rule | null;
  quadrant?: string[] | null;
}

export interface Rule {
  at_least: number;
  from: number;
  below: number;
  to: number;
}

export interface Ratings {
  ratings: {
    [k: string]: {
      [k: string]: number | null;
    };
  };
}

export interface ReleaseSeat {
  name?: "release_seat";
  seat: string;
}

export interface ReopenActivity {
  name?: "reopen_activity";
  activity: string;
  round: number;
  minutes?: number | null;
}

export interface ReplyMessage {
  type?: "reply";
  id: string;
  verdict: "recorded" | "refused" | "unknown";
  code?: string | null;
  seq?: number | null;
}

export interface RevealOutcome {
  name?: "reveal_outcome";
  activity: string;
  round: number;
}

export interface RotateTables {
  name?: "rotate_tables";
  session: string;
  rotation: number;
}

export interface SeatValue {
  id: string;
  delegation: string;
  name: Text;
  head: boolean;
  role: string;
}

export interface SeatsValue {
  delegations: DelegationLine[];
}

export interface SendMessage {
  name?: "send_message";
  text: Text;
}

export interface SetStage {
  name?: "set_stage";
  stage: Stage;
}

export interface Stage {
  show?: "auto" | "join" | "blank" | "outcome" | "notes";
  activity?: string | null;
  table?: string | null;
}

export interface ShortText {
  text: string;
}

export interface SkipActivity {
  name?: "skip_activity";
  activity: string;
  skip?: boolean;
}

export interface SkipSession {
  name?: "skip_session";
  session: string;
  skip?: boolean;
}

export interface Snapshot {
  type?: "snapshot";
  /**
   * @minItems 2
   * @maxItems 2
   */
  cursor: [unknown, unknown];
  keys: {
    [k: string]: unknown;
  };
}

export interface StartSession {
  name?: "start_session";
  session: string;
}

export interface StepValue {
  command: string;
  args: {
    [k: string]: unknown;
  };
  title: Text | null;
  pending: boolean;
}

export interface TableValue {
  table: string;
  number: number;
  of: number;
}

export interface TablesValue {
  session: string;
  delegations: {
    [k: string]: string[];
  };
}

export interface TurnoutValue {
  round: number;
  voted: number | null;
  present: number;
  eligible: number;
  delegations_voted: number;
  delegations: number;
}

export interface ValidateTable {
  name?: "validate_table";
  activity: string;
  table: string;
}

export interface Value {
  value: number;
}
