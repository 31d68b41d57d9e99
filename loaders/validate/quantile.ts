export * from "../quantile.ts";
