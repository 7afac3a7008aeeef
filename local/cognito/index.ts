/**
 * A Cognito of our own: in memory, strict, and as forgetful as the real one is known to be. It judges this library, so it shares nothing
 * with it but the API's nouns. What is known of the real service, and how, is cited by key (H1-H25, R1-R21).
 */
export { fakeClock, systemClock, type Clock, type FakeClock } from './clock';
export { EmbeddedCognito, type EmbeddedCognitoOptions } from './embedded-cognito';
export { CognitoRefusal, NetworkFault, type ForeignAnswer, type NetworkFaultKind } from './errors';
export { fault } from './fault-kinds';
export type { Faults, ScriptedFault } from './faults';
export { serveCognito, type CognitoServer, type ServingOptions } from './http-server';
export type { OmissionMode } from './omission';
export { freshPool, poolWithEverything } from './pools';
export type { LoggedRequest } from './request-log';
export type { Seed } from './seed';
export type { Factors } from './state';
