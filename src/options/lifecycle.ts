/**
 * What becomes of a setting that is no longer declared: its prop was dropped, or its construct was deleted.
 *
 * A setting is the construct's from its declaration on, also where the pool had the same value before.
 *
 * It is touched only while the pool still has the value that the construct gave it, and while no other construct of the
 * stack declares it. A trigger is detached whatever is chosen here, since Cognito refuses sign-ins whose trigger it cannot
 * invoke.
 */
export enum OnRemoval {
  /** The pool keeps the value. */
  RETAIN = 'RETAIN',

  /** The setting is put back to the service's default, by an explicit value wherever the API has one. */
  RESET_TO_DEFAULT = 'RESET_TO_DEFAULT',

  /**
   * The setting is put back to what the pool had when the construct was created, or when `onRemoval` was changed to this.
   * For this a second custom resource keeps the pool's settings, compressed, as an attribute in the stack.
   */
  RESTORE_PREVIOUS = 'RESTORE_PREVIOUS',
}

/**
 * When a deployment applies settings again that were applied before.
 */
export enum Reapply {
  /**
   * When something that the construct declares has changed, and whenever CloudFormation writes a pool of the same stack,
   * since its properties or tags have changed or such a change is rolled back. Of a pool that another stack of the app
   * makes: when its properties have changed.
   */
  WHEN_CHANGED = 'WHEN_CHANGED',

  /** In every deployment: what others changed since is as declared again. The template differs at each synth. */
  EVERY_DEPLOYMENT = 'EVERY_DEPLOYMENT',
}
