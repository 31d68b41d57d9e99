export * from "../random.ts";
