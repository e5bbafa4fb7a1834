import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { kindOf } from "../../activities";
import type { Ballot } from "../../activities/kind";
import { cast, forgetDraft, keepDraft, keptDraft, ownBallot } from "../../ballots";
import { second } from "../../clock";
import { t } from "../../i18n";
import { Countdown } from "../../parts/Countdown";
import { useAnnounced } from "../../parts/Live";
import { Method } from "../../parts/Method";
import { key } from "../../state";
import type { ActivityValue } from "../../wire";
import { unsent } from "./follow";
import { Receipt, standing } from "./Receipt";

/** The ballot being made, and at the bottom, in reach of the thumb, the one thing to do with it. */
export function Vote({ activity }: { activity: ActivityValue }) {
  const { id, round } = activity;
  const kind = kindOf(activity.kind);
  const mine = key(`mine/${id}`);
  const draft = useSignal<Ballot | undefined>(keptDraft(id, round) ?? ownBallot(id, round)?.ballot);
  const changed = useSignal(keptDraft(id, round) !== undefined);
  const thumb = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (changed.peek()) unsent.value = id;
    return () => {
      if (unsent.peek() === id) unsent.value = undefined;
    };
  }, []);
  if (!kind?.Vote || !kind.readiness) return <p>{t("phone.too_old")}</p>;
  if (mine && !mine.voter) return <NoVote activity={activity} />;
  const { ready, hint } = kind.readiness(activity.setup, draft.value);
  const onDraft = (next: Ballot) => {
    draft.value = next;
    changed.value = true;
    unsent.value = id;
    keepDraft(id, round, next);
  };
  const submit = () => {
    if (!draft.value || !ready) return;
    changed.value = false;
    unsent.value = undefined;
    forgetDraft(id, round);
    // The button goes: whoever pressed it goes on from the receipt in its place.
    if (thumb.current?.contains(document.activeElement)) thumb.current.focus();
    void cast(id, round, draft.value);
  };
  const stands = standing(id, round);
  const toSend = changed.value || stands === undefined || stands === "refused";
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
      <VoteForm
        activity={activity}
        draft={draft.value}
        onDraft={onDraft}
        seed={`${key("seat")?.id}.${id}`}
      />
      <Method activity={activity} />
      <p class="small muted">
        {t(`phone.secrecy.${activity.secrecy}`)}
        {activity.setup.breakdown === "mechanism" && ` ${t(breakdownWord(activity.secrecy))}`}
      </p>
      <div ref={thumb} class="thumb" tabIndex={-1}>
        {toSend ? (
          <>
            <Hint text={hint} />
            <button type="submit" class="button main" disabled={!ready}>
              {t(stands === undefined || stands === "refused" ? "phone.send" : "phone.replace")}
            </button>
            {stands === "refused" && !changed.value && <Receipt id={id} round={round} />}
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
