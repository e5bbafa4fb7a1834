import { otherLang, pick, register, t } from "../../i18n";
import { shuffled } from "../order";
import type { RankProps } from "./Rank";
import { dotsLeft, points } from "./readiness";

register({
  "dots.more": { es: "Un punto más", en: "One dot more", pt: "Mais um ponto" },
  "dots.less": { es: "Un punto menos", en: "One dot less", pt: "Menos um ponto" },
});

/** So many dots to share out, one tap each. */
export function Dots({ draft, onDraft, seed, setup }: RankProps) {
  const given = points(draft);
  const left = dotsLeft(setup, draft);
  const most = setup.per_option ?? setup.dots ?? 1;
  const change = (id: string, by: number) => {
    const next = { ...given, [id]: (given[id] ?? 0) + by };
    onDraft({ points: Object.fromEntries(Object.entries(next).filter(([, n]) => n > 0)) });
  };
  return (
    <ul class="rows dots">
      {shuffled(setup.options, seed).map((option) => {
        const n = given[option.id] ?? 0;
        return (
          <li key={option.id} class="row">
            <span class="grow" lang={otherLang(option.text)} dir="auto">
              {pick(option.text)}
            </span>
            <span class="moves">
              <button
                type="button"
                class="button"
                aria-label={`${t("dots.less")}: ${pick(option.text)}`}
                disabled={n === 0}
                onClick={() => change(option.id, -1)}
              >
                −
              </button>
              <strong>{n}</strong>
              <button
                type="button"
                class="button"
                aria-label={`${t("dots.more")}: ${pick(option.text)}`}
                disabled={left === 0 || n >= most}
                onClick={() => change(option.id, 1)}
              >
                +
              </button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
