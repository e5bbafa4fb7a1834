import type { Kind } from "../kind";
import { RateResult } from "./Result";
import { readiness } from "./readiness";
import { RateVote } from "./Vote";

export default { Vote: RateVote, Result: RateResult, readiness } satisfies Kind;
