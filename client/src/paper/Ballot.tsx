/* One ballot on paper, entered in the kind's own form. Its options stand in the order of the setup, as on paper. */
import { kindOf } from "../activities";
import type { Ballot } from "../activities/kind";
import { linesOf } from "../activities/onPaper";
import { act } from "../pages/control/act";
import type { ActivityValue } from "../wire";
import { onPaperOf } from "./kinds";
import { Twice } from "./Twice";

interface Props {
  activity: ActivityValue;
  whose: { seat: string } | { envelope: number };
  onDone: () => void;
}

export function PaperBallot({ activity, whose, onDone }: Props) {
  const { id, round, setup } = activity;
  const kind = kindOf(activity.kind);
  const paper = onPaperOf(activity.kind);
  if (!kind?.Vote || !kind.readiness || !paper) return null;
  const { Vote, readiness } = kind;
  const send = async (ballot: Ballot, again: Ballot) => {
    const args = { activity: id, round, ...whose, ballot, again };
    const recorded = await act("enter_paper_ballot", args);
    if (recorded) onDone();
    return recorded;
  };
  return (
    <Twice<Ballot>
      form={(draft, onDraft) => (
        <Vote activity={activity} draft={draft} onDraft={onDraft} seed="" />
      )}
      ready={(draft) => readiness(setup, draft)}
      lines={(ballot) => linesOf(paper, setup, ballot)}
      onBoth={send}
      onLeave={onDone}
      about="paper.first.about"
    />
  );
}
