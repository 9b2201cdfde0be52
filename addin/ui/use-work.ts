import { useCallback, useRef, useState } from "preact/hooks";

/** Something the pane is doing. */
export interface Work {
  readonly label: string;
  /** Present where stopping really stops it. */
  readonly cancel: (() => void) | undefined;
  readonly steps?: { readonly done: number; readonly all: number };
}

/** What a piece of work may say about itself while it runs. */
export interface Progress {
  readonly signal: AbortSignal;
  /** From here on it cannot be stopped: the document or the record is being changed. */
  cannotStop(label?: string): void;
  /** It can be stopped again, with so much done. */
  step(label: string, done: number, all: number): void;
}

export interface Worker {
  readonly work: Work | null;
  readonly failure: unknown;
  dismiss(): void;
  /** Does one thing at a time; a second is refused while the first runs. @returns whether it was done. */
  run(label: string, task: (progress: Progress) => Promise<void>): Promise<boolean>;
}

/** Runs what the person asks for, one thing at a time, and keeps its progress and its failure for the view. */
export function useWork(): Worker {
  const [work, setWork] = useState<Work | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const running = useRef(false);
  const run = useCallback(async (label: string, task: (progress: Progress) => Promise<void>) => {
    if (running.current) return false;
    running.current = true;
    const stop = new AbortController();
    const cancel = (): void => stop.abort();
    setFailure(null);
    setWork({ label, cancel });
    try {
      await task({
        signal: stop.signal,
        cannotStop: (now) => setWork({ label: now ?? label, cancel: undefined }),
        step: (now, done, all) => setWork({ label: now, cancel, steps: { done, all } }),
      });
      return true;
    } catch (error) {
      if (!stop.signal.aborted) setFailure(error);
      return false;
    } finally {
      running.current = false;
      setWork(null);
    }
  }, []);
  return { work, failure, dismiss: useCallback(() => setFailure(null), []), run };
}
