/* A show of hands: how many went up for each option, counted twice. */
import type { Option } from "../activities/kind";
import { ABSTAINING, nameOf } from "../activities/onPaper";
import { pick, t } from "../i18n";
import { act } from "../pages/control/act";
import type { ActivityValue } from "../wire";
import { Twice } from "./Twice";

type Counts = Record<string, number>;

interface Props {
  activity: ActivityValue;
  options: readonly Option[];
  /** How many seats vote so. */
  seats: number;
  onDone: () => void;
}

export function Hands({ activity, options, seats, onDone }: Props) {
  const rows = [
    ...options.map((option) => ({
      id: option.id,
      label: pick(option.text),
      short: nameOf(option),
    })),
    { id: ABSTAINING, label: t("vote.abstain"), short: t("vote.abstain") },
  ];
  const send = async (first: Counts, second: Counts) => {
    const args = { activity: activity.id, round: activity.round };
    const recorded = await act("enter_hands", { ...args, counts: first, again: second });
    if (recorded) onDone();
    return recorded;
  };
  return (
    <Twice<Counts>
      form={(draft, onDraft) => (
        <ul class="hands">
          {rows.map(({ id, label }) => (
            <li key={id}>
              <label>
                <span class="grow">{label}</span>
                <input
                  class="field narrow"
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={seats}
                  value={draft?.[id] ?? ""}
                  onInput={(event) =>
                    onDraft(counted(draft, id, event.currentTarget.valueAsNumber))
                  }
                />
              </label>
            </li>
          ))}
        </ul>
      )}
      ready={(draft) => {
        const sum = Object.values(draft ?? {}).reduce((all, n) => all + n, 0);
        return { ready: sum === seats, hint: t("paper.hands.sum", { sum, of: seats }) };
      }}
      lines={(counts) =>
        rows.map(({ id, short }) => ({ about: short, says: String(counts[id] ?? 0) }))
      }
      onBoth={send}
      onLeave={onDone}
      about="paper.hands.about"
    />
  );
}

/** `draft` with one number; none is left out where nothing stands. */
function counted(draft: Counts | undefined, id: string, typed: number): Counts {
  const { [id]: _, ...others } = draft ?? {};
  return Number.isInteger(typed) && typed > 0 ? { ...others, [id]: typed } : others;
}
