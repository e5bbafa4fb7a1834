import type { ComponentChildren } from "preact";

export interface Bar {
  id: string;
  label: ComponentChildren;
  value: ComponentChildren;
  /** Length of the bar, 0 to 1. */
  share: number;
  place?: string | undefined;
  own?: string | undefined;
  /** A shade for bars that belong together; the label says in words which. */
  tint?: "high" | "medium" | "lower" | undefined;
}

/** Bars with their label and number as text. They grow from the last to the first. */
export function Bars({ bars }: { bars: Bar[] }) {
  return (
    <ol class="bars">
      {bars.map((bar, index) => (
        <li key={bar.id} class={bar.own ? "own" : undefined} data-tint={bar.tint}>
          <div class="bar-head">
            {bar.place && <span class="place">{bar.place}</span>}
            <span class="grow">
              {bar.label}
              {bar.own && <span class="small"> · {bar.own}</span>}
            </span>
            <strong>{bar.value}</strong>
          </div>
          <div class="bar-track" aria-hidden="true">
            <div
              class="bar-fill"
              style={{
                width: `${Math.round(bar.share * 1000) / 10}%`,
                animationDelay: `${(bars.length - 1 - index) * 90}ms`,
              }}
            />
          </div>
        </li>
      ))}
    </ol>
  );
}
