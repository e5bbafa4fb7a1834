import type { Kind } from "../kind";
import { readiness } from "./readiness";
import { PollResult } from "./Result";
import { PollVote } from "./Vote";

export default { Vote: PollVote, Result: PollResult, readiness } satisfies Kind;
