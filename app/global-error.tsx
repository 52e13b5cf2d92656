"use client";

import { Mark } from "@/components/brand/mark";
import { THEME_SCRIPT } from "@/components/site/theme";
import { Button } from "@/components/ui/button";
import "./globals.css";

/** Stands when even the layout has failed, so it knows no language and says both. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="ko" suppressHydrationWarning>
      <head>
        <title>Rowlock</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours. */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <main className="mx-auto grid min-h-dvh max-w-lg content-center justify-items-start gap-6 px-6 py-16">
          <Mark className="size-12" />
          <div className="grid gap-2">
            <h1 className="font-extrabold text-2xl">잠시 조명이 나갔어요</h1>
            <p className="text-ink-muted">저희 쪽에 문제가 생겼어요. 선점한 좌석과 예매는 그대로예요.</p>
          </div>
          <div lang="en" className="grid gap-2">
            <p className="font-bold text-lg">The lights went out for a moment</p>
            <p className="text-ink-muted">
              Something went wrong on our side. Seats you hold and bookings you made are untouched.
            </p>
          </div>
          <Button onClick={retry}>
            다시 불러오기 · <span lang="en">Load again</span>
          </Button>
        </main>
      </body>
    </html>
  );
}
