import { t } from "../../i18n";
import type { Option } from "../kind";
import { type Line, nameOf, type OnPaper } from "../onPaper";
import type { PollSetupShape } from "./readiness";
import "./Vote";

type Setup = PollSetupShape & { options?: Option[] };

function shape(setup: Record<string, unknown>): Setup {
  return setup as unknown as Setup;
}

export const onPaper: OnPaper = {
  lines(setup, ballot): Line[] {
    const { answer, options = [] } = shape(setup);
    if (answer === "scale" || answer === "text")
      return [{ about: t("poll.answer"), says: String(ballot.value ?? ballot.text ?? "").trim() }];
    const chosen = (ballot.choices as string[] | undefined) ?? [];
    return options
      .filter(({ id }) => chosen.includes(id))
      .map((option) => ({ about: nameOf(option), says: "✓" }));
  },
  hands(setup) {
    const { answer, options = [] } = shape(setup);
    return answer === "single" ? options : [];
  },
};
