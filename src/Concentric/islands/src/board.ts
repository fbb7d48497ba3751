// Moving a card by dragging it. Where it can go, its own menu says: dropping it on a column is choosing there what leads to that column.
// Without this script, and by keyboard, the menu does the same.
function enliven(board: HTMLElement): void {
  const columns = [...board.querySelectorAll<HTMLElement>("[data-phase]")];
  const told = document.querySelector<HTMLElement>("[data-board-told]");
  let dragged: HTMLElement | null = null;

  const wayTo = (column: HTMLElement) =>
    dragged?.closest("[data-phase]") === column
      ? null
      : (dragged?.querySelector<HTMLElement>(`[data-to="${column.dataset["phase"] ?? ""}"]`) ?? null);

  /** Why the card cannot go there: what its own menu would say, else what must be before anything comes to that column. */
  const whyNot = (card: HTMLElement, column: HTMLElement) => {
    const own = JSON.parse(card.dataset["whyNot"] ?? "{}") as { [phase: string]: string };
    return own[column.dataset["phase"] ?? ""] ?? column.dataset["whyNot"] ?? "";
  };

  for (const card of board.querySelectorAll<HTMLElement>("[data-card]")) {
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
      if (!dragged || dragged.closest("[data-phase]") === column) return;
      event.preventDefault();
      if (wayTo(column)) column.classList.add("over");
    });
    column.addEventListener("dragleave", (event) => {
      if (!column.contains(event.relatedTarget as Node | null)) column.classList.remove("over");
    });
    column.addEventListener("drop", (event) => {
      if (!dragged || dragged.closest("[data-phase]") === column) return;
      event.preventDefault();
      const way = wayTo(column);
      if (told) told.hidden = way !== null;
      if (way) way.click();
      else if (told) told.textContent = `${dragged.querySelector(".board-title")?.textContent ?? ""}: ${whyNot(dragged, column)}`;
    });
  }
}

for (const board of document.querySelectorAll<HTMLElement>("[data-board]")) enliven(board);

export {};
