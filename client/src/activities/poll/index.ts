import type { Kind } from "../kind";
import { PollResult } from "./Result";
import { readiness } from "./readiness";
import { PollVote } from "./Vote";

export default { Vote: PollVote, Result: PollResult, readiness } satisfies Kind;
