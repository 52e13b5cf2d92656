import { watchSeatsEndpoint } from "@/lib/endpoints/live-seats";
import { toEventStream } from "@/lib/web/event-stream";

export const GET = toEventStream(watchSeatsEndpoint);
