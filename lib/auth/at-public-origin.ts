import { NextRequest } from "next/server";
import { publicOrigin } from "@/lib/api/public-origin";

type Handler = (request: NextRequest) => Promise<Response>;

/** Providers send people back to the address they came from, so next-auth has to see that and not Next's own. */
export function atPublicOrigin(handler: Handler): Handler {
  return async (request) => {
    const { href, origin } = request.nextUrl;
    return handler(new NextRequest(href.replace(origin, publicOrigin(request)), request));
  };
}
