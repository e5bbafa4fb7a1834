/* Saying of one more seat that it has no phone. */
import { useId, useState } from "preact/hooks";
import { NumberField } from "../activities/editing/fields";
import { lang, pick, t } from "../i18n";
import { act, locked } from "../pages/control/act";
import { key } from "../state";
import type { ActivityValue, PaperValue } from "../wire";
import { seatOf, voters } from "./voters";

interface MarkProps {
  activity: ActivityValue;
  paper: PaperValue | undefined;
  hands: boolean;
}

export function Mark({ activity, paper, hands }: MarkProps) {
  const [seat, setSeat] = useState("");
  const mark = async (source: string) => {
    const args = { activity: activity.id, round: activity.round, seat, source };
    if (await act("set_source", args)) setSeat("");
  };
  return (
    <div class="paper-mark">
      {key("seats") ? (
        <FromList activity={activity} paper={paper} seat={seat} onSeat={setSeat} />
      ) : (
        <ByNumber onSeat={setSeat} />
      )}
      <div class="actions">
        {(hands ? ["paper", "hands"] : ["paper"]).map((source) => (
          <button
            key={source}
            type="button"
            class="button"
            disabled={!seat || locked.value}
            onClick={() => void mark(source)}
          >
            {t(`paper.mark.${source}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

interface FromListProps {
  activity: ActivityValue;
  paper: PaperValue | undefined;
  seat: string;
  onSeat: (seat: string) => void;
}

function FromList({ activity, paper, seat, onSeat }: FromListProps) {
  const field = useId();
  const left = voters(activity.voters).filter((one) => !(one.seat in (paper?.seats ?? {})));
  const groups = [...new Set(left.map(({ of }) => of))];
  return (
    <>
      <label htmlFor={field} class="form-label">
        {t("paper.mark")}
      </label>
      <select
        id={field}
        class="field"
        value={seat}
        onChange={(event) => onSeat(event.currentTarget.value)}
      >
        <option value="">{t("paper.mark.choose")}</option>
        {groups.map((of) => (
          <optgroup key={of} label={of}>
            {left
              .filter((one) => one.of === of)
              .map((one) => (
                <option key={one.seat} value={one.seat}>
                  {of} · {one.place}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </>
  );
}

/** For whoever runs one table and is not told of every seat. */
function ByNumber({ onSeat }: { onSeat: (seat: string) => void }) {
  const field = useId();
  const [delegation, setDelegation] = useState("");
  const [number, setNumber] = useState<number | null>(1);
  const choose = (of: string, at: number | null) => {
    setDelegation(of);
    setNumber(at);
    onSeat(of && at !== null ? seatOf(of, at) : "");
  };
  const names = Object.entries(key("programme")?.delegations ?? {})
    .map(([id, name]) => ({ id, name: pick(name) }))
    .sort((one, other) => one.name.localeCompare(other.name, lang.value));
  return (
    <>
      <label htmlFor={field} class="form-label">
        {t("paper.mark")}
      </label>
      <select
        id={field}
        class="field"
        value={delegation}
        onChange={(event) => choose(event.currentTarget.value, number)}
      >
        <option value="">{t("paper.mark.delegation")}</option>
        {names.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <NumberField
        label={t("paper.mark.number")}
        value={number}
        low={1}
        high={50}
        onValue={(at) => choose(delegation, at)}
      />
    </>
  );
}
