import type { Option } from "../kind";
import { type Line, nameOf, type OnPaper } from "../onPaper";
import { approved, type PrioritiseSetupShape, points, ranked } from "./readiness";

function shape(setup: Record<string, unknown>): PrioritiseSetupShape {
  return setup as unknown as PrioritiseSetupShape;
}

export const onPaper: OnPaper = {
  lines(setup, ballot): Line[] {
    const ranking = shape(setup);
    const says = sayings(ranking, ballot);
    return ranking.options.flatMap((option: Option) => {
      const said = says.get(option.id);
      return said === undefined ? [] : [{ about: nameOf(option), says: said }];
    });
  },
};

/** By option: its place, its points, or that it is approved of. */
function sayings(setup: PrioritiseSetupShape, ballot: Record<string, unknown>) {
  if (setup.method === "approval")
    return new Map(approved(setup, ballot).map((id) => [id, "✓"] as const));
  if (setup.method === "rank")
    return new Map(ranked(setup, ballot).map((id, index) => [id, `${index + 1}.`] as const));
  return new Map(Object.entries(points(ballot)).map(([id, n]) => [id, String(n)] as const));
}
