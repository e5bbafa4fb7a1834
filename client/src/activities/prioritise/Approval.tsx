import { otherLang, pick, register, t } from "../../i18n";
import { shuffled } from "../order";
import type { RankProps } from "./Rank";
import { approved } from "./readiness";

register({
  "approval.up_to": {
    es: "Marque hasta {count}, sin orden",
    en: "Mark up to {count}, in no order",
    pt: "Marque até {count}, sem ordem",
  },
});

/** The options approved of, one tap each. */
export function Approval({ activity, draft, onDraft, seed, setup }: RankProps) {
  const chosen = approved(setup, draft);
  const full = chosen.length >= (setup.top ?? 1);
  const choose = (id: string, on: boolean) =>
    onDraft({ approved: on ? [...chosen, id] : chosen.filter((other) => other !== id) });
  return (
    <fieldset class="rows">
      <legend class="muted small">{t("approval.up_to", { count: setup.top ?? 1 })}</legend>
      {shuffled(setup.options, seed).map((option) => (
        <label key={option.id} class="row">
          <input
            type="checkbox"
            name={activity.id}
            checked={chosen.includes(option.id)}
            disabled={full && !chosen.includes(option.id)}
            onChange={(event) => choose(option.id, event.currentTarget.checked)}
          />
          <span class="grow" lang={otherLang(option.text)} dir="auto">
            {pick(option.text)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
