import { otherLang, pick, t } from "../../i18n";
import { key } from "../../state";
import type { ActivityValue, MethodValue } from "../../wire";
import { questionScale } from "./fit";

/** The lines of a card that a wall has room for, in few words. */
function briefly(method: MethodValue[]): { label: string; value: string }[] {
  return method
    .filter((line) => line.brief !== undefined)
    .map((line) => ({ label: pick(line.label), value: pick(line.brief ?? line.value) }));
}

/** How something is answered and counted, before it is opened or while it is. */
export function MethodScene() {
  const card = key("card");
  if (!card) return null;
  return (
    <>
      <p class="stage-kicker">{t("method.title")}</p>
      <h1
        class="stage-question brief"
        style={{ "--scale": Math.min(0.6, questionScale(pick(card.question))) }}
        dir="auto"
        lang={otherLang(card.question)}
      >
        {pick(card.question)}
      </h1>
      <dl class="stage-method">
        {briefly(card.method).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The same as one paragraph, under an open question. */
export function BriefMethod({ activity }: { activity: ActivityValue }) {
  const lines = briefly(activity.method);
  if (lines.length === 0) return null;
  return (
    <p class="stage-rules">
      <strong>{t(activity.boards ? "screen.method.board" : "screen.method")}.</strong>{" "}
      {lines.map(({ value }) => value).join(" · ")}
    </p>
  );
}
