import "./rate.css";
import { otherLang, pick, register, t } from "../../i18n";
import { Apart } from "../Apart";
import type { Option, VoteProps } from "../kind";
import { shuffled } from "../order";
import { Question } from "../Question";
import { type Criterion, type RateSetupShape, rated, ratings } from "./readiness";

register({
  "rate.skip": { es: "Omitir", en: "Skip", pt: "Omitir" },
});

export function RateVote({ activity, draft, onDraft, seed }: VoteProps) {
  const setup = activity.setup as unknown as RateSetupShape;
  const given = ratings(draft);
  return (
    <>
      <Question setup={activity.setup} />
      <ol class="rate-items">
        {shuffled(setup.options, seed).map((option) => (
          <li key={option.id} class="rate-item">
            <h3 lang={otherLang(option.text)} dir="auto">
              {pick(option.text)}
            </h3>
            {setup.criteria.map((criterion) => (
              <Steps
                key={criterion.id}
                name={`${activity.id}.${option.id}.${criterion.id}`}
                setup={setup}
                option={option}
                criterion={criterion}
                value={given[option.id]?.[criterion.id]}
                onValue={(value) =>
                  onDraft({ ratings: rated(given, option.id, criterion.id, value) })
                }
              />
            ))}
          </li>
        ))}
      </ol>
      <Apart draft={draft} onDraft={onDraft} name={activity.id} />
    </>
  );
}

interface StepsProps {
  name: string;
  setup: RateSetupShape;
  option: Option;
  criterion: Criterion;
  /** Null where it is skipped, undefined where nothing was chosen yet. */
  value: number | null | undefined;
  onValue: (value: number | null) => void;
}

/** Equal targets from one end to the other, and skipping as one choice among them: not a gap. */
function Steps({ name, setup, option, criterion, value, onValue }: StepsProps) {
  const steps = Array.from({ length: setup.high - setup.low + 1 }, (_, index) => setup.low + index);
  return (
    <fieldset class="rate-steps">
      <legend>
        <span class="hidden-text">{pick(option.text)}: </span>
        {pick(criterion.title)}
      </legend>
      <div class="scale-ends small muted">
        <span>
          {setup.low} · {pick(criterion.low_label)}
        </span>
        <span>
          {setup.high} · {pick(criterion.high_label)}
        </span>
      </div>
      <div class="rate-row" style={{ "--steps": steps.length }}>
        {steps.map((step) => (
          <label key={step} class="step">
            <input
              type="radio"
              name={name}
              class="hidden-text"
              checked={value === step}
              onChange={() => onValue(step)}
            />
            <span>{step}</span>
          </label>
        ))}
        <label class="step rate-skip">
          <input
            type="radio"
            name={name}
            class="hidden-text"
            checked={value === null}
            onChange={() => onValue(null)}
          />
          <span>{t("rate.skip")}</span>
        </label>
      </div>
    </fieldset>
  );
}
