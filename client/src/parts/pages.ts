import { useEffect, useState } from "preact/hooks";

const TURN_MS = 12_000;

/** Which of `pages` to show, turned round and round. */
export function usePage(pages: number): number {
  const [page, setPage] = useState(0);
  useEffect(() => {
    if (pages < 2) return undefined;
    const turning = setInterval(() => setPage((before) => before + 1), TURN_MS);
    return () => clearInterval(turning);
  }, [pages]);
  return page % pages;
}
