import { serveApi } from "@/lib/web/api";

export {
  serveApi as DELETE,
  serveApi as GET,
  serveApi as OPTIONS,
  serveApi as PATCH,
  serveApi as POST,
  serveApi as PUT,
};
