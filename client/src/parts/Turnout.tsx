import { t } from "../i18n";
import { key } from "../state";

/** Who has voted, as counts: delegations always, people where that tells nothing about one of them. */
export function Turnout({ activity }: { activity: string }) {
  const turnout = key(`turnout/${activity}`);
  if (!turnout) return null;
  const share = turnout.delegations ? turnout.delegations_voted / turnout.delegations : 0;
  return (
    <div class="turnout">
      <p>{t(turnoutWord(activity), { n: turnout.delegations_voted, of: turnout.delegations })}</p>
      {turnout.voted !== null && (
        <p class="muted">{people(turnout.voted, Math.max(turnout.present, turnout.voted))}</p>
      )}
      {turnout.apart > 0 && <p class="muted">{t("turnout.apart", { n: turnout.apart })}</p>}
      <div class="bar-track" aria-hidden="true">
        <div
          class="bar-fill"
          style={{ width: `${share * 100}%`, animation: "none", transition: "width 250ms" }}
        />
      </div>
    </div>
  );
}

function people(n: number, of: number): string {
  return t(of === 1 ? "turnout.person" : "turnout.people", { n, of });
}

/** What those who are counted have done. */
export function turnoutWord(activity: string): string {
  return key(`activity/${activity}`)?.boards ? "turnout.written" : "turnout.delegations";
}
