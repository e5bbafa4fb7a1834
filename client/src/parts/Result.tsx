import { kindOf } from "../activities";
import type { ResultProps } from "../activities/kind";
import { otherLang, pick } from "../i18n";
import type { Finding, OutcomeValue } from "../wire";

/** What a round settled, as its kind draws it; or its places alone, where figures could tell of somebody. */
export function Result({ told, ...props }: Omit<ResultProps, "outcome"> & { told: OutcomeValue }) {
  if (told.places_only) return <Places outcome={told.outcome} />;
  const Drawn = kindOf(props.activity.kind)?.Result;
  return Drawn ? <Drawn outcome={told.outcome} {...props} /> : null;
}

function Places({ outcome }: { outcome: OutcomeValue["outcome"] }) {
  const findings = (outcome.findings as Finding[] | undefined) ?? [];
  return (
    <ol class="bars">
      {findings.map(({ id, label, place }) => (
        <li key={id} class="bar-head">
          <span class="place">{[...new Set(place as number[])].join("–")}</span>
          <span class="grow" lang={otherLang(label)} dir="auto">
            {pick(label)}
          </span>
        </li>
      ))}
    </ol>
  );
}
