import { type APIRequestContext, expect } from "@playwright/test";
import type { Fan } from "./world";

/** Opens a session without a page, as the sign-in form does behind the scenes; the cookie stays in `request`. */
export async function openSession(request: APIRequestContext, fan: Fan): Promise<void> {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email: fan.email, password: fan.password };
  const answer = await request.post("/api/auth/callback/credentials", { form, maxRedirects: 0 });
  expect(answer.status(), await answer.text()).toBe(302);
  const session = await (await request.get("/api/auth/session")).json();
  expect(session).toMatchObject({ userId: fan.userId });
}
