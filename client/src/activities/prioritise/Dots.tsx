import { otherLang, pick, register, t } from "../../i18n";
import { shuffled } from "../order";
import type { RankProps } from "./Rank";
import { dotsLeft, points, stepOf } from "./readiness";

register({
  "dots.most": {
    es: "Hasta {most} en una misma opción",
    en: "Up to {most} on one option",
    pt: "Até {most} em uma mesma opção",
  },
  "dots.more": { es: "Un punto más", en: "One dot more", pt: "Mais um ponto" },
  "dots.less": { es: "Un punto menos", en: "One dot less", pt: "Menos um ponto" },
  "points.more": { es: "Diez puntos más", en: "Ten points more", pt: "Mais dez pontos" },
  "points.less": { es: "Diez puntos menos", en: "Ten points less", pt: "Menos dez pontos" },
});

/** So many dots to share out, one tap each; or points, ten a tap. */
export function Dots({ draft, onDraft, seed, setup }: RankProps) {
  const given = points(draft);
  const left = dotsLeft(setup, draft);
  const step = stepOf(setup);
  const name = setup.method === "points" ? "points" : "dots";
  const most = setup.per_option ?? setup.dots ?? 1;
  const change = (id: string, by: number) => {
    const next = { ...given, [id]: (given[id] ?? 0) + by };
    onDraft({ points: Object.fromEntries(Object.entries(next).filter(([, n]) => n > 0)) });
  };
  return (
    <>
      {setup.per_option !== undefined && <p class="muted small">{t("dots.most", { most })}</p>}
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
                  aria-label={`${t(`${name}.less`)}: ${pick(option.text)}`}
                  disabled={n === 0}
                  onClick={() => change(option.id, -step)}
                >
                  −
                </button>
                <strong>{n}</strong>
                <button
                  type="button"
                  class="button"
                  aria-label={`${t(`${name}.more`)}: ${pick(option.text)}`}
                  disabled={left < step || n + step > most}
                  onClick={() => change(option.id, step)}
                >
                  +
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
