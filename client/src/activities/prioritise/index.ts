import type { Kind } from "../kind";
import { readiness } from "./readiness";
import { PrioritiseResult } from "./Result";
import { PrioritiseVote } from "./Vote";

export default { Vote: PrioritiseVote, Result: PrioritiseResult, readiness } satisfies Kind;
