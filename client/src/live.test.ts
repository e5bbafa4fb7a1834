import { beforeEach, expect, it, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
});

it("says one sentence in three seconds, and of those that wait the latest", async () => {
  const { announce, said } = await import("./live");
  announce("Elija 3 más");
  expect(said.value).toBe("Elija 3 más");
  announce("Elija 2 más");
  announce("Elija 1 más");
  expect(said.value).toBe("Elija 3 más");
  vi.advanceTimersByTime(3000);
  expect(said.value).toBe("Elija 1 más");
  vi.advanceTimersByTime(3000);
  expect(said.value).toBe("Elija 1 más");
});

it("says the same words again as something new", async () => {
  const { announce, said } = await import("./live");
  announce("Recibido");
  vi.advanceTimersByTime(3000);
  const before = said.value;
  announce("Recibido");
  expect(said.value).not.toBe(before);
  expect(said.value.trim()).toBe("Recibido");
});
