import { CDK_NAG } from './cdk-nag';
import type { Control } from './control';
import { SECURITY_HUB } from './security-hub';

/** Every control about the settings of a user pool. */
export const CONTROLS: readonly Control[] = [...CDK_NAG, ...SECURITY_HUB];
