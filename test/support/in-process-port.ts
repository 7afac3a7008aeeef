import { CognitoRefusal, NetworkFault, type EmbeddedCognito } from '../../local/cognito';
import { NO_ANSWER, ServiceError, type UserPoolPort } from '../../src/core/apply/port';
import type { Action } from '../../src/core/wire/api';
import type { JsonObject } from '../../src/core/wire/json';

/** The port straight to an embedded Cognito of the same process: what the handler's port does, less HTTP. */
export function portTo(cognito: EmbeddedCognito): UserPoolPort {
  const call = async (action: Action, request: JsonObject): Promise<JsonObject> => {
    try {
      // Over the wire nothing is shared: neither side can see the other's later changes.
      return JSON.parse(JSON.stringify(cognito.call(action, JSON.parse(JSON.stringify(request)) as JsonObject))) as JsonObject;
    } catch (error) {
      if (error instanceof CognitoRefusal) {
        // A write that breaks down inside the service may be done or not: nobody can know.
        const isOpen = error.status >= 500 && WRITES.includes(action);
        throw new ServiceError(isOpen ? NO_ANSWER : error.code, error.message, action);
      }
      if (error instanceof NetworkFault) throw new ServiceError(NO_ANSWER, error.message, action);
      throw error;
    }
  };
  return portBy(call);
}

/** The verbs by a way to make a call; the way back is the same one. */
export function portBy(call: (action: Action, request: JsonObject) => Promise<JsonObject>): UserPoolPort {
  const port: UserPoolPort = {
    describeUserPool: async (UserPoolId) => (await call('DescribeUserPool', { UserPoolId })).UserPool as JsonObject,
    getUserPoolMfaConfig: (UserPoolId) => call('GetUserPoolMfaConfig', { UserPoolId }),
    updateUserPool: async (request) => void await call('UpdateUserPool', request),
    setUserPoolMfaConfig: async (request) => void await call('SetUserPoolMfaConfig', request),
    wayBack: () => port,
  };
  return port;
}

export const WRITES = ['UpdateUserPool', 'SetUserPoolMfaConfig'];

export function writesOf(cognito: EmbeddedCognito): readonly JsonObject[] {
  return cognito.requests.filter(({ action }) => WRITES.includes(action)).map(({ request }) => request);
}
