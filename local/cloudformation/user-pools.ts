import { isDeepStrictEqual } from 'node:util';
import { requestsOf, type UserPoolRequests } from './user-pool-properties';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';
import { CognitoRefusal, type EmbeddedCognito } from '../cognito';
import {
  generatedName, ResourceFailure, ResourceRefusal, type ExistingResourceRequest, type ResourceModel, type ResourceRequest,
  type ResourceResult, type ResourceUpdateRequest,
} from '../deployment';

/**
 * `AWS::Cognito::UserPool`, with its pools in an embedded Cognito. An update writes what the template has and nothing else:
 * what others have set by the API meets whatever UpdateUserPool does to what it is not told (H24).
 */
export class UserPools implements ResourceModel {
  constructor(private readonly cognito: EmbeddedCognito) {}

  public create(request: ResourceRequest): ResourceResult {
    return this.make(request, requestsOf(request.properties));
  }

  public update(request: ResourceUpdateRequest): ResourceResult {
    const { physicalId, properties, oldProperties } = request;
    const [former, next] = [requestsOf(oldProperties), requestsOf(properties)];
    if (!isDeepStrictEqual(former.creationOnly, next.creationOnly)) return this.make(request, next);
    const added = addedAttributes(former.schema, next.schema);
    this.call('UpdateUserPool', { UserPoolId: physicalId, ...next.settings });
    if (added.length > 0) this.call('AddCustomAttributes', { UserPoolId: physicalId, CustomAttributes: added });
    if (next.mfa) this.call('SetUserPoolMfaConfig', { UserPoolId: physicalId, ...next.mfa });
    return this.result(request, physicalId);
  }

  public delete({ physicalId }: ExistingResourceRequest): void {
    try {
      this.cognito.otherWriter('DeleteUserPool', { UserPoolId: physicalId });
    } catch (error) {
      // What is gone is deleted.
      if (!(error instanceof CognitoRefusal && error.code === 'ResourceNotFoundException')) throw inHandlersWords(error);
    }
  }

  private make(request: ResourceRequest, { settings, creationOnly, schema, mfa }: UserPoolRequests): ResourceResult {
    const { UserPool } = this.call('CreateUserPool', {
      PoolName: generatedName(request), ...settings, ...creationOnly, ...schema.length > 0 && { Schema: schema },
    });
    const id = String((UserPool as JsonObject).Id);
    const { stackName, stackId } = request.environment;
    this.cognito.tagBySystem(id, {
      'aws:cloudformation:stack-name': stackName,
      'aws:cloudformation:logical-id': request.logicalId,
      'aws:cloudformation:stack-id': stackId,
    });
    try {
      if (mfa) this.call('SetUserPoolMfaConfig', { UserPoolId: id, ...mfa });
    } catch (error) {
      throw new ResourceFailure((error as Error).message, id);
    }
    return this.result(request, id);
  }

  private result({ environment }: ResourceRequest, id: string): ResourceResult {
    const ProviderName = `cognito-idp.${environment.region}.${environment.urlSuffix}/${id}`;
    const Arn = this.cognito.pool(id).Arn;
    return { physicalId: id, attributes: { Arn, UserPoolId: id, ProviderName, ProviderURL: `https://${ProviderName}` } };
  }

  private call(action: string, request: JsonObject): JsonObject {
    try {
      return this.cognito.otherWriter(action, request);
    } catch (error) {
      throw inHandlersWords(error);
    }
  }
}

function inHandlersWords(error: unknown): Error {
  if (!(error instanceof CognitoRefusal)) return error as Error;
  const { message, status } = error;
  return new Error(`Resource handler returned message: "${message} (Service: CognitoIdentityProvider, Status Code: ${status})"`);
}

function addedAttributes(former: readonly Json[], next: readonly Json[]): Json[] {
  const nameOf = (attribute: Json) => isObject(attribute) ? attribute.Name : undefined;
  const isLasting = former.every((attribute) => next.some((candidate) => isDeepStrictEqual(candidate, attribute)));
  if (!isLasting) throw new ResourceRefusal('Existing schema attributes cannot be modified or deleted.');
  return next.filter((attribute) => !former.some((existing) => nameOf(existing) === nameOf(attribute)));
}
