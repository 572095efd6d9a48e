const began = performance.now();

/** One line for the person at the terminal, with the seconds since the start. */
export function say(text: string): void {
  console.log(`[${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s] ${text}`);
}
