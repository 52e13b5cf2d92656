import type { BrowserContext } from "@playwright/test";

// Firefox's word for a font that was on its way when the page was left.
const LEFT_BEFORE_IT_CAME = /downloadable font: download failed .*status=2152398850/s;

/** What pages complain about that nobody may leave unread: errors in the console, and errors nobody caught. */
export type Complaints = {
  /** Listens to every page of a context, from now on. */
  listenTo(context: BrowserContext): void;
  /** From here on, complaints like this one belong to the test. */
  expect(complaint: RegExp): void;
  /** The complaints that were not expected. */
  unexpected(): string[];
};

export function collectComplaints(): Complaints {
  const heard: string[] = [];
  const expected = [LEFT_BEFORE_IT_CAME];
  return {
    listenTo(context) {
      context.on("console", (message) => {
        if (message.type() === "error") heard.push(`console.error at ${message.page()?.url()}: ${message.text()}`);
      });
      context.on("weberror", (webError) => {
        heard.push(`uncaught at ${webError.page()?.url()}: ${webError.error().stack ?? webError.error().message}`);
      });
    },
    expect: (complaint) => {
      expected.push(complaint);
    },
    unexpected: () => heard.filter((complaint) => !expected.some((pattern) => pattern.test(complaint))),
  };
}
