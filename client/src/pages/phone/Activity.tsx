import { useEffect, useRef } from "preact/hooks";
import { kindOf } from "../../activities";
import { pick, t } from "../../i18n";
import { Method } from "../../parts/Method";
import { key } from "../../state";
import { isWriting } from "./follow";
import { Outcome } from "./Outcome";
import { Receipt } from "./Receipt";
import { TablePad } from "./TablePad";
import { Vote } from "./Vote";

/** One activity in whatever phase it is. */
export function Activity({ id }: { id: string }) {
  const activity = key(`activity/${id}`);
  const root = useRef<HTMLElement>(null);
  const { phase, round } = activity ?? {};
  useEffect(() => {
    // A change of phase is announced by its heading, unless somebody is writing.
    if (!isWriting()) root.current?.querySelector<HTMLElement>("[data-heading]")?.focus();
  }, [id, phase, round]);
  if (!activity) return <div class="skeleton tall" />;
  const Written = kindOf(activity.kind)?.Write;
  const votes = !activity.pads && !activity.boards;
  return (
    <main ref={root} class="activity">
      {activity.trial && <p class="banner">{t("trial.mark")}</p>}
      {activity.pads && <TablePad activity={activity} />}
      {Written && phase !== "revealed" && <Written activity={activity} />}
      {votes && phase === "open" && <Vote key={round} activity={activity} />}
      {votes && phase === "closed" && (
        <>
          <h2 tabIndex={-1} data-heading dir="auto">
            {pick(activity.title)}
          </h2>
          <p>{t("phone.closed")}</p>
          <Receipt id={id} round={activity.round} />
        </>
      )}
      {!activity.pads && phase === "revealed" && kindOf(activity.kind) && (
        <Outcome activity={activity} />
      )}
      {Written && phase === "revealed" && <Written activity={activity} />}
      {!activity.pads && phase !== "open" && <Method activity={activity} />}
    </main>
  );
}
