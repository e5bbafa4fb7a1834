import { pick, register, t } from "../../i18n";
import type { Text } from "../../wire";
import { Apart } from "../Apart";
import type { Option, VoteProps } from "../kind";
import { shuffled } from "../order";
import { Question } from "../Question";
import type { PollSetupShape } from "./readiness";

register({
  "poll.answer": { es: "Su respuesta", en: "Your answer", pt: "Sua resposta" },
  "poll.length": {
    es: "{n} de {of} caracteres",
    en: "{n} of {of} characters",
    pt: "{n} de {of} caracteres",
  },
  "poll.at_most": {
    es: "Puede elegir hasta {count}",
    en: "You may choose up to {count}",
    pt: "Pode escolher até {count}",
  },
  "poll.several": {
    es: "Puede elegir varias",
    en: "You may choose several",
    pt: "Pode escolher várias",
  },
});

export function PollVote(props: VoteProps) {
  const setup = props.activity.setup as unknown as PollSetupShape;
  return (
    <>
      <Question setup={props.activity.setup} />
      {setup.answer === "scale" ? (
        <Scale {...props} />
      ) : setup.answer === "text" ? (
        <Short {...props} />
      ) : (
        <Choice {...props} />
      )}
      <Apart draft={props.draft} onDraft={props.onDraft} name={props.activity.id} />
    </>
  );
}

function Choice({ activity, draft, onDraft, seed }: VoteProps) {
  const setup = activity.setup as unknown as PollSetupShape & { options: Option[] };
  const several = setup.answer === "multiple";
  const chosen = (draft?.choices as string[] | undefined) ?? [];
  const most = several ? (setup.at_most ?? setup.options.length) : 1;
  const choose = (id: string, on: boolean) => {
    if (!several) onDraft({ choices: [id] });
    else onDraft({ choices: on ? [...chosen, id] : chosen.filter((other) => other !== id) });
  };
  return (
    <fieldset class="rows">
      <legend class={setup.at_most ? "muted small" : "hidden-text"}>
        {setup.at_most
          ? t("poll.at_most", { count: setup.at_most })
          : t(several ? "poll.several" : "poll.answer")}
      </legend>
      {shuffled(setup.options, seed).map((option) => (
        <label key={option.id} class="row">
          <input
            type={several ? "checkbox" : "radio"}
            name={activity.id}
            checked={chosen.includes(option.id)}
            disabled={several && !chosen.includes(option.id) && chosen.length >= most}
            onChange={(event) => choose(option.id, event.currentTarget.checked)}
          />
          <span class="grow" dir="auto">
            {pick(option.text)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Scale({ activity, draft, onDraft }: VoteProps) {
  const scale = activity.setup.scale as {
    low: number;
    high: number;
    low_label: Text;
    high_label: Text;
  };
  const steps = Array.from({ length: scale.high - scale.low + 1 }, (_, index) => scale.low + index);
  return (
    <fieldset class="scale">
      <legend class="hidden-text">{t("poll.answer")}</legend>
      <div class="scale-ends small">
        <span>
          {scale.low} · {pick(scale.low_label)}
        </span>
        <span>
          {scale.high} · {pick(scale.high_label)}
        </span>
      </div>
      <div
        class="scale-steps"
        style={{ gridTemplateColumns: `repeat(${Math.min(steps.length, 5)}, 1fr)` }}
      >
        {steps.map((value) => (
          <label key={value} class="step">
            <input
              type="radio"
              name={activity.id}
              class="hidden-text"
              checked={draft?.value === value}
              onChange={() => onDraft({ value })}
            />
            <span>{value}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Short({ activity, draft, onDraft }: VoteProps) {
  const most = (activity.setup.max_length as number | undefined) ?? 140;
  const text = String(draft?.text ?? "");
  return (
    <label class="short">
      <span class="hidden-text">{t("poll.answer")}</span>
      <textarea
        class="field"
        rows={3}
        maxLength={most}
        dir="auto"
        value={text}
        onInput={(event) => onDraft({ text: event.currentTarget.value })}
      />
      <span class="small muted">
        {text.length >= Math.min(100, most / 2) &&
          t("poll.length", { count: text.length, n: text.length, of: most })}
      </span>
    </label>
  );
}
