import { CustomResource, Lazy, Names, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Policy, type IRole, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct, IConstruct } from 'constructs';
import { ATTRIBUTE, PROPERTY, RESOURCE_TYPE } from './core/wire/contract';
import type { Json, JsonObject } from './core/wire/json';
import type { Path } from './core/wire/path';
import { OnRemoval, Reapply, type LambdaConfig, type UserPoolSettingsOptions } from './options';
import { DerivedPolicy } from './synth/allow/derived-policy';
import { permissionsFor, sendingPolicies } from './synth/allow/permissions';
import { captureOf } from './synth/capture';
import { fingerprintOf } from './synth/pool/fingerprint';
import { poolResource, propertiesOf } from './synth/pool/pool-resource';
import { renderAdditionalSettings } from './synth/render/additional-settings';
import { warn } from './synth/render/findings';
import { takesBack } from './synth/render/removal';
import { together } from './synth/render/render';
import { allowSenders, keyOfResource, keyOfSenders, sendersIn } from './synth/triggers/senders';
import { allowInvocation, triggersIn } from './synth/triggers/triggers';
import { conflictsWithPool } from './synth/writers/conflicts';
import { checkOwners, declaredPaths, register, type Declarer } from './synth/writers/declarers';
import { UserPoolSettingsProvider } from './user-pool-settings-provider';

export interface DeclaredSettingsProps {
  readonly userPool: IUserPool;
  /** The settings in the API's words, checked. */
  readonly settings: JsonObject;
  /** The same in the words of the props: the functions, the key and the roles are constructs there. */
  readonly options: UserPoolSettingsOptions;
  readonly additionalSettings?: object;
  readonly cleared: readonly Path[];
  readonly onRemoval: OnRemoval;
  readonly reapply?: Reapply;
  readonly existingSmsRole?: IRole;
  /** Whether the pool keeps the settings when the construct leaves the stack; those that are dropped are taken back all the same. */
  readonly isLeftBehind?: boolean;
}

/**
 * What a construct has the function do to a pool: one custom resource, whatever has to be there before it, and what is declared
 * until synthesis. Everything that is handed to it has been checked.
 */
export class DeclaredSettings implements Declarer {
  public readonly userPool: IUserPool;
  public readonly resource: CustomResource;
  public readonly senders = new Set<IFunction>();
  public readonly sendersKey?: IKey;
  private declared: JsonObject;
  private policy?: Policy;
  private readonly invocable = new Set<IFunction>();

  constructor(public readonly scope: Construct, private readonly props: DeclaredSettingsProps) {
    const { userPool, settings, options, additionalSettings, cleared, onRemoval, reapply } = props;
    this.userPool = userPool;
    this.declared = settings;
    this.sendersKey = options.lambdaConfig?.kmsKey;

    const provider = UserPoolSettingsProvider.getOrCreate(scope);
    checkOwners(scope, userPool, this);
    const allowance = this.allowUntilReleased();
    const capture = onRemoval === OnRemoval.RESTORE_PREVIOUS ? captureOf(scope, userPool, provider._serviceToken, allowance) : undefined;
    this.resource = new CustomResource(scope, 'Resource', {
      resourceType: RESOURCE_TYPE,
      serviceToken: provider._serviceToken,
      serviceTimeout: provider._serviceTimeout,
      removalPolicy: props.isLeftBehind ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      properties: {
        [PROPERTY.USER_POOL_ID]: userPool.userPoolId,
        [PROPERTY.SETTINGS]: Lazy.any({ produce: () => this.declared }),
        [PROPERTY.ADDITIONAL_SETTINGS]: renderAdditionalSettings(scope, additionalSettings),
        [PROPERTY.CLEAR]: cleared.length > 0 ? cleared : undefined,
        [PROPERTY.ON_REMOVAL]: onRemoval === OnRemoval.RETAIN ? undefined : onRemoval,
        [PROPERTY.BEFORE]: capture?.getAttString(ATTRIBUTE.BEFORE),
        [PROPERTY.POOL_FINGERPRINT]: fingerprintOf(scope, userPool),
        [PROPERTY.DEPLOYMENT]: reapply === Reapply.EVERY_DEPLOYMENT ? new Date().toISOString() : undefined,
      },
    });
    this.resource.node.addDependency(...allowance, ...this.attach(options.lambdaConfig ?? {}), ...sendingPolicies(options));
    register(this);
    allowSenders(this);
    provider._know(this);
    scope.node.addValidation({ validate: () => conflictsWithPool(this) });
    warnOfAnotherStack(scope, userPool);
    warnOfSms(this);
  }

  /** Declares triggers beside what is declared. */
  public add(settings: JsonObject, lambdaConfig: LambdaConfig): void {
    checkOwners(this.scope, this.userPool, { paths: declaredPaths(settings), cleared: [] });
    this.declared = together(this.declared, settings);
    this.resource.node.addDependency(...this.allowUntilReleased(), ...this.attach(lambdaConfig));
    allowSenders(this);
  }

  public get settings(): JsonObject {
    return this.declared;
  }

  public get paths(): readonly Path[] {
    return declaredPaths(this.declared, this.additional);
  }

  public get cleared(): readonly Path[] {
    return this.props.cleared;
  }

  public get statements(): PolicyStatement[] {
    const sendersKey = keyOfSenders(this);
    const resourceKeyArn = this.senders.size > 0 ? keyOfResource(this) : undefined;
    return permissionsFor(this.scope, { ...this.props, settings: this.declared, sendersKey, resourceKeyArn });
  }

  public get allowance(): IConstruct | undefined {
    return this.policy;
  }

  public get takesBack(): boolean {
    return takesBack(this.props.onRemoval, this.declared, this.additional);
  }

  private get additional(): Json {
    return (this.props.additionalSettings ?? {}) as Json;
  }

  /** A trigger that Cognito may not invoke breaks sign-in: its permission comes first and goes last. */
  private attach(lambdaConfig: LambdaConfig) {
    const triggers = triggersIn(lambdaConfig, this.invocable);
    for (const { lambdaFunction } of triggers) this.invocable.add(lambdaFunction);
    for (const sender of sendersIn(lambdaConfig)) this.senders.add(sender);
    return allowInvocation(this.scope, this.userPool, triggers);
  }

  /**
   * A role is updated before what a template no longer has is deleted: settings that are taken back then need a policy that is
   * deleted after them. Its name has the pool: with another pool it is another policy, and the old one stays until the old pool is
   * released.
   */
  private allowUntilReleased(): IConstruct[] {
    const { role } = UserPoolSettingsProvider.getOrCreate(this.scope);
    // A role that is made outside of the app is given its permissions there.
    const isOurs = role.node.defaultChild !== undefined;
    if (this.policy || !this.takesBack || !isOurs) return [];
    this.policy = new Policy(this.scope, 'Allow', {
      policyName: `${Names.uniqueResourceName(this.scope, { maxLength: 64 })}-${this.userPool.userPoolId}`,
      roles: [role],
      document: new DerivedPolicy(() => this.statements),
    });
    return [this.policy];
  }
}

/** CloudFormation's update leaves out what the resource does not have. */
function warnOfSms({ scope, userPool, settings }: Declarer): void {
  const resource = poolResource(userPool);
  if (!resource || propertiesOf(resource).SmsConfiguration !== undefined || !settings.SmsMfaConfiguration) return;
  warn(scope, 'sms-beside-cloudformation',
    `smsMfaConfiguration makes SMS a factor, and the properties of ${resource.node.path} have no SmsConfiguration: an update of the pool by `
    + 'CloudFormation may take its sender away or be refused; give the pool itself the role that sends, where it sends by Amazon SNS');
}

/** In one stack the settings are applied again whenever CloudFormation writes the pool; another stack does that without us. */
function warnOfAnotherStack(scope: Construct, userPool: IUserPool): void {
  const resource = poolResource(userPool);
  if (!resource || Stack.of(resource) === Stack.of(scope)) return;
  warn(scope, 'pool-in-another-stack',
    `${resource.node.path} is made by another stack: an update or a rollback of that stack alone may reset what is declared here, until `
    + 'this stack is deployed again; declare the settings in the stack of the pool where you can');
}
