import { configureGlobal } from "fast-check";

// One seed, so that a run can be repeated; another one by FAST_CHECK_SEED=7 npm test.
configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_261_123) });
