// Does some seconds of work in the place of a question: finds a number that, behind the paper, gives a hash beginning with enough zero
// bits. Nothing leaves the browser but that number. Where there is no script, or no hash (a page without TLS), the question stays.
const atOnce = 64;

function zeroBits(hash: ArrayBuffer): number {
  return Math.clz32(new DataView(hash).getUint32(0));
}

async function solve(paper: string, bits: number): Promise<number> {
  const encoder = new TextEncoder();
  for (let first = 0; ; first += atOnce) {
    const numbers = Array.from({ length: atOnce }, (_, at) => first + at);
    const hashes = await Promise.all(numbers.map((number) => crypto.subtle.digest("SHA-256", encoder.encode(`${paper}:${number}`))));
    const found = hashes.findIndex((hash) => zeroBits(hash) >= bits);
    if (found >= 0) return numbers[found]!;
  }
}

async function enliven(box: HTMLElement): Promise<void> {
  const work = box.querySelector<HTMLInputElement>("input[name=Work]");
  const field = box.querySelector<HTMLElement>(".field");
  if (!work || !field || !globalThis.crypto?.subtle) return;
  work.value = String(await solve(box.dataset["work"]!, Number(box.dataset["workBits"])));
  // Who is answering already is left in peace; either is enough.
  if (field.contains(document.activeElement) || field.classList.contains("invalid")) return;
  const done = document.createElement("p");
  done.className = "muted";
  done.setAttribute("role", "status");
  field.replaceWith(done);
  done.textContent = box.dataset["workDone"]!;
}

for (const box of document.querySelectorAll<HTMLElement>("[data-work]")) void enliven(box);

export {};
