import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { followPresence } from "./page-presence";

/** A browser's page, seen or not, with or without a network. */
function aPage() {
  const document = Object.assign(new EventTarget(), { visibilityState: "visible" as DocumentVisibilityState });
  const window = new EventTarget() as Window;
  const navigator = { onLine: true };
  const handlers = { start: vi.fn(), stop: vi.fn(), onOffline: vi.fn() };
  const forget = followPresence({ document: document as unknown as Document, window, navigator }, handlers);
  onTestFinished(forget);
  const show = (state: DocumentVisibilityState) => {
    document.visibilityState = state;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  const connect = (onLine: boolean) => {
    navigator.onLine = onLine;
    window.dispatchEvent(new Event(onLine ? "online" : "offline"));
  };
  const calls = () => ({ started: handlers.start.mock.calls.length, stopped: handlers.stop.mock.calls.length });
  return {
    show,
    connect,
    forget,
    calls,
    onOffline: handlers.onOffline,
    emit: (name: string) => window.dispatchEvent(new Event(name)),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("stops a while after the page went out of sight, and starts at once when it is seen", () => {
  const page = aPage();
  page.show("hidden");
  vi.advanceTimersByTime(9_000);
  page.show("visible");
  expect(page.calls()).toEqual({ started: 2, stopped: 0 });

  page.show("hidden");
  vi.advanceTimersByTime(11_000);
  expect(page.calls().stopped).toBe(1);
  page.show("visible");
  expect(page.calls().started).toBe(3);
});

it("stops at once without a network, says so, and starts when it is back", () => {
  const page = aPage();
  page.connect(false);
  expect(page.calls().stopped).toBe(1);
  expect(page.onOffline).toHaveBeenCalledOnce();
  page.connect(true);

  expect(page.calls().started).toBe(2);
});

it("stops when the page is left, and starts when it is come back to", () => {
  const page = aPage();
  page.emit("pagehide");
  expect(page.calls().stopped).toBe(1);
  page.emit("pageshow");

  expect(page.calls().started).toBe(2);
});

it("follows no longer once it is told so", () => {
  const page = aPage();
  page.forget();
  page.show("visible");
  page.connect(true);

  expect(page.calls()).toEqual({ started: 1, stopped: 1 });
});
