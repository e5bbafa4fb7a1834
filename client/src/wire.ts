// Made from the server's schema by `python -m server.live.schema --write`: do not edit.


export type Secrecy = "secret" | "by_delegation" | "open";

export type Sort =
  | "challenge"
  | "idea"
  | "offer"
  | "need"
  | "entry"
  | "outcome"
  | "synthesis"
  | "practice"
  | "line"
  | "earlier";

export type Why = "merge" | "split" | "reword" | "promote" | "quote";

export type Mechanism = "quito" | "mirps" | "pac" | "joint";

export type Cooperation = "technical" | "financial" | "peer" | "none";

export type Answer = "no_objection" | "with_remark" | "ad_referendum" | "reservation";

export type Regime = "open" | "attributable" | "chatham_house" | "reserved";

export type Voters = "delegates" | "heads" | "delegates_and_observers";

export type Progress = "not_reported" | "not_begun" | "under_way" | "done" | "dropped";

export type Format = "plenary" | "tables" | "pause";

export type Role =
  "secretariat" | "moderator" | "facilitator" | "rapporteur" | "delegate" | "observer" | "screen";

export type Status =
  "proposed" | "reviewed" | "agreed_ad_referendum" | "confirmed" | "with_reservation" | "withdrawn";

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
  trial: boolean;
  pads: boolean;
  boards: boolean;
  method: MethodValue[];
  opened_at: number;
  ends_at: number | null;
  closed_at: number | null;
  sealed: boolean;
}

export interface MethodValue {
  label: Text;
  value: Text;
  brief?: Text | null;
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
  follows?: string | null;
  trial?: boolean;
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

export interface AddEntry {
  name?: "add_entry";
  activity: string;
  round: number;
  entry_id: string;
  entry: {
    [k: string]: unknown;
  };
}

export interface AddLine {
  name?: "add_line";
  line: string;
  fields: LineFields;
  session?: string | null;
  table?: string | null;
}

export interface LineFields {
  activity: string;
  /**
   * @maxItems 60
   */
  sources?: Parent[];
  theme?: string | null;
  challenge?: string | null;
  position?: string | null;
  stability?: ("high" | "medium" | "lower") | null;
  output?: string;
  mechanism?: Mechanism | null;
  alignment?: string;
  /**
   * @maxItems 2
   */
  leads?: [] | [string] | [string, string];
  institution?: string;
  support?: string;
  quarter?: number | null;
  year?: number | null;
  milestone?: string;
  indicator?: string;
  baseline?: string;
  target?: string;
  verification?: string;
  cooperation?: Cooperation | null;
  amount?: string;
  remarks?: string;
}

export interface Parent {
  sort: Sort;
  id: string;
  why: Why;
  part?: string | null;
}

export interface AddPractice {
  name?: "add_practice";
  practice: string;
  fields: PracticeFields;
  session?: string | null;
  delegation?: string | null;
  named?: boolean;
}

export interface PracticeFields {
  title: string;
  /**
   * @maxItems 10
   */
  categories?:
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
  /**
   * @maxItems 10
   */
  tags?:
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
  period?: string;
  entities?: string;
  submitted_by?: string;
  partners?: string;
  website?: string;
  description?: string;
  results?: string;
  conditions?: string;
  replicability?: string;
  contact?: string;
  /**
   * @maxItems 60
   */
  sources?: Parent[];
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

export interface AddSynthesis {
  name?: "add_synthesis";
  synthesis: string;
  session: string;
  fields: SynthesisFields;
}

export interface SynthesisFields {
  text: string;
  heading?: string | null;
  /**
   * @minItems 1
   * @maxItems 300
   */
  sources: [Parent, ...Parent[]];
}

export interface AddTime {
  name?: "add_time";
  activity: string;
  round: number;
  seconds: number | null;
}

export interface AgreementStep {
  at: number;
  what: string;
  regime: string | null;
  role: string | null;
  table: string | null;
  delegation: string | null;
}

export interface AgreementValue {
  entry: string;
  regime: string;
  session: string;
  asked: string | null;
  agreed: number;
  declined: number;
  steps: AgreementStep[];
}

export interface AgreementsValue {
  entries: AgreementValue[];
}

export interface AnswerLine {
  name?: "answer_line";
  line: string;
  version: number;
  answer: Answer;
  text?: string;
  attributed?: boolean;
}

export interface Approval {
  approved: string[];
}

export interface ApproveEntry {
  name?: "approve_entry";
  activity: string;
  entry: string;
}

export interface AssignTable {
  name?: "assign_table";
  session: string;
  seat: string;
  table: string;
}

export interface BankValue {
  themes: NamedValue[];
  challenges: ChallengeValue[];
  states: string[];
}

export interface NamedValue {
  id: string;
  name: Text;
}

export interface ChallengeValue {
  id: string;
  theme: string;
  short: Text;
}

export interface BoardItem {
  id: string;
  code: string | null;
  sort: string;
  fields: {
    [k: string]: unknown;
  };
  written: string | null;
  status: string;
  contributions: number;
  parents: BoardParent[];
  delegation: string | null;
  objections: string[];
}

export interface BoardParent {
  id: string;
  why: string;
}

export interface BoardStep {
  number: number;
  verb: string;
}

export interface BoardValue {
  round: number;
  count: number;
  visible: boolean;
  working: boolean;
  finished: boolean;
  step: BoardStep | null;
  items: BoardItem[];
}

export interface Bye {
  type?: "bye";
  code: string;
  again: boolean;
}

export interface CardValue {
  activity: string;
  code: string;
  title: Text;
  question: Text;
  method: MethodValue[];
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

export interface ChangeValue {
  at: number;
  role: string;
  table: string | null;
  delegation: string | null;
  what: string;
  before: {
    [k: string]: unknown;
  };
  after: {
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

export interface CollectSetup {
  question: Text;
  note?: Text | null;
  per_seat?: number;
  approval?: boolean;
  wall?: "closed" | "live";
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

export interface CommentEntry {
  name?: "comment_entry";
  comment: string;
  entry: string;
  quote?: string;
  text: string;
}

export interface CommentValue {
  id: string;
  entry: string;
  quote: string;
  text: string;
  at: number;
  resolved_at: number | null;
}

export interface CommentsValue {
  comments: CommentValue[];
}

export interface ConsentEntry {
  name?: "consent_entry";
  entry: string;
  regime?: Regime | null;
}

export interface ConsentsValue {
  entries: {
    [k: string]: string;
  };
  notes: OwnNoteValue[];
}

export interface OwnNoteValue {
  entry: string;
  code: string;
  text: string;
  regime: string;
  asked: string | null;
  agreed: string | null;
  declined: boolean;
}

export interface Counted {
  voted?: number;
  answered?: number;
  abstained?: number;
  not_applicable?: number;
  delegations?: number;
  sources?: Sources | null;
}

export interface Sources {
  phone?: number;
  paper?: number;
  hands?: number;
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

export interface EarlierValue {
  id: string;
  code: string;
  meeting: string;
  activity: string;
  theme: string | null;
  target: string;
  status: string;
  progress: string;
  note: string;
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

export interface EditEntry {
  name?: "edit_entry";
  activity: string;
  round: number;
  entry_id: string;
  entry: {
    [k: string]: unknown;
  };
}

export interface EditLine {
  name?: "edit_line";
  line: string;
  version: number;
  changes: LineChanges;
}

export interface LineChanges {
  activity?: string;
  /**
   * @maxItems 60
   */
  sources?: Parent[];
  theme?: string | null;
  challenge?: string | null;
  position?: string | null;
  stability?: ("high" | "medium" | "lower") | null;
  output?: string;
  mechanism?: Mechanism | null;
  alignment?: string;
  /**
   * @maxItems 2
   */
  leads?: [] | [string] | [string, string];
  institution?: string;
  support?: string;
  quarter?: number | null;
  year?: number | null;
  milestone?: string;
  indicator?: string;
  baseline?: string;
  target?: string;
  verification?: string;
  cooperation?: Cooperation | null;
  amount?: string;
  remarks?: string;
}

export interface EditPractice {
  name?: "edit_practice";
  practice: string;
  version: number;
  changes: PracticeChanges;
}

export interface PracticeChanges {
  title?: string;
  /**
   * @maxItems 10
   */
  categories?:
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
  /**
   * @maxItems 10
   */
  tags?:
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
  period?: string;
  entities?: string;
  submitted_by?: string;
  partners?: string;
  website?: string;
  description?: string;
  results?: string;
  conditions?: string;
  replicability?: string;
  contact?: string;
  /**
   * @maxItems 60
   */
  sources?: Parent[];
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

export interface EditSynthesis {
  name?: "edit_synthesis";
  synthesis: string;
  version: number;
  fields: SynthesisFields;
}

export interface EndReading {
  name?: "end_reading";
}

export interface EndSession {
  name?: "end_session";
  session: string;
}

export interface EnterHands {
  name?: "enter_hands";
  activity: string;
  round: number;
  counts: {
    [k: string]: number;
  };
  again: {
    [k: string]: number;
  };
}

export interface EnterPaperBallot {
  name?: "enter_paper_ballot";
  activity: string;
  round: number;
  seat?: string | null;
  envelope?: number | null;
  ballot: {
    [k: string]: unknown;
  };
  again: {
    [k: string]: unknown;
  };
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

export interface ExchangeSetup {
  question: Text;
  note?: Text | null;
  per_seat?: number;
  approval?: boolean;
  wall?: "closed" | "live";
  themes: Option[];
  supports?: Option[];
}

export interface Option {
  id: string;
  text: Text;
  short?: Text | null;
  /**
   * @maxItems 100
   */
  parents?: Parent[];
}

export interface ExchangeValue {
  round: number;
  open: boolean;
  posts: PostValue[];
  points: MeetingPoint[];
}

export interface PostValue {
  id: string;
  code: string | null;
  sort: string;
  fields: {
    [k: string]: unknown;
  };
  delegation: string | null;
}

export interface MeetingPoint {
  offer: string;
  need: string;
  fits: boolean;
  interested: string[];
  agreed: boolean;
}

export interface Finding {
  id: string;
  label: Text;
  text?: Text | null;
  place?: [unknown, unknown] | null;
  count?: number | null;
}

export interface FinishBoard {
  name?: "finish_board";
  activity: string;
  round: number;
}

export interface FinishPaper {
  name?: "finish_paper";
  activity: string;
  round: number;
}

export interface FollowEarlier {
  name?: "follow_earlier";
  line: string;
  progress: Progress;
  note?: string;
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
  packed?: boolean;
}

export interface HideEntry {
  name?: "hide_entry";
  activity: string;
  entry: string;
  hide?: boolean;
}

export interface HistoryValue {
  changes: ChangeValue[];
}

export interface JoinLine {
  name?: "join_line";
  line: string;
  join?: boolean;
}

export interface LikenessValue {
  groups: string[][];
}

export interface LineFieldsValue {
  activity: string;
  theme: string | null;
  challenge: string | null;
  position: string | null;
  stability: string | null;
  output: string;
  mechanism: string | null;
  alignment: string;
  leads: string[];
  institution: string;
  support: string;
  quarter: number | null;
  year: number | null;
  milestone: string;
  indicator: string;
  baseline: string;
  target: string;
  verification: string;
  cooperation: string | null;
  amount: string;
  remarks: string;
}

export interface LineValue {
  id: string;
  code: string;
  session: string;
  table: string | null;
  regime: string;
  status: string;
  version: number;
  changed_at: number;
  fields: LineFieldsValue | null;
  sources: SourceValue[];
  participants: string[];
  counts: {
    [k: string]: number;
  };
  remarks: RemarkValue[];
}

export interface SourceValue {
  sort: string;
  id: string;
  part: string | null;
  why: string;
  code: string;
  text: string | Text | null;
  withheld: boolean;
  tombstone: boolean;
}

export interface RemarkValue {
  answer: string;
  text: string;
  delegation: string | null;
}

export interface LineageValue {
  nodes: NodeValue[];
}

export interface NodeValue {
  sort: string;
  id: string;
  code: string;
  text: string | Text | null;
  regime: string | null;
  session: string | null;
  asked: string | null;
  delegations: string[];
  parents: LinkValue[];
  withheld: boolean;
  tombstone: boolean;
}

export interface LinkValue {
  sort: string;
  id: string;
  why: string;
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

export interface MergeEntries {
  name?: "merge_entries";
  activity: string;
  /**
   * @minItems 2
   * @maxItems 100
   */
  entries: [string, string, ...string[]];
  id: string;
  text: string;
}

export interface MineValue {
  round: number;
  voter: boolean;
  recorded: boolean;
  counted: boolean;
  apart: string | null;
}

export interface MoveActivity {
  name?: "move_activity";
  activity: string;
  session?: string | null;
  place: number;
}

export interface MoveLine {
  name?: "move_line";
  line: string;
  place: number;
}

export interface MoveSession {
  name?: "move_session";
  session: string;
  place: number;
}

export interface Moved {
  id: string;
  label: Text;
  /**
   * @minItems 2
   * @maxItems 2
   */
  before: [unknown, unknown];
  /**
   * @minItems 2
   * @maxItems 2
   */
  after: [unknown, unknown];
  /**
   * @minItems 2
   * @maxItems 2
   */
  start: [unknown, unknown];
  /**
   * @minItems 2
   * @maxItems 2
   */
  end: [unknown, unknown];
  way: "rose" | "fell" | "level";
}

export interface Movement {
  before: RoundName;
  after: RoundName;
  rows: Moved[];
  dropped: OnlyOnce[];
  added: OnlyOnce[];
  /**
   * @minItems 2
   * @maxItems 2
   */
  agreement: [unknown, unknown];
  rolls: Rolls;
  notes: Text[];
  table: Table;
}

export interface RoundName {
  activity: string;
  round: number;
  label: Text;
  voted: number;
  delegations: number;
}

export interface OnlyOnce {
  id: string;
  label: Text;
  /**
   * @minItems 2
   * @maxItems 2
   */
  place: [unknown, unknown];
}

export interface Rolls {
  differ: boolean;
  few?: boolean;
  joined?: number | null;
  left?: number | null;
}

export interface Table {
  title: Text;
  columns: Column[];
  rows: (string | number | Text | null)[][];
  chart?: number | null;
}

export interface NamePractice {
  name?: "name_practice";
  practice: string;
  version: number;
  named?: boolean;
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

export interface ObjectToEntry {
  name?: "object_to_entry";
  activity: string;
  entry: string;
  text?: string | null;
}

export interface OpenActivity {
  name?: "open_activity";
  activity: string;
  minutes?: number | null;
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
  breakdown?: Table | null;
}

export interface OutcomeValue {
  round: number;
  places_only: boolean;
  movement?: Movement;
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

export interface OwnEntry {
  id: string;
  round: number;
  code: string | null;
  fields: {
    [k: string]: unknown;
  };
  written: string | null;
  status: string;
  changed: boolean;
  objection: string | null;
  became: OwnHeir[];
}

export interface OwnHeir {
  code: string | null;
  text: string;
  status: string;
}

export interface OwnPracticesValue {
  practices: PracticeValue[];
}

export interface PracticeValue {
  id: string;
  code: string;
  session: string;
  regime: string;
  delegation: string | null;
  named: boolean;
  fields: PracticeFieldsValue | null;
  version: number;
  withdrawn: boolean;
  at: number;
}

export interface PracticeFieldsValue {
  title: string;
  categories: string[];
  tags: string[];
  period: string;
  entities: string;
  submitted_by: string;
  partners: string;
  website: string;
  description: string;
  results: string;
  conditions: string;
  replicability: string;
  contact: string;
  sources: {
    [k: string]: unknown;
  }[];
}

export interface OwnReadingValue {
  line: string;
  answer: string | null;
  text: string;
  attributed: boolean;
  by_head: boolean;
  joined: boolean;
}

export interface OwnValue {
  round: number;
  left: number;
  items: OwnEntry[];
}

export interface PaperValue {
  round: number;
  seats: {
    [k: string]: string;
  };
  entered: string[];
  envelopes: number[];
  hands: {
    [k: string]: number;
  };
  due: boolean;
}

export interface Piece {
  id: string;
  text: string;
}

export interface Ping {
  type: "ping";
  asleep?: boolean;
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
  trial: boolean;
  setup: {
    [k: string]: unknown;
  };
  follows: string | null;
  method: MethodValue[];
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
  unit?: "seat" | "delegation";
  breakdown?: "none" | "mechanism";
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
  awake: string[];
  screens: number;
  desks: number;
  total: number;
}

export interface PrioritiseEntries {
  name?: "prioritise_entries";
  activity: string;
  into: string;
  entries?: [string, string, ...string[]] | null;
  session?: string | null;
  title?: Text | null;
  question?: Text | null;
  top?: number | null;
}

export interface PrioritiseSetup {
  question: Text;
  note?: Text | null;
  unit?: "seat" | "delegation";
  breakdown?: "none" | "mechanism";
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
  rotation_ends_at: number | null;
  phase: string;
  started_at: number | null;
  ended_at: number | null;
  activities: ActivityLine[];
}

export interface RateSetup {
  question: Text;
  note?: Text | null;
  unit?: "seat" | "delegation";
  breakdown?: "none" | "mechanism";
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

export interface ReadLine {
  name?: "read_line";
  line: string;
}

export interface ReadLineValue {
  id: string;
  code: string;
  version: number;
  status: string;
  fields: LineFieldsValue;
  participants: string[];
  sources: string[];
}

export interface ReadingValue {
  session: string;
  regime: string;
  line: ReadLineValue | null;
  place: number;
  of: number;
  counts: {
    [k: string]: number;
  };
  delegations: number;
  who: WhoValue[] | null;
}

export interface WhoValue {
  delegation: string;
  answer: string;
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

export interface ResolveComment {
  name?: "resolve_comment";
  comment: string;
  resolved?: boolean;
}

export interface RestoreLine {
  name?: "restore_line";
  line: string;
}

export interface RevealOutcome {
  name?: "reveal_outcome";
  activity: string;
  round: number;
}

export interface RewordEntry {
  name?: "reword_entry";
  activity: string;
  entry: string;
  text: string;
}

export interface RoadmapValue {
  year: number;
  lines: string[];
  earlier: EarlierValue[];
}

export interface RotateTables {
  name?: "rotate_tables";
  session: string;
  rotation: number;
}

export interface RoundsValue {
  rounds: OutcomeValue[];
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

export interface SetLineStatus {
  name?: "set_line_status";
  line: string;
  status: Status;
}

export interface SetRegime {
  name?: "set_regime";
  entry: string;
  regime: Regime;
}

export interface SetSource {
  name?: "set_source";
  activity: string;
  round: number;
  seat: string;
  source: "phone" | "paper" | "hands";
}

export interface SetStage {
  name?: "set_stage";
  stage: Stage;
}

export interface Stage {
  show?: "auto" | "join" | "blank" | "outcome" | "movement" | "method" | "notes";
  activity?: string | null;
  table?: string | null;
}

export interface SharedValue {
  round: number;
  ballot: {
    [k: string]: unknown;
  };
}

export interface ShortText {
  text: string;
}

export interface ShowInterest {
  name?: "show_interest";
  activity: string;
  offer: string;
  need: string;
  interested?: boolean;
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

export interface SplitEntry {
  name?: "split_entry";
  activity: string;
  entry: string;
  /**
   * @minItems 2
   * @maxItems 10
   */
  into:
    | [Piece, Piece]
    | [Piece, Piece, Piece]
    | [Piece, Piece, Piece, Piece]
    | [Piece, Piece, Piece, Piece, Piece]
    | [Piece, Piece, Piece, Piece, Piece, Piece]
    | [Piece, Piece, Piece, Piece, Piece, Piece, Piece]
    | [Piece, Piece, Piece, Piece, Piece, Piece, Piece, Piece]
    | [Piece, Piece, Piece, Piece, Piece, Piece, Piece, Piece, Piece]
    | [Piece, Piece, Piece, Piece, Piece, Piece, Piece, Piece, Piece, Piece];
}

export interface StartReading {
  name?: "start_reading";
}

export interface StartSession {
  name?: "start_session";
  session: string;
}

export interface StartTrial {
  name?: "start_trial";
  activity: string;
}

export interface StepValue {
  command: string;
  args: {
    [k: string]: unknown;
  };
  title: Text | null;
  pending: boolean;
}

export interface SynthesisValue {
  id: string;
  code: string;
  session: string;
  regime: string;
  version: number;
  heading: string | null;
  text: string | null;
  sources: SourceValue[];
  withdrawn: boolean;
  at: number;
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
  apart: number;
}

export interface UndoBoard {
  name?: "undo_board";
  activity: string;
  step: number;
}

export interface ValidateTable {
  name?: "validate_table";
  activity: string;
  table: string;
}

export interface Value {
  value: number;
}

export interface WallItem {
  id: string;
  fields: {
    [k: string]: unknown;
  };
}

export interface WallValue {
  round: number;
  count: number;
  items: WallItem[];
}

export interface WithdrawEntry {
  name?: "withdraw_entry";
  activity: string;
  round: number;
  entry_id: string;
}

export interface WithdrawLine {
  name?: "withdraw_line";
  line: string;
}

export interface WithdrawPractice {
  name?: "withdraw_practice";
  practice: string;
  withdrawn?: boolean;
}

export interface WithdrawSynthesis {
  name?: "withdraw_synthesis";
  synthesis: string;
}
