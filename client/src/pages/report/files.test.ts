import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { download, failed, isHeld, listFiles, nameIn, preparing, saved, size } from "./files";

beforeEach(() => {
  localStorage.clear();
  listFiles("m");
  URL.createObjectURL = () => "blob:x";
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function answer(body: BodyInit, init?: ResponseInit): void {
  vi.stubGlobal("fetch", async () => new Response(body, init));
}

it("saves under the name the server gives, and keeps the list over a reload", async () => {
  const headers = { "content-disposition": "attachment; filename*=UTF-8''reuni%C3%B3n-es.docx" };
  answer("hola", { headers });
  await download("m", "docx", "es", true, () => 7);
  expect(saved.value).toEqual([
    { format: "docx", lang: "es", name: "reunión-es.docx", bytes: 4, at: 7, draft: true },
  ]);
  expect(saved.value[0] && isHeld(saved.value[0])).toBe(true);
  expect(preparing.value).toEqual({});
  saved.value = [];
  listFiles("m");
  expect(saved.value).toHaveLength(1);
});

it("says the server's reason where there is no file", async () => {
  answer('{"code":"not_allowed"}', { status: 403 });
  await download("m", "xlsx", "es", true, () => 7);
  expect(failed.value.xlsx).toBe("not_allowed");
  expect(saved.value).toEqual([]);
});

it("survives an answer that is none", async () => {
  answer("<html>", { status: 502 });
  await download("m", "csv", "es", true, () => 7);
  expect(failed.value.csv).toBeDefined();
  expect(preparing.value).toEqual({});
});

it("asks once, however often it is pressed", async () => {
  let asked = 0;
  vi.stubGlobal("fetch", async () => {
    asked += 1;
    return new Response("x");
  });
  await Promise.all([1, 2, 3].map(() => download("m", "json", "es", true, () => 7)));
  expect(asked).toBe(1);
});

it("reads names and sizes", () => {
  expect(nameIn(null)).toBeUndefined();
  expect(nameIn("attachment; filename*=UTF-8''%E0%A4")).toBeUndefined();
  expect([900, 12_400, 3_000_000].map(size)).toEqual(["900 B", "12 KB", "3 MB"]);
});
