// Listens to a session. The browser comes again by itself, with the last event's id; after faults at which it gives up, this does.
const againInMs = 5000;

export function follow(address: string, onState: (state: string) => void, onLost?: (isLost: boolean) => void): void {
  const events = new EventSource(address);
  events.addEventListener("state", (event) => onState((event as MessageEvent<string>).data));
  events.addEventListener("open", () => onLost?.(false));
  events.addEventListener("error", () => {
    onLost?.(true);
    if (events.readyState === EventSource.CLOSED) setTimeout(() => follow(address, onState, onLost), againInMs);
  });
}
