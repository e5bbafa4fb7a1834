/* One tap, and everybody practises on something that counts nowhere. */
import { pick, t } from "../../i18n";
import { freshSlug } from "../../ids";
import { key } from "../../state";
import type { Text } from "../../wire";
import { votesOpen } from "./ActivityForm";
import { act, locked, waiting } from "./act";
import { chosen, plans } from "./look";

export function TrialButton() {
  const session = key("now")?.session;
  const own = plans.value.get(session ?? "")?.activities.find((line) => line.trial);
  const question = own ? pick(own.setup.question as Text) : t("control.trial.question");
  const busy = session != null && votesOpen(session);
  const off = locked.value || session == null || busy || waiting.value.has("start_trial");
  const why =
    session == null ? "control.trial.when" : busy ? "control.trial.busy" : "control.trial.hint";
  const start = () => {
    chosen.value = null;
    void act("start_trial", { activity: freshSlug("t-") });
  };
  return (
    <div class="trial">
      <button
        type="button"
        class="button"
        disabled={off}
        aria-describedby="trial-why"
        onClick={start}
      >
        {t("control.trial", { question })}
      </button>
      <p id="trial-why" class="small muted">
        {t(why)}
      </p>
    </div>
  );
}
