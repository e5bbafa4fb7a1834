/* Small true pictures of the room's screen: what it shows now, and what the next step will make it show. */

import { serverNow } from "../../clock";
import { pick, t } from "../../i18n";
import { key } from "../../state";
import type { StepValue } from "../../wire";
import { Stage } from "../screen/Stage";
import { afterStep } from "./afterStep";
import { planActivity, sessionLine, sessionOf } from "./look";
import { signature } from "./NextBar";

export function NowPicture() {
  return (
    <figure class="picture">
      <figcaption>{t("control.screen.now")}</figcaption>
      <div class="picture-frame">
        <Stage preview />
      </div>
    </figure>
  );
}

export function NextPicture() {
  const step = key("next");
  if (!step || step.command === "close_meeting") return null;
  return (
    <figure class="picture">
      <figcaption>{t("control.screen.next")}</figcaption>
      <div class="picture-frame">
        <After key={signature(step)} step={step} />
      </div>
    </figure>
  );
}

function After({ step }: { step: StepValue }) {
  const now = key("now");
  if (!now) return null;
  // A stage that somebody chose stays, whatever the step.
  if (now.stage.show !== "auto") return <Stage preview />;
  const id = String(step.args.activity ?? "");
  const plan = planActivity(id);
  const session = plan && sessionOf(id);
  const after = afterStep(step, {
    now,
    at: serverNow(),
    plan,
    live: key(`activity/${id}`),
    session,
    regime: session && sessionLine(session)?.regime,
    // A draft does not say so, but only what is written in pads has headings.
    pads: plan?.setup.headings !== undefined,
    following: following(String(step.args.session ?? "")),
  });
  if (!after)
    return (
      <p class="picture-covered">{t("control.screen.covered", { title: pick(step.title) })}</p>
    );
  return <Stage preview now={after.now} activity={after.activity} />;
}

/** The first session still to come after this one in the run sheet. */
function following(session: string): string | null {
  const sessions = key("programme")?.sessions ?? [];
  const place = sessions.findIndex((line) => line.id === session);
  return sessions.slice(place + 1).find((line) => line.phase === "planned")?.id ?? null;
}
