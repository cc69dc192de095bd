import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

/** Scrolls to the row at the cursor unless the user is active in the view, and restores the scroll position. */
export function useScroll(atCursor: readonly string[], kept: number, keep: (scroll: number) => void): void {
  const isScrolling = useRef(false);
  useLayoutEffect(() => window.scrollTo(0, kept), []);
  useEffect(() => {
    const begin = () => {
      isScrolling.current = true;
    };
    const end = () => {
      isScrolling.current = false;
      keep(window.scrollY);
    };
    document.addEventListener("scroll", begin);
    document.addEventListener("scrollend", end);
    return () => {
      document.removeEventListener("scroll", begin);
      document.removeEventListener("scrollend", end);
    };
  }, []);
  useEffect(() => {
    if (document.hasFocus() || isScrolling.current) return;
    document.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [atCursor.join()]);
}
