/**
 * Puts work off until the next frame is on the screen, so that what a reader waits for is painted first. Work that is
 * still put off when other work comes is dropped.
 */
export function afterPaint(window: Window): (work: () => void) => void {
  let latest = 0;
  return (work) => {
    latest += 1;
    const own = latest;
    window.requestAnimationFrame(() =>
      window.setTimeout(() => {
        if (own === latest) work();
      }),
    );
  };
}
