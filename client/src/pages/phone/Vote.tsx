import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { kindOf } from "../../activities";
import type { Ballot } from "../../activities/kind";
import { cast, ownBallot } from "../../ballots";
import { t } from "../../i18n";
import { Countdown } from "../../parts/Countdown";
import { Method } from "../../parts/Method";
import { key } from "../../state";
import { forget, keep, kept } from "../../storage";
import type { ActivityValue } from "../../wire";
import { Receipt } from "./Activity";
import { unsent } from "./follow";

/** The ballot being made, and at the bottom, in reach of the thumb, the one thing to do with it. */
export function Vote({ activity }: { activity: ActivityValue }) {
  const kind = kindOf(activity.kind);
  const mine = key(`mine/${activity.id}`);
  const own = ownBallot(activity.id, activity.round);
  const name = `draft.${activity.id}.${activity.round}.${key("seat")?.id}`;
  const draft = useSignal<Ballot | undefined>(kept<Ballot>(name) ?? own?.ballot);
  const changed = useSignal(kept<Ballot>(name) !== undefined);
  useEffect(
    () => () => {
      if (unsent.value === activity.id) unsent.value = undefined;
    },
    [],
  );
  if (!kind?.Vote || !kind.readiness) return <p>{t("phone.too_old")}</p>;
  if (mine && !mine.voter) return <NoVote activity={activity} />;
  const { ready, hint } = kind.readiness(activity.setup, draft.value);
  const onDraft = (next: Ballot) => {
    draft.value = next;
    changed.value = true;
    unsent.value = activity.id;
    keep(name, next);
  };
  const submit = () => {
    if (!draft.value || !ready) return;
    changed.value = false;
    unsent.value = undefined;
    forget(name);
    void cast(activity.id, activity.round, draft.value);
  };
  const sent = own !== undefined || mine?.recorded === true;
  const VoteForm = kind.Vote;
  return (
    <form
      class="vote"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p class="small muted time">
        <Countdown endsAt={activity.ends_at} />
      </p>
      <VoteForm
        activity={activity}
        draft={draft.value}
        onDraft={onDraft}
        seed={`${key("seat")?.id}.${activity.id}`}
      />
      <p class="small muted">{t(`phone.secrecy.${activity.secrecy}`)}</p>
      <Method activity={activity} />
      <div class="thumb">
        {(changed.value || !sent) && (
          <button type="submit" class="button main" disabled={!ready || !changed.value}>
            {t(sent ? "phone.replace" : "phone.send")}
          </button>
        )}
        <p class="thumb-line">
          <span class="muted small" aria-live="polite">
            {changed.value || !sent ? hint : t("phone.may_change")}
          </span>
          {!changed.value && <Receipt id={activity.id} round={activity.round} />}
        </p>
      </div>
    </form>
  );
}

function NoVote({ activity }: { activity: ActivityValue }) {
  return (
    <>
      <h2 tabIndex={-1} data-heading>
        {t("phone.no_vote")}
      </h2>
      <p class="muted">{t(`phone.voters.${activity.voters}`)}</p>
    </>
  );
}
