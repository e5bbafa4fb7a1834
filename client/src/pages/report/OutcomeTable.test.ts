import { expect, it } from "vitest";
import { lang } from "../../i18n";
import { cellText } from "./OutcomeTable";

it("reads cells as people do", () => {
  lang.value = "es";
  expect(cellText(null, "text")).toBe("");
  expect(cellText({ es: "Sí", en: "Yes" }, "text")).toBe("Sí");
  expect(cellText("3-4", "place")).toBe("3–4");
  expect(cellText("3-4", "text")).toBe("3-4");
  expect(cellText(41, "count")).toBe("41");
  expect(cellText("169/2", "number")).toBe("84,5");
  expect(cellText("10/3", "number")).toBe("3,33");
  expect(cellText("7-8", "number")).toBe("7-8");
});
