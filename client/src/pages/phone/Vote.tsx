import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { kindOf } from "../../activities";
import type { Ballot } from "../../activities/kind";
import { later } from "../../activities/later";
import { cast, forgetDraft, keepDraft, keptDraft, ownBallot, replacedBy } from "../../ballots";
import { second } from "../../clock";
import { t } from "../../i18n";
import { Countdown } from "../../parts/Countdown";
import { useAnnounced } from "../../parts/Live";
import { Method } from "../../parts/Method";
import { key } from "../../state";
import type { ActivityValue, SharedValue } from "../../wire";
import { unsent } from "./follow";
import { Receipt, standing } from "./Receipt";

const Elsewhere = later(async () => (await import("./Elsewhere")).Elsewhere);
const Shared = later(async () => (await import("./Shared")).Shared);
const SharedSecrecy = later(async () => (await import("./Shared")).SharedSecrecy);

/** The ballot being made, and at the bottom, in reach of the thumb, the one thing to do with it. */
export function Vote({ activity }: { activity: ActivityValue }) {
  const { id, round } = activity;
  const kind = kindOf(activity.kind);
  const mine = key(`mine/${id}`);
  const together = key(`shared/${id}`);
  /** What was chosen and not sent. */
  const draft = useSignal<Ballot | undefined>(keptDraft(id, round));
  /** The delegation's ballot that the last own one was sent over. */
  const over = useRef<SharedValue | undefined>(undefined);
  const thumb = useRef<HTMLDivElement>(null);
  const drop = () => {
    draft.value = undefined;
    if (unsent.peek() === id) unsent.value = undefined;
    forgetDraft(id, round);
  };
  useEffect(() => {
    if (draft.peek()) unsent.value = id;
    return () => {
      if (unsent.peek() === id) unsent.value = undefined;
    };
  }, []);
  useEffect(() => {
    if (mine?.apart) drop();
  }, [mine?.apart]);
  useEffect(() => {
    if (together && together !== over.current) replacedBy(id, round, together.ballot);
  }, [together]);
  if (!kind?.Vote || !kind.readiness) return <p>{t("phone.too_old")}</p>;
  if (mine && !mine.voter) return <NoVote activity={activity} />;
  if (mine?.apart) return <Elsewhere activity={activity} mine={mine} />;
  const own = ownBallot(id, round);
  const theirs = own && own.state !== "received" ? undefined : together;
  const stood = theirs && theirs !== over.current ? theirs.ballot : own?.ballot;
  const shown = draft.value ?? stood;
  const { ready, hint } = kind.readiness(activity.setup, shown);
  const onDraft = (next: Ballot) => {
    draft.value = next;
    unsent.value = id;
    keepDraft(id, round, next);
  };
  const submit = () => {
    if (!shown || !ready) return;
    drop();
    over.current = together;
    // The button goes: whoever pressed it goes on from the receipt in its place.
    if (thumb.current?.contains(document.activeElement)) thumb.current.focus();
    void cast(id, round, shown);
  };
  const shared = activity.setup.unit === "delegation";
  const changed = draft.value !== undefined;
  const stands = standing(id, round);
  const toSend = changed || stands === undefined || stands === "refused";
  const VoteForm = kind.Vote;
  return (
    <form
      class="vote"
      onSubmit={(event) => {
        event.preventDefault();
        if (toSend) submit();
      }}
    >
      <TimeLeft endsAt={activity.ends_at} />
      {shared && <Shared together={together} changed={changed} onDrop={drop} />}
      <VoteForm
        activity={activity}
        draft={shown}
        onDraft={onDraft}
        seed={`${key("seat")?.id}.${id}`}
      />
      <Method activity={activity} />
      {shared && <SharedSecrecy secrecy={activity.secrecy} />}
      <p class="small muted">
        {!shared && t(`phone.secrecy.${activity.secrecy}`)}
        {activity.setup.breakdown === "mechanism" && ` ${t(breakdownWord(activity.secrecy))}`}
      </p>
      <div ref={thumb} class="thumb" tabIndex={-1}>
        {toSend ? (
          <>
            <Hint text={hint} />
            <button type="submit" class="button main" disabled={!ready}>
              {t(
                stands === undefined || stands === "refused" || shared
                  ? "phone.send"
                  : "phone.replace",
              )}
            </button>
            {stands === "refused" && !changed && <Receipt id={id} round={round} />}
          </>
        ) : (
          <>
            <Receipt id={id} round={round} />
            <p class="small muted">{t("phone.may_change")}</p>
            <Delegations activity={id} />
          </>
        )}
      </div>
    </form>
  );
}

/** What is missing, or that nothing is. */
function Hint({ text }: { text: string }) {
  useAnnounced(text);
  return <p class="hint small">{text}</p>;
}

const WARN_S = 20;

function TimeLeft({ endsAt }: { endsAt: number | null }) {
  const left = endsAt === null ? undefined : Math.ceil((endsAt - second.value) / 1000);
  const near = left !== undefined && left > 0 && left <= WARN_S;
  useAnnounced(near ? t("time.near", { n: WARN_S }) : undefined);
  if (left === undefined) return null;
  return (
    <p class={near ? "time near" : "time"}>
      {left > 0 ? <Countdown endsAt={endsAt} /> : t("phone.time_over")}
    </p>
  );
}

/** How many have voted, in one line: a phone is not the screen. */
function Delegations({ activity }: { activity: string }) {
  const turnout = key(`turnout/${activity}`);
  if (!turnout) return null;
  const [n, of] = [turnout.delegations_voted, turnout.delegations];
  return <p class="small muted">{t("turnout.delegations", { n, of })}</p>;
}

function NoVote({ activity }: { activity: ActivityValue }) {
  return (
    <>
      <h2 tabIndex={-1} data-heading>
        {t("phone.no_vote")}
      </h2>
      <p class="muted">{t(`phone.voters.${activity.voters}`)}</p>
      <Delegations activity={activity.id} />
    </>
  );
}

function breakdownWord(secrecy: string): string {
  return secrecy === "secret" ? "phone.breakdown.secret" : "phone.breakdown";
}
