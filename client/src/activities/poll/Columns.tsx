import { pick } from "../../i18n";
import type { Text } from "../../wire";

interface Props {
  bars: { id: string; label: Text; count: number }[];
  low: Text | undefined;
  high: Text | undefined;
}

/** The steps of a scale side by side, for the room: its two ends in words under the first and the last. */
export function Columns({ bars, low, high }: Props) {
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  return (
    <div class="columns">
      <ol>
        {bars.map((bar, index) => (
          <li key={bar.id}>
            <strong>{bar.count}</strong>
            <div class="column-track" aria-hidden="true">
              <div
                class="column-fill"
                style={{
                  height: `${(bar.count / most) * 100}%`,
                  animationDelay: `${(bars.length - 1 - index) * 60}ms`,
                }}
              />
            </div>
            <span>{pick(bar.label)}</span>
          </li>
        ))}
      </ol>
      <p class="column-ends">
        <span>{pick(low)}</span>
        <span>{pick(high)}</span>
      </p>
    </div>
  );
}
