import { Apart } from "../Apart";
import type { VoteProps } from "../kind";
import { Question } from "../Question";
import { Approval } from "./Approval";
import { Dots } from "./Dots";
import { Rank } from "./Rank";
import type { PrioritiseSetupShape } from "./readiness";

export function PrioritiseVote(props: VoteProps) {
  const setup = props.activity.setup as unknown as PrioritiseSetupShape;
  return (
    <>
      <Question setup={props.activity.setup} />
      {setup.method === "dots" || setup.method === "points" ? (
        <Dots {...props} setup={setup} />
      ) : setup.method === "approval" ? (
        <Approval {...props} setup={setup} />
      ) : (
        <Rank {...props} setup={setup} />
      )}
      <Apart draft={props.draft} onDraft={props.onDraft} name={props.activity.id} />
    </>
  );
}
