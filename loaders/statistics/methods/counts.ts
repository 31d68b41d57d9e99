/** Throws unless `k` is a whole number from 0 to `n`, itself a whole number. `name` says which in the message. */
export function checkPart(k: number, n: number, name: string): void {
  if (!(Number.isSafeInteger(k) && Number.isSafeInteger(n) && k >= 0 && k <= n)) {
    throw new RangeError(`found ${name}: ${k} of ${n}, expected whole numbers, 0 <= part <= whole`);
  }
}
