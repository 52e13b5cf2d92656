"use client";

import { type ReactNode, useState } from "react";
import type { Result } from "@/lib/kernel/result";
import { Button } from "./button";
import { Dialog, DialogClose } from "./dialog";
import { Notice } from "./notice";

type ConfirmDialogProps = {
  title: ReactNode;
  description?: ReactNode | undefined;
  /** What will happen, where a sentence does not do. */
  children?: ReactNode;
  /** The element that opens it. */
  trigger: ReactNode;
  /** Labels: of the way out, of doing it, and what is said when no answer came. */
  words: { keep: string; confirm: string; offline: string };
  act: () => Promise<Result<unknown>>;
  /** Called once it is done and the dialog has closed. */
  onDone: () => void;
};

/** Asks before something that cannot be taken back, does it, and stays open with the reason where it was refused. */
export function ConfirmDialog({ title, description, children, trigger, words, act, onDone }: ConfirmDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [isActing, setIsActing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function confirm() {
    setIsActing(true);
    setRefusal(null);
    try {
      const result = await act();
      if (!result.ok) return setRefusal(result.error.message);
      setIsOpen(false);
      onDone();
    } catch {
      setRefusal(words.offline);
    } finally {
      setIsActing(false);
    }
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        setIsOpen(open);
        setRefusal(null);
      }}
      title={title}
      description={description}
      trigger={trigger}
      footer={
        <>
          <DialogClose>
            <Button variant="secondary">{words.keep}</Button>
          </DialogClose>
          <Button variant="danger" pending={isActing} onClick={confirm}>
            {words.confirm}
          </Button>
        </>
      }
    >
      {children}
      {refusal && <Notice tone="danger">{refusal}</Notice>}
    </Dialog>
  );
}
