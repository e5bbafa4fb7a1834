import { useEffect, useRef } from "preact/hooks";
import { kindOf } from "../../activities";
import { forgetChoice, ownBallot } from "../../ballots";
import { pick, t } from "../../i18n";
import { Method } from "../../parts/Method";
import { key } from "../../state";
import { Outcome } from "./Outcome";
import { TablePad } from "./TablePad";
import { Vote } from "./Vote";

/** One activity in whatever phase it is. */
export function Activity({ id }: { id: string }) {
  const activity = key(`activity/${id}`);
  const root = useRef<HTMLElement>(null);
  const phase = activity?.phase;
  useEffect(() => {
    // A change of phase is announced by its heading, unless somebody is writing.
    const busy = document.activeElement?.matches("textarea, input[type=text]");
    if (!busy) root.current?.querySelector<HTMLElement>("[data-heading]")?.focus();
  }, [id, phase, activity?.round]);
  useEffect(() => {
    if (activity?.sealed && activity.secrecy === "secret") forgetChoice(id, activity.round);
  }, [activity?.sealed, activity?.round]);
  if (!activity) return <div class="skeleton" style={{ height: "9em" }} />;
  if (activity.pads) return <TablePad activity={activity} />;
  return (
    <main ref={root} class="activity">
      {phase === "open" && <Vote activity={activity} />}
      {phase === "closed" && (
        <>
          <h2 tabIndex={-1} data-heading>
            {pick(activity.title)}
          </h2>
          <p>{t("phone.closed")}</p>
          <Receipt id={id} round={activity.round} />
        </>
      )}
      {phase === "revealed" && kindOf(activity.kind) && <Outcome activity={activity} />}
      {phase !== "open" && <Method activity={activity} />}
    </main>
  );
}

/** What became of the own ballot: kept, received, counted. */
export function Receipt({ id, round }: { id: string; round: number }) {
  const own = ownBallot(id, round);
  const mine = key(`mine/${id}`);
  const counted = mine?.round === round && mine.counted;
  const received = own?.state === "received" || (mine?.round === round && mine.recorded);
  if (own?.state === "refused") {
    return (
      <p class="receipt refused" role="alert">
        {t(`code.${own.code}`)}
      </p>
    );
  }
  if (!own && !received) return null;
  const word = counted ? "counted" : own?.state === "kept" ? "kept" : "received";
  return (
    <p class={`receipt ${word}`} role="status">
      {t(`receipt.${word}`)}
    </p>
  );
}
