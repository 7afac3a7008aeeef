import { Annotations, type IAspect } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { ControlPack } from './options';
import { controlsOf, findingsAt } from './synth/controls';
import { warn } from './synth/render/findings';

/**
 * Properties of `UserPoolControls`.
 */
export interface UserPoolControlsProps {
  /**
   * The packs whose controls are asked.
   *
   * A pack that is not in `ControlPack` is refused with an error.
   *
   * @default - all of them
   */
  readonly packs?: ControlPack[];

  /**
   * Controls that are not asked, by their ids, such as `AwsSolutions-COG3`.
   *
   * An id that no control has is refused with an error.
   *
   * @default - none is left out
   */
  readonly exclude?: string[];

  /**
   * Whether a broken control whose level is error fails the synthesis.
   *
   * Otherwise all are warnings, with ids such as `cdk-cognito-user-pool-settings:AwsSolutions-COG1`, which
   * `Annotations.of(construct).acknowledgeWarning` takes.
   *
   * @default false
   */
  readonly failOnErrors?: boolean;
}

/**
 * Asks well-known security controls of the settings that an app declares for user pools, whoever writes them.
 *
 * For a pool of the app they are asked of its own properties together with what `UserPoolSettings` and `ManagedUserPool`
 * declare, and what nobody declares has the service's default. Of an imported pool, only what is declared is known: what is
 * not declared breaks nothing. `docs/controls.md` has every control with its condition and its source.
 *
 * Add it to the app, and to each `Stage`, where the aspects of an app stop.
 *
 * @example
 * Aspects.of(app).add(new UserPoolControls());
 */
export class UserPoolControls implements IAspect {
  private readonly controls: ReturnType<typeof controlsOf>;
  private readonly failOnErrors: boolean;

  /**
   * Makes the aspect. It asks nothing before it is added.
   *
   * @param props which controls are asked and how they are told, by default all of them and as warnings
   */
  constructor(props: UserPoolControlsProps = {}) {
    this.controls = controlsOf(props.packs, props.exclude);
    this.failOnErrors = props.failOnErrors ?? false;
  }

  /**
   * Asks the controls of the pool that the construct is or declares settings for. CDK calls it for each construct.
   *
   * @param node a construct of the tree
   */
  public visit(node: IConstruct): void {
    for (const { id, level, sentence, scope } of findingsAt(node, this.controls)) {
      if (this.failOnErrors && level === 'error') Annotations.of(scope).addError(`${id}: ${sentence}`);
      else warn(scope, id, sentence);
    }
  }
}
