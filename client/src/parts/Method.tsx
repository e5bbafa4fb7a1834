import { pick, t } from "../i18n";
import type { ActivityValue } from "../wire";

/** How it is answered and counted: there before voting, not after. */
export function Method({ activity }: { activity: Pick<ActivityValue, "method"> }) {
  return (
    <details class="method">
      <summary>{t("method.title")}</summary>
      <dl>
        {activity.method.map((line) => (
          <div key={pick(line.label)}>
            <dt class="small muted">{pick(line.label)}</dt>
            <dd>{pick(line.value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
