import "./rate.css";
import { pick, register, t } from "../../i18n";
import type { ResultProps } from "../kind";
import {
  countsText,
  middleText,
  type RateOutcome,
  type Rating,
  type Row,
  spanText,
} from "./outcome";
import { Quadrant } from "./Quadrant";
import { ratings as ratingsOf } from "./readiness";

register({
  "rate.reading": {
    es: "Entre paréntesis, las medianas: primero {x}, después {y}.",
    en: "In brackets, the medians: first {x}, then {y}.",
    pt: "Entre parênteses, as medianas: primeiro {x}, depois {y}.",
  },
  "rate.beyond": {
    es: "Con {n} más en el informe.",
    en: "With {n} more in the report.",
    pt: "Com mais {n} no relatório.",
  },
  "rate.asterisk": {
    es: "* Opiniones muy divididas.",
    en: "* Strong dissent.",
    pt: "* Opiniões muito divididas.",
  },
});

const ON_SCREEN = 7;

export function RateResult({ outcome, own, size }: ResultProps) {
  const result = outcome.result as unknown as RateOutcome;
  if (result.of === 0) return <p class="muted">{t("rate.none")}</p>;
  const rows = size === "screen" ? result.rows.slice(0, ON_SCREEN) : result.rows;
  const following = result.rows.length - rows.length;
  const { quadrant } = result;
  return (
    <div class={`rate-result rate-on-${size}`}>
      {quadrant && (
        <>
          <Quadrant outcome={result} axes={quadrant} rows={rows} size={size} />
          <Reading outcome={result} axes={quadrant} rows={rows} following={following} />
        </>
      )}
      {(size === "phone" || !quadrant) && (
        <ol class="rate-rows">
          {rows.map((row) => (
            <Rated
              key={row.id}
              row={row}
              outcome={result}
              own={ratingsOf(own)[row.id]}
              size={size}
            />
          ))}
        </ol>
      )}
      {following > 0 && !quadrant && <p class="muted">{t("rate.following", { n: following })}</p>}
    </div>
  );
}

interface ReadingProps {
  outcome: RateOutcome;
  axes: string[];
  rows: Row[];
  following: number;
}

/** How to read the labels of the quadrant. */
function Reading({ outcome, axes, rows, following }: ReadingProps) {
  const [x, y] = axes.map((axis) => pick(outcome.criteria.find(({ id }) => id === axis)?.title));
  const dissent = rows.some((row) =>
    row.ratings.some((rating) => rating.dissent && axes.includes(rating.criterion)),
  );
  const said = [
    t("rate.reading", { x: x ?? "", y: y ?? "" }),
    ...(dissent ? [t("rate.asterisk")] : []),
    ...(following > 0 ? [t("rate.beyond", { n: following })] : []),
  ];
  return <p class="small muted">{said.join(" ")}</p>;
}

interface RatedProps {
  row: Row;
  outcome: RateOutcome;
  own: Record<string, number | null> | undefined;
  size: "phone" | "screen";
}

function Rated({ row, outcome, own, size }: RatedProps) {
  const Title = size === "screen" ? "h2" : "h3"; // the question above it is the first heading there
  return (
    <li class="rate-rated">
      <Title dir="auto">{pick(size === "screen" ? row.label : row.text)}</Title>
      <div class="rate-criteria">
        {row.ratings.map((rating, index) => (
          <section key={rating.criterion} class="rate-criterion">
            {outcome.criteria.length > 1 && <h4>{pick(outcome.criteria[index]?.title)}</h4>}
            <Distribution rating={rating} outcome={outcome} />
            <Words rating={rating} outcome={outcome} own={own?.[rating.criterion]} size={size} />
          </section>
        ))}
      </div>
    </li>
  );
}

/** One column a step, its number of people over it; by ear a line of text. */
function Distribution({ rating, outcome }: { rating: Rating; outcome: RateOutcome }) {
  const most = Math.max(1, ...rating.counts);
  return (
    <div class="rate-columns" role="img" aria-label={countsText(outcome.low, rating.counts)}>
      {rating.counts.map((count, index) => (
        <div key={outcome.low + index} class="rate-column" aria-hidden="true">
          <span>{count > 0 && count}</span>
          <div class="rate-bar" style={{ "--share": count / most }} />
          <span class="rate-step">{outcome.low + index}</span>
        </div>
      ))}
    </div>
  );
}

interface WordsProps {
  rating: Rating;
  outcome: RateOutcome;
  own: number | null | undefined;
  size: "phone" | "screen";
}

function Words({ rating, outcome, own, size }: WordsProps) {
  const skipped = rating.skipped ? [t("rate.skipped", { n: rating.skipped })] : [];
  if (rating.n === 0)
    return <p class="rate-words">{[t("rate.unrated"), ...skipped].join(" · ")}</p>;
  const { rule } = outcome;
  const { agree, against, n } = rating;
  const sides = rule && t("rate.sides", { agree, against, from: rule.from, to: rule.to, of: n });
  const details = [
    middleText(rating),
    ...(size === "phone" ? [t("rate.n", { n })] : []),
    ...skipped,
    ...(sides && size === "phone" ? [sides] : []),
  ];
  return (
    <p class="rate-words">
      <strong>{t("rate.median", { value: spanText(rating.median) })}</strong>
      {rating.verdict && <strong class="rate-mark">{t(`rate.${rating.verdict}`)}</strong>}
      {rating.dissent && <strong class="rate-mark dissent">{t("rate.dissent")}</strong>}
      {typeof own === "number" && (
        <span class="rate-mark own">{t("rate.own", { value: own })}</span>
      )}
      <span class="muted">{details.join(" · ")}</span>
    </p>
  );
}
