import { regionOf } from '../../service/endpoint';
import { Failure } from '../failure';

/** Refuses what is no id of a user pool; `where` is where it was given. */
export function checkUserPoolId(userPoolId: string, where: string): void {
  try {
    regionOf(userPoolId);
  } catch (error) {
    throw new Failure(`${where} is no id of a user pool, which looks like us-east-1_AbCdEfGhI`, { cause: error });
  }
}
