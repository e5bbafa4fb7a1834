/* What posts are sorted by. */
import { pick } from "../../i18n";
import type { ActivityValue, PostValue } from "../../wire";
import type { Option } from "../kind";

export function themesOf(activity: ActivityValue): Option[] {
  return (activity.setup.themes as Option[] | undefined) ?? [];
}

export function supportsOf(activity: ActivityValue): Option[] {
  return (activity.setup.supports as Option[] | undefined) ?? [];
}

/** "Rezago · Formación o pasantía" */
export function sortedBy(activity: ActivityValue, post: PostValue): string {
  const theme = themesOf(activity).find(({ id }) => id === post.fields.theme);
  const support = supportsOf(activity).find(({ id }) => id === post.fields.support);
  return [theme, support].map((option) => pick(option?.short ?? option?.text)).join(" · ");
}
