// Setting the point of a place by a click on the map, by dragging, or with the arrow keys. Without this script the map stays hidden
// and the numbers are typed; with it they still can be, and the mark follows.
const [step, stride] = [1, 20];

function enliven(figure: HTMLElement): void {
  const picture = figure.querySelector("svg")!;
  const mark = figure.querySelector<SVGElement>("[data-mark]")!;
  const told = figure.querySelector<HTMLElement>("[data-told]")!;
  const fields = ["Latitude", "Longitude"].map((name) => document.querySelector<HTMLInputElement>(`[name="Input.${name}"]`)!);
  const [latitude, longitude] = fields as [HTMLInputElement, HTMLInputElement];
  const number = (name: string) => Number(figure.dataset[name]);
  const { width, height } = picture.viewBox.baseVal;
  const across = number("scale") * number("squeeze");
  let spot: { x: number; y: number } | null = null;

  const draw = () => {
    mark.setAttribute("visibility", spot ? "visible" : "hidden");
    if (spot) mark.setAttribute("transform", `translate(${spot.x} ${spot.y})`);
  };

  /** The mark goes where the typed numbers say. */
  const follow = () => {
    const [north, east] = [latitude.value, longitude.value].map((typed) => (typed.trim() ? Number(typed) : Number.NaN)) as [number, number];
    spot = Number.isFinite(north) && Number.isFinite(east)
      ? { x: width / 2 + (east - number("east")) * across, y: height / 2 - (north - number("north")) * number("scale") }
      : null;
    draw();
  };

  const put = (x: number, y: number) => {
    spot = { x: Math.min(Math.max(x, 0), width), y: Math.min(Math.max(y, 0), height) };
    latitude.value = (number("north") - (spot.y - height / 2) / number("scale")).toFixed(5);
    longitude.value = (number("east") + (spot.x - width / 2) / across).toFixed(5);
    draw();
  };

  const say = () => (told.textContent = (figure.dataset["said"] ?? "").replace("{0}", latitude.value).replace("{1}", longitude.value));

  const pointed = (event: MouseEvent) => {
    const matrix = picture.getScreenCTM();
    if (!matrix) return;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    put(point.x, point.y);
  };

  // A finger that moves scrolls the page; where it taps, the point is. Mouse and pen drag.
  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    picture.setPointerCapture(event.pointerId);
    pointed(event);
  });
  picture.addEventListener("pointermove", (event) => picture.hasPointerCapture(event.pointerId) && pointed(event));
  picture.addEventListener("click", (event) => {
    pointed(event);
    say();
  });
  picture.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!way || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const length = event.shiftKey ? stride : step;
    const from = spot ?? { x: width / 2, y: height / 2 };
    put(from.x + way[0]! * length, from.y + way[1]! * length);
    say();
  });
  for (const field of fields) field.addEventListener("input", follow);

  figure.hidden = false;
  follow();
}

for (const figure of document.querySelectorAll<HTMLElement>("[data-position-map]")) enliven(figure);

export {};
