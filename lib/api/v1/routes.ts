import type { ApiRoute } from "@/lib/api/route";
import { accountRoutes } from "./accounts";
import { bookingRoutes } from "./bookings";
import { catalogRoutes } from "./catalog";
import { pointRoutes } from "./points";
import { queueRoutes } from "./queue";
import { seatRoutes } from "./seats";

/** Everything that /api/v1 answers: what serves it, documents it and tests it reads this list. */
export const ROUTES: readonly ApiRoute[] = [
  ...catalogRoutes,
  ...seatRoutes,
  ...bookingRoutes,
  ...pointRoutes,
  ...queueRoutes,
  ...accountRoutes,
];
