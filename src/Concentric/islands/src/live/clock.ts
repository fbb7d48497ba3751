// A clock that everyone can see: how long somebody has been speaking, by the server's time and not by the device's.
const second = 1000;
let offset = 0;

/** Sets the page's clock by the server's. */
export function setBy(serverNow: number): void {
  offset = serverNow - Date.now();
}

function written(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export function tick(): void {
  for (const clock of document.querySelectorAll<HTMLElement>("[data-clock]")) {
    const since = Number(clock.dataset["since"]);
    const face = clock.querySelector<HTMLElement>("[data-clock-time]");
    if (!since || !face) continue;
    const passed = Math.max(0, Math.floor((Date.now() + offset - since) / second));
    const limit = Number(clock.dataset["limit"]) || 0;
    face.textContent = written(passed);
    const most = clock.querySelector<HTMLElement>("[data-clock-limit]");
    if (most) most.textContent = limit > 0 ? `/ ${written(limit)}` : "";
    clock.classList.toggle("late", limit > 0 && passed > limit);
  }
}

/** Every clock of the page goes from now on. */
export function start(): void {
  const set = document.querySelector<HTMLElement>("[data-clock][data-now]");
  if (set) setBy(Number(set.dataset["now"]));
  tick();
  setInterval(tick, second);
}
