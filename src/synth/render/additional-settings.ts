import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Misfit } from './render';
import { LEDGER } from '../../core/ledger/ledger';
import type { Member } from '../../core/ledger/member';
import { rowOf } from '../../core/ledger/walk';
import { isObject, type Json } from '../../core/wire/json';
import { formatPath, type Path } from '../../core/wire/path';
import { inOrder } from '../pool/in-order';

/** Members without a prop travel as JSON text, since nobody could give them back the types that CloudFormation takes. */
export function renderAdditionalSettings(scope: IConstruct, settings: object | undefined): string | undefined {
  return settings && Object.keys(settings).length > 0 ? Stack.of(scope).toJsonString(inOrder(settings as Json)) : undefined;
}

/** A member that has a prop is declared by its prop, where it is typed and checked. */
export function checkAdditionalSettings(settings: object | undefined): Misfit[] {
  return knownLeaves(settings as Json ?? {}, LEDGER, []).map((path) => ({
    prop: `additionalSettings: ${formatPath(path)}`,
    sentence: 'has a prop of its own in this version: declare it there',
  }));
}

function knownLeaves(value: Json, member: Member | undefined, at: Path): Path[] {
  if (member === undefined) return [];
  const isBranch = (member.kind === 'structure' || member.kind === 'keyed') && isObject(value) && !Token.isUnresolved(value);
  return isBranch ? Object.entries(value).flatMap(([name, inner]) => knownLeaves(inner, rowOf(member, name), [...at, name])) : [at];
}
