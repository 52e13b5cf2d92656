"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { Button } from "@/components/ui/button";
import type { Swap } from "./orphan-watch";
import type { SeatPicker } from "./use-seat-picker";

type OrphanNoteProps = { picker: SeatPicker; id: string; ref: Ref<HTMLDivElement> };

/** Says which seat would be left alone, and the ways out, before anybody refuses anything. */
export function OrphanNote({ picker, id, ref }: OrphanNoteProps) {
  const t = useTranslations("seatMap.orphan");
  const { warning, words, dispatch, statuses, announce } = picker;
  const { alone, take, move } = warning;
  const follow = ({ remove, add }: Swap) => {
    dispatch({ type: "swapped", remove, add, statuses });
    announce(words.names(add));
  };
  return (
    <div
      ref={ref}
      id={id}
      tabIndex={-1}
      className="grid gap-2 rounded-md border border-line-strong border-dashed bg-sunken p-3 text-sm"
    >
      <div role="status">
        <p className="font-semibold">{t("title", { names: words.names(alone) })}</p>
        <p className="mt-0.5 text-pretty text-ink-muted">{t("body")}</p>
      </div>
      {(take || move) && (
        <div className="flex flex-wrap gap-2">
          {take && (
            <Button variant="secondary" size="sm" className="min-h-11!" onClick={() => follow(take)}>
              {t("take", { numbers: words.numbers(take.add) })}
            </Button>
          )}
          {move && (
            <Button variant="secondary" size="sm" className="min-h-11!" onClick={() => follow(move)}>
              {t("move", { from: words.numbers(move.remove), to: words.numbers(move.add) })}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
