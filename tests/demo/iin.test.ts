import { describe, expect, it } from "vitest";
import { iinCheckDigit, syntheticIin } from "../../loaders/demo/iin.ts";
import { random } from "../../loaders/demo/prng.ts";

describe("individual identification numbers", () => {
  it("have the check digit of the first weights, or of the second where the first give 10", () => {
    // 1*1 + 2*2 + … + 9*9 + 0*10 + 1*11 = 296, 296 modulo 11 = 10; second weights: 377, 377 modulo 11 = 3.
    expect(iinCheckDigit("12345678901")).toBe(3);
    // 5*2 = 10 with the first weights; 5*4 = 20, 20 modulo 11 = 9 with the second.
    expect(iinCheckDigit("05000000000")).toBe(9);
    // 1*10 = 10 at the tenth digit; its second weight is 1.
    expect(iinCheckDigit("00000000010")).toBe(1);
  });

  it("are made with a date of birth and a right check digit", () => {
    const own = random(1, "iin");
    for (let i = 0; i < 500; i++) {
      const iin = syntheticIin(own);
      expect(iin).toMatch(/^\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d)[3-6]\d{5}$/);
      expect(iinCheckDigit(iin.slice(0, 11))).toBe(Number(iin[11]));
    }
  });
});
