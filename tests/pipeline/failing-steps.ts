/** The failing steps as a module of their own, for threads. */
export { failingSteps as steps } from "./meeting-steps.ts";
