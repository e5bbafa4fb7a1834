import { register, t } from "../../i18n";
import { type Ballot, isApart, type Readiness } from "../kind";

register({
  "poll.write": { es: "Escriba su respuesta", en: "Write your answer", pt: "Escreva sua resposta" },
  "poll.chosen.one": { es: "{n} elegida", en: "{n} chosen", pt: "{n} escolhida" },
  "poll.chosen.other": { es: "{n} elegidas", en: "{n} chosen", pt: "{n} escolhidas" },
});

export interface PollSetupShape {
  answer: "single" | "multiple" | "scale" | "text";
  at_most?: number;
  max_length?: number;
}

/** What a poll's draft still lacks. */
export function readiness(setup: Record<string, unknown>, draft: Ballot | undefined): Readiness {
  const { answer } = setup as unknown as PollSetupShape;
  if (isApart(draft)) return { ready: true, hint: t("vote.ready") };
  if (answer === "text") {
    const text = String(draft?.text ?? "").trim();
    return text ? { ready: true, hint: t("vote.ready") } : { ready: false, hint: t("poll.write") };
  }
  if (answer === "scale") {
    return typeof draft?.value === "number"
      ? { ready: true, hint: t("vote.ready") }
      : { ready: false, hint: t("vote.choose") };
  }
  const choices = (draft?.choices as string[] | undefined) ?? [];
  if (choices.length === 0) return { ready: false, hint: t("vote.choose") };
  return {
    ready: true,
    hint: answer === "multiple" ? t("poll.chosen", { n: choices.length }) : t("vote.ready"),
  };
}
