import { kindOf } from "../activities";
import type { ResultProps } from "../activities/kind";
import { otherLang, pick } from "../i18n";
import type { Finding, OutcomeValue } from "../wire";
import { Tie } from "./Tie";

/** What a round settled, as its kind draws it; or its places alone, where figures could tell of somebody. */
export function Result({ told, ...props }: Omit<ResultProps, "outcome"> & { told: OutcomeValue }) {
  if (told.places_only) return <Places outcome={told.outcome} size={props.size} />;
  const Drawn = kindOf(props.activity.kind)?.Result;
  return Drawn ? <Drawn outcome={told.outcome} {...props} /> : null;
}

function Places({ outcome, size }: Pick<ResultProps, "outcome" | "size">) {
  const findings = (outcome.findings as Finding[] | undefined) ?? [];
  return (
    <ol class="bars">
      {findings.map(({ id, label, place }, index) => (
        <li key={id} class="bar-head">
          <span class="place">{[...new Set(place as number[])].join("–")}</span>
          <span class="grow" lang={otherLang(label)} dir="auto">
            {pick(label)}
            <Tie
              place={place as number[]}
              before={findings[index - 1]?.place as number[] | undefined}
              size={size}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}
