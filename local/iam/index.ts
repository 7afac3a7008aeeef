/** As much of IAM as an identity-based policy needs to be held against a call; a permissions boundary is none of it. */
export { evaluate, type Evaluation } from './evaluate';
export type { Denial, Permission } from './permission';
export { statementsOf, type Statement } from './statements';
