/* Votes of people without a phone: who votes so, what was entered of them, what is still missing. */
import "./words";
import "./paper.css";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n";
import { act, locked, refusal } from "../pages/control/act";
import { reason } from "../pages/control/Notice";
import { key } from "../state";
import type { ActivityValue, PaperValue } from "../wire";
import { PaperBallot } from "./Ballot";
import { Envelopes } from "./Envelopes";
import { Hands } from "./Hands";
import { onPaperOf } from "./kinds";
import { Mark } from "./Mark";
import { type Voter, voter } from "./voters";

export interface PanelProps {
  activity: ActivityValue;
}

const COMMANDS = ["set_source", "enter_paper_ballot", "enter_hands", "finish_paper"];

/** What is being entered: a seat's ballot, or the hands that went up. */
type Entry = { seat: string } | "hands" | null;

export function PaperPanel({ activity }: PanelProps) {
  const paper = key(`paper/${activity.id}`);
  const [entry, setEntry] = useState<Entry>(null);
  const options = onPaperOf(activity.kind)?.hands?.(activity.setup) ?? [];
  const hands = activity.secrecy === "open" ? options : [];
  const apart = Object.entries(paper?.seats ?? {});
  const raised = apart.filter(([, source]) => source === "hands").length;
  const open = activity.phase === "open";
  if (!open && !paper?.due) return null;
  return (
    <details class="paper" open={apart.length > 0}>
      <summary>
        <h3>{t("paper.title")}</h3>
        {apart.length > 0 && <span class="muted">{t("paper.seats", { n: apart.length })}</span>}
      </summary>
      <p class="muted">{t(`paper.about.${activity.secrecy}${open ? "" : ".closed"}`)}</p>
      {activity.secrecy === "secret" && apart.length === 1 && (
        <p class="banner">{t("paper.alone")}</p>
      )}
      <Refused />
      {paper && (
        <Apart activity={activity} paper={paper} entry={entry} onEntry={setEntry} open={open} />
      )}
      {open && raised > 0 && (
        <Raised paper={paper} seats={raised} onEnter={() => setEntry("hands")}>
          {entry === "hands" && (
            <Hands
              activity={activity}
              options={hands}
              seats={raised}
              onDone={() => setEntry(null)}
            />
          )}
        </Raised>
      )}
      {open && (
        <Mark key={apart.length} activity={activity} paper={paper} hands={hands.length > 0} />
      )}
      {paper?.due && <Envelopes activity={activity} paper={paper} />}
    </details>
  );
}

/** Why the last command of this panel was refused, where one looks. */
function Refused() {
  const refused = refusal.value;
  if (!refused || !COMMANDS.includes(refused.name)) return null;
  return <p class="banner">{reason(refused)}</p>;
}

interface ApartProps {
  activity: ActivityValue;
  paper: PaperValue;
  entry: Entry;
  onEntry: (entry: Entry) => void;
  open: boolean;
}

/** The seats without a phone, and how far each has come. */
function Apart({ activity, paper, entry, onEntry, open }: ApartProps) {
  const byName = activity.secrecy !== "secret" && open;
  return (
    <ul class="paper-seats">
      {Object.entries(paper.seats)
        .map(([id, source]) => ({ ...voter(id), source }))
        .sort((one, other) => one.of.localeCompare(other.of))
        .map((seat) => {
          const entered = paper.entered.includes(seat.seat);
          const editing = entry !== null && entry !== "hands" && entry.seat === seat.seat;
          return (
            <li key={seat.seat}>
              <div class="paper-seat">
                <Name seat={seat} />
                <span class={entered ? "small done" : "small muted"}>
                  {t(stateOf(seat.source, entered, byName))}
                </span>
                {byName && seat.source === "paper" && !editing && (
                  <button
                    type="button"
                    class="button small-button"
                    disabled={locked.value}
                    onClick={() => onEntry({ seat: seat.seat })}
                  >
                    {t(entered ? "paper.enter_again" : "paper.enter")}
                    <span class="hidden-text">: {nameOf(seat)}</span>
                  </button>
                )}
                {!entered && !editing && (
                  <Unmark key={String(open)} activity={activity} seat={seat} open={open} />
                )}
              </div>
              {editing && byName && (
                <PaperBallot
                  activity={activity}
                  whose={{ seat: seat.seat }}
                  onDone={() => onEntry(null)}
                />
              )}
            </li>
          );
        })}
    </ul>
  );
}

function Name({ seat }: { seat: Voter }) {
  return (
    <span class="grow">
      {seat.of} <span class="muted">{seat.place}</span>
    </span>
  );
}

function nameOf(seat: Voter): string {
  return `${seat.of}, ${seat.place}`;
}

function stateOf(source: string, entered: boolean, byName: boolean): string {
  if (source === "hands") return "paper.state.hands";
  if (!byName) return "paper.state.envelope";
  return entered ? "paper.state.entered" : "paper.state.missing";
}

interface UnmarkProps {
  activity: ActivityValue;
  seat: Voter;
  open: boolean;
}

/** Once the round is closed nobody can be marked again: then it is asked for twice. */
function Unmark({ activity, seat, open }: UnmarkProps) {
  const [sure, setSure] = useState(open);
  const args = { activity: activity.id, round: activity.round, seat: seat.seat, source: "phone" };
  const word = open ? "paper.unmark" : sure ? "paper.unmark.sure" : "paper.unmark.closed";
  return (
    <button
      type="button"
      class={sure && !open ? "button small-button danger" : "button small-button"}
      disabled={locked.value}
      onBlur={() => setSure(open)}
      onClick={() => (sure ? void act("set_source", args) : setSure(true))}
    >
      {t(word)}
      <span class="hidden-text">: {nameOf(seat)}</span>
    </button>
  );
}

interface RaisedProps {
  paper: PaperValue | undefined;
  seats: number;
  onEnter: () => void;
  children: ComponentChildren;
}

function Raised({ paper, seats, onEnter, children }: RaisedProps) {
  const counted = Object.values(paper?.hands ?? {}).reduce((sum, n) => sum + n, 0) > 0;
  return (
    <section class="paper-raised">
      <div class="paper-seat">
        <span class="grow">{t("paper.hands", { n: seats })}</span>
        <span class={counted ? "small done" : "small muted"}>
          {t(counted ? "paper.hands.counted" : "paper.hands.missing")}
        </span>
        {!children && (
          <button
            type="button"
            class="button small-button"
            disabled={locked.value}
            onClick={onEnter}
          >
            {t(counted ? "paper.hands.again" : "paper.hands.enter")}
          </button>
        )}
      </div>
      {children}
    </section>
  );
}
