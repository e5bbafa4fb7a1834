import { pick, t } from "../../i18n";
import { type Line, nameOf, type OnPaper } from "../onPaper";
import { type RateSetupShape, ratings } from "./readiness";
import "./Vote";

export const onPaper: OnPaper = {
  lines(raw, ballot): Line[] {
    const setup = raw as unknown as RateSetupShape;
    const given = ratings(ballot);
    return setup.options.flatMap((option) =>
      setup.criteria.map((criterion) => ({
        about: `${nameOf(option)} · ${pick(criterion.title)}`,
        says: String(given[option.id]?.[criterion.id] ?? t("rate.skip")),
      })),
    );
  },
};
