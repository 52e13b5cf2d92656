import { demoId } from "./random";

export const DEMO_PASSWORD = "rowlock-demo";

export type DemoPerson = { userId: string; email: string; name: string; role: "fan" | "owner" };

const FAN_NAMES = [
  "김서연",
  "이도현",
  "박지우",
  "최민준",
  "정하은",
  "강시우",
  "조예린",
  "윤태오",
  "장수아",
  "임건우",
  "한유진",
  "오지호",
  "서다인",
  "신우진",
  "권나윤",
  "황준서",
  "안소율",
  "송현우",
  "홍채원",
  "문이안",
];

/** fan1@rowlock.test … fan20@rowlock.test, in that order. */
export const DEMO_FANS: readonly DemoPerson[] = FAN_NAMES.map((name, i) => {
  const email = `fan${i + 1}@rowlock.test`;
  return { userId: demoId(email), email, name, role: "fan" };
});

export const DEMO_OWNER: DemoPerson = {
  userId: demoId("admin@rowlock.test"),
  email: "admin@rowlock.test",
  name: "백무대",
  role: "owner",
};
