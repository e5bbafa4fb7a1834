import { pick, register, t } from "../../i18n";
import { height, type RateOutcome, type Row, spanText } from "./outcome";
import { lineEnd, type Point, placeLabels } from "./place";

register({
  "rate.quadrant": {
    es: "Cuadrante: {x} en horizontal, {y} en vertical, según las medianas",
    en: "Quadrant: {x} across, {y} upwards, by the medians",
    pt: "Quadrante: {x} na horizontal, {y} na vertical, segundo as medianas",
  },
});

interface Measures {
  width: number;
  height: number;
  type: number;
  radius: number;
  longest: number;
}

/** In units of the picture. On the wall a unit is 1/200 of its width, so that no text is smaller than can be read. */
const MEASURES: Record<"phone" | "screen", Measures> = {
  phone: { width: 360, height: 360, type: 13, radius: 5, longest: 26 },
  screen: { width: 160, height: 56, type: 3.2, radius: 1.1, longest: 32 },
};
const LETTER = 0.56; // of the type's size: wider than the letters of a sans serif are on average

/** Options by their medians on two criteria. Each label carries its numbers, and says in words where opinions differ. */
export function Quadrant({
  outcome,
  axes,
  rows,
  size,
}: {
  outcome: RateOutcome;
  axes: [string, string];
  rows: Row[];
  size: "phone" | "screen";
}) {
  const of = MEASURES[size];
  const pad = of.type * 1.5;
  const area = { x: pad, y: 0, width: of.width - pad, height: of.height - pad };
  const inner = of.radius * 2.5;
  const shown = rows.flatMap((row) => {
    const [x, y] = axes.map((axis) => height(outcome, row, axis));
    if (x === undefined || y === undefined) return [];
    return [
      {
        row,
        x: area.x + inner + x * (area.width - 2 * inner),
        y: area.y + inner + (1 - y) * (area.height - 2 * inner),
      },
    ];
  });
  const labels = shown.map(({ row }) => label(row, axes, of.longest));
  const widths = labels.map((text) => text.length * of.type * LETTER);
  const placed = placeLabels(shown, widths, of.type * 1.25, of.radius, area);
  const [across, upwards] = axes.map((axis) =>
    outcome.criteria.find((criterion) => criterion.id === axis),
  );
  const names = { x: pick(across?.title), y: pick(upwards?.title) };
  const middle: Point = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  return (
    <svg
      class="quadrant"
      viewBox={`0 0 ${of.width} ${of.height}`}
      role="img"
      aria-label={t("rate.quadrant", names)}
      font-size={of.type}
    >
      <rect
        class="quadrant-best"
        x={middle.x}
        y={area.y}
        width={area.width / 2}
        height={area.height / 2}
      />
      <rect class="quadrant-frame" {...area} />
      <path
        class="quadrant-cross"
        d={`M${middle.x} ${area.y}V${area.height}M${area.x} ${middle.y}H${of.width}`}
      />
      <Axis
        low={pick(across?.low_label)}
        name={names.x}
        high={pick(across?.high_label)}
        length={area.width}
        x={area.x}
        y={of.height - pad * 0.25}
      />
      <g transform={`translate(${of.type} ${area.height}) rotate(-90)`}>
        <Axis
          low={pick(upwards?.low_label)}
          name={names.y}
          high={pick(upwards?.high_label)}
          length={area.height}
          x={0}
          y={0}
        />
      </g>
      {placed.map(({ index, apart, x, y, width, height: tall }) => {
        const point = shown[index] as Point;
        const end = lineEnd({ x, y, width, height: tall }, point);
        return (
          apart && (
            <path
              key={index}
              class="quadrant-line"
              d={`M${point.x} ${point.y}L${end.x} ${end.y}`}
            />
          )
        );
      })}
      {shown.map(({ row, x, y }) => (
        <circle key={row.id} class="quadrant-point" cx={x} cy={y} r={of.radius} />
      ))}
      {placed.map(({ index, x, y, width }) => (
        <text
          key={index}
          class="quadrant-label"
          x={x}
          y={y + of.type * 0.95}
          // Letters of another font may be wider than reckoned: they are drawn closer, not over a neighbour.
          textLength={width}
          lengthAdjust="spacingAndGlyphs"
        >
          {labels[index]}
        </text>
      ))}
    </svg>
  );
}

function Axis(props: {
  low: string;
  name: string;
  high: string;
  length: number;
  x: number;
  y: number;
}) {
  const { x, y, length } = props;
  return (
    <g class="quadrant-axis">
      <text x={x} y={y}>
        {props.low}
      </text>
      <text x={x + length / 2} y={y} text-anchor="middle" font-weight="700">
        {props.name}
      </text>
      <text x={x + length} y={y} text-anchor="end">
        {props.high}
      </text>
    </g>
  );
}

/** "Rezago (8; 5)": across first; an asterisk stands where the words below the picture explain it. */
function label(row: Row, axes: [string, string], longest: number): string {
  const ratings = axes.map((axis) => row.ratings.find((rating) => rating.criterion === axis));
  const numbers = ratings.map((rating) => spanText(rating?.median ?? [])).join("; ");
  const name = pick(row.label);
  const short = name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name;
  return `${short} (${numbers})${ratings.some((rating) => rating?.dissent) ? " *" : ""}`;
}
