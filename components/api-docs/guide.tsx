import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/routing";
import { CodeBlock } from "./code-block";

const REFUSAL = `{
  "error": {
    "code": "seat_unavailable",
    "message": "이미 선택된 좌석입니다.",
    "request_id": "6f1b0c1e-2f64-4f0e-9d8f-5a5e1c7b9a10",
    "seats": [{ "section": "A", "row": "1열", "number": 1 }]
  }
}`;
const STREAM = `id: e5f0c9d2.1743
event: delta
data: {"from":"e5f0c9d2.1742","to":"e5f0c9d2.1743","changes":[[12,1],[40,0]]}`;

const signIn = (server: string) => `curl -X POST '${server}/auth/token' \\
  -H 'Content-Type: application/json' \\
  -d '{"email":"fan1@rowlock.test","password":"rowlock-demo"}'
TOKEN=…

curl '${server}/points' \\
  -H "Authorization: Bearer $TOKEN"`;

const TOPICS = ["signIn", "errors", "once", "limits", "live"] as const;

const marks = {
  code: (words: ReactNode) => (
    <code className="break-words rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.9em]">{words}</code>
  ),
  keys: (words: ReactNode) => (
    <Link href="/account/api-keys" className="font-semibold underline underline-offset-4">
      {words}
    </Link>
  ),
};

/** What holds for every operation. */
export function Guide({ server }: { server: string }) {
  const t = useTranslations("apiDocs.guide");
  const examples: Partial<Record<(typeof TOPICS)[number], string>> = {
    ...{ signIn: signIn(server), errors: REFUSAL, live: STREAM },
  };
  return (
    <section id="guide" aria-labelledby="guide-title" className="grid scroll-mt-24 gap-8">
      <h2 id="guide-title" className="font-bold text-xl">
        {t("title")}
      </h2>
      {TOPICS.map((topic) => (
        <div key={topic} className="grid gap-3">
          <h3 className="font-bold">{t(`${topic}.title`)}</h3>
          <p className="max-w-[65ch] text-pretty">{t.rich(`${topic}.body`, marks)}</p>
          {examples[topic] && <CodeBlock label={t(`${topic}.title`)}>{examples[topic]}</CodeBlock>}
        </div>
      ))}
    </section>
  );
}
