export { UserPools } from './user-pools';
