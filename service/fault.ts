import { NO_ANSWER, STALE_READ } from '../src/core/apply/port';

/** The codes of the port's own faults, which no service uses. */
export const FAULT = {
  /** The request may have been carried out, but its answer never came: for a write, only reading again tells. */
  NO_ANSWER,
  /** The write was not sent: the pool has moved, or may have, since it was read. */
  STALE_READ,
  /** The request never left: no connection could be opened. */
  UNREACHABLE: 'Unreachable',
  /** An answer came, but not from Cognito, or not a whole one. */
  UNREADABLE: 'UnreadableAnswer',
  /** The run's time was used up before the request could be sent. */
  OUT_OF_TIME: 'OutOfTime',
} as const;
