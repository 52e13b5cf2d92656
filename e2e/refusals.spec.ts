import { randomUUID } from "node:crypto";
import { unpackAvailability } from "@/lib/seats/availability-wire";
import { aPendingBooking, bookingBody, bookSeats, lockBody, lockSeats, paymentBody } from "./api-client";
import { expect, test } from "./fixtures";

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const anError = (code: string, more: object = {}) => ({
  error: { code, message: expect.any(String), request_id: expect.any(String), ...more },
});

const aTakenSeat = (seat: object) => anError("seat_unavailable", { message: "이미 선택된 좌석입니다.", seats: [seat] });

test.describe("what the public API promised its clients", () => {
  test("locks seats and answers with their tickets and the time they are kept", async ({ world, apiOf }) => {
    const show = await world.show();
    const api = await apiOf(await world.fan());

    const answer = await lockSeats(api, show, 0, 1);

    expect(answer.status()).toBe(200);
    expect(await answer.json()).toEqual({
      success: true,
      message: "2개의 좌석이 잠금되었습니다.",
      locked_seats: [
        { section: "A", row: "1열", number: 1, ticket_id: expect.any(Number) },
        { section: "A", row: "1열", number: 2, ticket_id: expect.any(Number) },
      ],
      expires_at: expect.stringMatching(ISO_TIME),
    });
  });

  test("books, one element for each seat, and pays with points", async ({ world, apiOf, ledger }) => {
    const [show, fan] = [await world.show(), await world.fan({ points: 500_000 })];
    const api = await apiOf(fan);

    const answer = await bookSeats(api, show, 0, 8);

    expect(answer.status()).toBe(201);
    const booked = await answer.json();
    const element = {
      id: expect.any(String),
      user_id: fan.userId,
      ticket_id: expect.any(Number),
      status: "pending",
      total_price: 249_000,
      booked_at: expect.stringMatching(ISO_TIME),
      expires_at: expect.stringMatching(ISO_TIME),
      booking_id: booked[0].booking_id,
    };
    expect(booked).toEqual([element, element]);

    const paid = await api.post(`/api/v1/bookings/${booked[0].booking_id}/payment`, { data: paymentBody(249_000) });

    expect(paid.status()).toBe(200);
    expect(await paid.json()).toMatchObject({ status: "succeeded" });
    expect(await ledger.balanceOf(fan.userId)).toBe(251_000);
    expect(await ledger.violationsOf(show.scheduleId)).toEqual([]);
  });

  test("lists tickets by status and says with an ETag that nothing has changed", async ({ world, apiOf }) => {
    const show = await world.show();
    const api = await apiOf(await world.fan());
    await lockSeats(api, show, 5);

    const held = await api.get(`/api/v1/events/${show.eventId}/tickets?schedule_id=${show.scheduleId}&status=held`);
    expect(await held.json()).toEqual({
      items: [
        {
          id: expect.any(Number),
          seat_section: "A",
          row: "1열",
          number: 6,
          grade: "VIP",
          price: 150_000,
          status: "held",
        },
      ],
      next_cursor: null,
    });

    const first = await api.get(`/api/v1/schedules/${show.scheduleId}/availability`);
    expect(unpackAvailability(await first.json()).statuses).toBe(`000001${"0".repeat(58)}`);
    const again = await api.get(`/api/v1/schedules/${show.scheduleId}/availability`, {
      headers: { "If-None-Match": first.headers().etag ?? "" },
    });
    expect(again.status()).toBe(304);
  });
});

test.describe("a refusal", () => {
  test("409: a seat that somebody else has locks nothing and names the seat", async ({ world, apiOf, ledger }) => {
    const show = await world.show();
    const [first, second] = [await apiOf(await world.fan()), await apiOf(await world.fan())];
    await lockSeats(first, show, 1);

    const answer = await lockSeats(second, show, 0, 1);

    expect(answer.status()).toBe(409);
    expect(await answer.json()).toEqual(aTakenSeat({ section: "A", row: "1열", number: 2 }));
    expect((await ledger.takenSeats(show.scheduleId)).map((seat) => seat.seatIndex)).toEqual([1]);
  });

  test("409: a booking of a seat that somebody else holds", async ({ world, apiOf, ledger }) => {
    const show = await world.show();
    const [first, second] = [await apiOf(await world.fan()), await apiOf(await world.fan())];
    await lockSeats(first, show, 1);

    const answer = await bookSeats(second, show, 0, 1);

    expect(answer.status()).toBe(409);
    expect(await answer.json()).toEqual(aTakenSeat({ section: "A", row: "1", number: 2 }));
    expect(await ledger.bookingsOf(show.scheduleId)).toEqual([]);
  });

  test("speaks the caller's language", async ({ world, apiOf }) => {
    const show = await world.show();
    const [first, second] = [await apiOf(await world.fan()), await apiOf(await world.fan())];
    await lockSeats(first, show, 1);

    const answer = await second.post("/api/v1/seats/lock", {
      data: lockBody(show, 1),
      headers: { "Accept-Language": "en-GB,en;q=0.9" },
    });

    expect((await answer.json()).error.message).toBe("Someone else has already taken that seat.");
  });

  test("401: nobody locks, books, pays or looks into bookings without a session", async ({ world, request }) => {
    const show = await world.show();
    const answers = [
      await lockSeats(request, show, 0),
      await bookSeats(request, show, 0),
      await request.post(`/api/v1/bookings/${randomUUID()}/payment`, { data: paymentBody(99_000) }),
      await request.post(`/api/v1/bookings/${randomUUID()}/cancellation`, { data: {} }),
      await request.get("/api/v1/bookings"),
      await request.get(`/api/v1/bookings/${randomUUID()}`),
    ];
    for (const answer of answers) {
      expect(answer.status()).toBe(401);
      expect(await answer.json()).toEqual(anError("unauthenticated"));
    }
  });

  for (const headers of [{ Origin: "https://tickets.example" }, { "Sec-Fetch-Site": "cross-site" }]) {
    test(`403: another site cannot spend a session that it does not have (${Object.keys(headers)[0]})`, async ({
      world,
      apiOf,
      ledger,
    }) => {
      const show = await world.show();
      const api = await apiOf(await world.fan());

      const answer = await api.post("/api/v1/seats/lock", { data: lockBody(show, 0), headers });

      expect(answer.status()).toBe(403);
      expect(await answer.json()).toEqual(anError("forbidden", { reason: "not_same_origin" }));
      expect(await ledger.takenSeats(show.scheduleId)).toEqual([]);
    });
  }

  test("400: a body that is not a JSON object", async ({ world, apiOf }) => {
    const api = await apiOf(await world.fan());
    for (const data of ["{ not json", "[]", '"text"', "null"]) {
      const answer = await api.post("/api/v1/seats/lock", { data, headers: { "Content-Type": "application/json" } });
      expect(answer.status(), data).toBe(400);
      expect(await answer.json()).toEqual(anError("malformed_request"));
    }
  });

  test("422: input that makes no sense, with the fields that are at fault", async ({ world, apiOf }) => {
    const show = await world.show();
    const api = await apiOf(await world.fan());
    const refused = async (data: object, field: string) => {
      const answer = await api.post("/api/v1/seats/lock", { data });
      expect(answer.status()).toBe(422);
      expect(await answer.json()).toEqual(anError("invalid_input", { fields: { [field]: expect.any(Array) } }));
    };
    await refused({ ...lockBody(show, 0), schedule_id: "tonight" }, "schedule_id");
    await refused({ ...lockBody(show, 0), seats: [] }, "seats");
    await refused({ ...lockBody(show, 0), seats: [{ row: "1열" }] }, "seats.0.number");
  });

  test("404: an event that has no such schedule, a seat that the hall has not, somebody else's booking", async ({
    world,
    apiOf,
  }) => {
    const [show, other] = [await world.show(), await world.show()];
    const [owner, stranger] = [await apiOf(await world.fan({ points: 200_000 })), await apiOf(await world.fan())];
    const mine = `/api/v1/bookings/${await aPendingBooking(owner, show, 0)}`;

    const wrongEvent = { ...lockBody(show, 1), event_id: other.eventId };
    const noSeat = { ...lockBody(show, 1), seats: [{ section: "A", row: "9열", number: 1 }] };
    const answers = [
      await stranger.post("/api/v1/seats/lock", { data: wrongEvent }),
      await stranger.post("/api/v1/seats/lock", { data: noSeat }),
      await stranger.get(mine),
      await stranger.post(`${mine}/payment`, { data: paymentBody(150_000) }),
      await stranger.post(`${mine}/cancellation`, { data: {} }),
    ];
    for (const answer of answers) {
      expect(answer.status()).toBe(404);
      expect(await answer.json()).toMatchObject(anError("not_found"));
    }
  });

  test("409: a price that is not ours", async ({ world, apiOf, ledger }) => {
    const show = await world.show();
    const api = await apiOf(await world.fan());
    const cheap = bookingBody(show, 0);
    cheap.total_price = 1_000;
    for (const seat of cheap.seats) seat.price = 1_000;

    const answer = await api.post("/api/v1/bookings", { data: cheap });

    expect(answer.status()).toBe(409);
    expect(await answer.json()).toMatchObject({
      error: { code: "price_changed", total_price: 150_000, seats: [{ price: 150_000 }] },
    });
    expect(await ledger.bookingsOf(show.scheduleId)).toEqual([]);
  });

  test("409: more seats than one person may have, before the sale, and after it", async ({ world, apiOf }) => {
    const [show, early] = [
      await world.show(),
      await world.show({ salesOpenAt: new Date(Date.now() + 3_600_000), startsAt: new Date(Date.now() + 10_800_000) }),
    ];
    const late = await world.show({
      salesOpenAt: new Date(Date.now() - 7_200_000),
      startsAt: new Date(Date.now() + 60_000),
    });
    const api = await apiOf(await world.fan());

    expect(await (await lockSeats(api, show, 0, 1, 2, 3, 4)).json()).toEqual(
      anError("seat_limit_exceeded", { max: 4 }),
    );
    expect(await (await lockSeats(api, early, 0)).json()).toMatchObject(anError("sales_not_open"));
    expect(await (await lockSeats(api, late, 0)).json()).toEqual(anError("sales_closed"));
  });

  test("409 and 410: paying twice, paying with points one has not, paying too late", async ({
    world,
    apiOf,
    clock,
    ledger,
  }) => {
    const show = await world.show();
    const fan = await world.fan({ points: 150_000 });
    const api = await apiOf(fan);
    const pay = (bookingId: string, totalKrw: number) =>
      api.post(`/api/v1/bookings/${bookingId}/payment`, { data: paymentBody(totalKrw) });
    const [paid, poor, late] = [
      await aPendingBooking(api, show, 0),
      await aPendingBooking(api, show, 1),
      await aPendingBooking(api, show, 8),
    ];

    expect((await pay(paid, 150_000)).status()).toBe(200);
    const twice = await pay(paid, 150_000);
    expect(twice.status()).toBe(409);
    expect(await twice.json()).toEqual(anError("already_paid"));

    const short = await pay(poor, 150_000);
    expect(short.status()).toBe(409);
    expect(await short.json()).toEqual(anError("insufficient_points", { balance: 0, missing: 150_000 }));

    await clock.leaveBooking(late, 0);
    const tooLate = await pay(late, 99_000);
    expect(tooLate.status()).toBe(410);
    expect(await tooLate.json()).toEqual(anError("booking_expired"));

    expect(await ledger.balanceOf(fan.userId)).toBe(0);
    expect(await ledger.violationsOf(show.scheduleId)).toEqual([]);
  });

  test("422: the same key for another booking; the same key for the same booking is the first answer", async ({
    world,
    apiOf,
    ledger,
  }) => {
    const show = await world.show();
    const api = await apiOf(await world.fan());
    const headers = { "Idempotency-Key": randomUUID() };
    const send = (...seats: number[]) => api.post("/api/v1/bookings", { data: bookingBody(show, ...seats), headers });

    const first = await send(0);
    const again = await send(0);
    const other = await send(1);

    expect([first.status(), again.status(), other.status()]).toEqual([201, 201, 422]);
    expect(await again.json()).toEqual(await first.json());
    expect(await other.json()).toEqual(anError("id_reused"));
    expect(await ledger.bookingsOf(show.scheduleId)).toHaveLength(1);
  });
});
