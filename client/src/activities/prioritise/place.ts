/** 3, or 3–4 where a place is shared. */
export function placeText([low, high]: [number, number]): string {
  return low === high ? String(low) : `${low}–${high}`;
}
