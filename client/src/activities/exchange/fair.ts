/* What a delegation sees of the fair: its own posts, those of others, and where the two may meet. */
import type { ExchangeValue, MeetingPoint, PostValue } from "../../wire";

export interface Point {
  point: MeetingPoint;
  own: PostValue;
  other: PostValue;
}

/** Where a post of `delegation` may meet another's: agreed ones first, then those somebody waits for. */
export function pointsOf(fair: ExchangeValue, delegation: string): Point[] {
  const posts = new Map(fair.posts.map((post) => [post.id, post]));
  const found = fair.points.flatMap((point) => {
    const offer = posts.get(point.offer);
    const need = posts.get(point.need);
    if (!offer || !need) return [];
    if (offer.delegation === delegation) return [{ point, own: offer, other: need }];
    if (need.delegation === delegation) return [{ point, own: need, other: offer }];
    return [];
  });
  return found.sort((one, another) => weight(another.point) - weight(one.point));
}

function weight({ agreed, interested }: MeetingPoint): number {
  return agreed ? 3 : interested.length;
}

/** Posts of other delegations that no point of `delegation` has yet. */
export function othersOf(fair: ExchangeValue, delegation: string): PostValue[] {
  const met = new Set(pointsOf(fair, delegation).map(({ other }) => other.id));
  return fair.posts.filter((post) => post.delegation !== delegation && !met.has(post.id));
}

/** The own post that answers `post`: of the other side, best on the same theme. */
export function answerTo(
  fair: ExchangeValue,
  delegation: string,
  post: PostValue,
): PostValue | undefined {
  const own = fair.posts.filter(
    (other) => other.delegation === delegation && other.sort !== post.sort,
  );
  return own.find(({ fields }) => fields.theme === post.fields.theme) ?? own[0];
}

/** The arguments that name where two posts meet. */
export function between(one: PostValue, other: PostValue): { offer: string; need: string } {
  return one.sort === "offer"
    ? { offer: one.id, need: other.id }
    : { offer: other.id, need: one.id };
}
