import type { Kind } from "../kind";
import { NotesResult } from "./Result";

export default { Result: NotesResult } satisfies Kind;
