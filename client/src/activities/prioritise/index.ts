import type { Kind } from "../kind";
import { PrioritiseResult } from "./Result";
import { readiness } from "./readiness";
import { PrioritiseVote } from "./Vote";

export default { Vote: PrioritiseVote, Result: PrioritiseResult, readiness } satisfies Kind;
