import { register, t } from "../i18n";
import { type Ballot, isApart } from "./kind";

register({
  "vote.abstain": { es: "Abstención", en: "Abstention", pt: "Abstenção" },
  "vote.not_applicable": { es: "No aplica", en: "Not applicable", pt: "Não se aplica" },
  "vote.apart": { es: "Otras respuestas", en: "Other answers", pt: "Outras respostas" },
  "vote.choose": { es: "Elija una respuesta", en: "Choose an answer", pt: "Escolha uma resposta" },
  "vote.ready": { es: "Listo para enviar", en: "Ready to send", pt: "Pronto para enviar" },
});

/** The two answers that every question offers, after a line. */
export function Apart({
  draft,
  onDraft,
  name,
}: {
  draft: Ballot | undefined;
  onDraft: (d: Ballot) => void;
  name: string;
}) {
  const choices: [string, Ballot][] = [
    ["not_applicable", { not_applicable: true }],
    ["abstain", { abstain: true }],
  ];
  return (
    <fieldset class="rows apart">
      <legend class="hidden-text">{t("vote.apart")}</legend>
      {choices.map(([id, ballot]) => (
        <label key={id} class="row">
          <input
            type="radio"
            name={`${name}-apart`}
            checked={isApart(draft) && draft?.[id] === true}
            onChange={() => onDraft(ballot)}
          />
          <span class="grow">{t(`vote.${id}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
