/** Starts the sweeper with the server. Next calls this once per process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startBackgroundWork } = await import("./lib/runtime/background");
  startBackgroundWork();
}
