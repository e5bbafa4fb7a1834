/* The challenges of the programme, to choose options from by their words instead of by their codes. */
import "./bank.css";
import { otherLang, pick, register, t } from "../../i18n";
import { key } from "../../state";
import type { ChallengeValue } from "../../wire";
import { cited, type Lines, withCited } from "./lines";

register({
  "edit.bank": {
    es: "Elegir del banco de desafíos",
    en: "Choose from the bank of challenges",
    pt: "Escolher do banco de desafios",
  },
});

interface Props {
  lines: Lines;
  onLines: (lines: Lines) => void;
}

/** Folded: every challenge by its theme. Always: the words of those that are cited by their code alone. */
export function Bank({ lines, onLines }: Props) {
  const bank = key("bank");
  if (!bank || bank.challenges.length === 0) return null;
  const chosen = cited(lines);
  const alone = bank.challenges.filter(({ id }) => chosen.get(id) === "code");
  const groups = bank.themes.map((theme) => ({
    theme,
    challenges: bank.challenges.filter((challenge) => challenge.theme === theme.id),
  }));
  return (
    <>
      {alone.length > 0 && (
        <ul class="small muted bank-cited">
          {alone.map((challenge) => (
            <li key={challenge.id}>
              <Words challenge={challenge} />
            </li>
          ))}
        </ul>
      )}
      <details class="bank">
        <summary>{t("edit.bank")}</summary>
        {groups
          .filter(({ challenges }) => challenges.length > 0)
          .map(({ theme, challenges }) => (
            <fieldset key={theme.id}>
              <legend class="form-label" lang={otherLang(theme.name)}>
                {pick(theme.name)}
              </legend>
              {challenges.map((challenge) => (
                <label key={challenge.id} class="bank-line">
                  <input
                    type="checkbox"
                    checked={chosen.has(challenge.id)}
                    onChange={(event) =>
                      onLines(withCited(lines, challenge.id, event.currentTarget.checked))
                    }
                  />
                  <Words challenge={challenge} />
                </label>
              ))}
            </fieldset>
          ))}
      </details>
    </>
  );
}

function Words({ challenge }: { challenge: ChallengeValue }) {
  return (
    <span lang={otherLang(challenge.short)} dir="auto">
      {challenge.id} · {pick(challenge.short)}
    </span>
  );
}
