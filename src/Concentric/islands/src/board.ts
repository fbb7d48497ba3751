// Moving a card by dragging it. Where it can go, its own menu says: dropping it on a column is choosing there what leads to that column.
// Without this script, and by keyboard, the menu does the same.
function enliven(board: HTMLElement): void {
  const columns = [...board.querySelectorAll<HTMLElement>("[data-phase]")];
  let dragged: HTMLElement | null = null;

  const wayTo = (column: HTMLElement) =>
    dragged?.closest("[data-phase]") === column
      ? null
      : (dragged?.querySelector<HTMLElement>(`[data-to="${column.dataset["phase"] ?? ""}"]`) ?? null);

  for (const card of board.querySelectorAll<HTMLElement>("[data-card]")) {
    if (!card.querySelector("[data-to]")) continue;
    card.draggable = true;
    card.addEventListener("dragstart", (event) => {
      dragged = card;
      event.dataTransfer?.setData("text/plain", "");
      for (const column of columns) column.classList.toggle("open", wayTo(column) !== null);
    });
    card.addEventListener("dragend", () => {
      dragged = null;
      for (const column of columns) column.classList.remove("open", "over");
    });
  }

  for (const column of columns) {
    column.addEventListener("dragover", (event) => {
      if (!wayTo(column)) return;
      event.preventDefault();
      column.classList.add("over");
    });
    column.addEventListener("dragleave", (event) => {
      if (!column.contains(event.relatedTarget as Node | null)) column.classList.remove("over");
    });
    column.addEventListener("drop", (event) => {
      const way = wayTo(column);
      if (!way) return;
      event.preventDefault();
      way.click();
    });
  }
}

for (const board of document.querySelectorAll<HTMLElement>("[data-board]")) enliven(board);

export {};
