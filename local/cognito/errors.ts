/** An answer of the service that is not a success. */
export class CognitoRefusal extends Error {
  constructor(readonly code: string, message: string, readonly status = 400) {
    super(message);
    this.name = 'CognitoRefusal';
  }
}

export type NetworkFaultKind = 'reset' | 'silence' | 'answer';

/** What a caller in the same process sees of a fault that would happen on the wire. */
export class NetworkFault extends Error {
  constructor(
    readonly kind: NetworkFaultKind,
    /** Whether the service had done its work before the reply was lost. */
    readonly processed: boolean,
    /** Of the kind 'answer': what came instead of the service's reply. */
    readonly answer?: ForeignAnswer,
  ) {
    super(`${kind}${processed ? ' after' : ' before'} the request was processed`);
    this.name = 'NetworkFault';
  }
}

/** An answer that the service did not write, such as a proxy's error page. */
export interface ForeignAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export function invalidParameter(message: string): CognitoRefusal {
  return new CognitoRefusal('InvalidParameterException', message);
}

export function resourceNotFound(userPoolId: string): CognitoRefusal {
  return new CognitoRefusal('ResourceNotFoundException', `User pool ${userPoolId} does not exist.`);
}
