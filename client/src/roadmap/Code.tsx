import "./roadmap.css";
import { drawer } from "./drawn";

/** A short code that opens where its object came from and what came of it. */
export function Code({ sort, id, code }: { sort: string; id: string; code: string }) {
  return (
    <button
      type="button"
      class="object-code"
      onClick={() => {
        drawer.value = { show: "chain", sort, id };
      }}
    >
      {code}
    </button>
  );
}
