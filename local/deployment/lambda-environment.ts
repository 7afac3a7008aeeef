import { dirname } from 'node:path';

export interface LambdaEnvironmentOptions {
  readonly functionName: string;
  readonly region: string;
  readonly memoryMb: number;
  readonly handlerFile: string;
  /** The folder that stands in for the sandbox's home and temporary folder. */
  readonly home: string;
  readonly cognitoUrl: string;
  /** The file that holds the certificate of the reply server. */
  readonly certificateFile: string;
  /** As the template gives them. */
  readonly variables: Readonly<Record<string, string>>;
  /** @default - that of nobody in particular */
  readonly accessKeyId?: string;
  /** What the caller adds. */
  readonly extra: Readonly<Record<string, string>>;
}

/**
 * What a Lambda sees of the world. It is made from nothing: a developer's AWS profile, credentials and proxies must
 * neither help nor disturb, and no request may ever be signed with real keys.
 */
export function lambdaEnvironment(options: LambdaEnvironmentOptions): Record<string, string> {
  const { SystemRoot } = process.env;
  const windows: Record<string, string> = SystemRoot === undefined ? {} : { SystemRoot };
  return {
    // Node.js opens no socket on Windows without it.
    ...windows,
    ...options.variables,
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    HOME: options.home,
    TMPDIR: options.home,
    AWS_REGION: options.region,
    AWS_DEFAULT_REGION: options.region,
    AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${process.versions.node.split('.')[0]}.x`,
    AWS_LAMBDA_FUNCTION_NAME: options.functionName,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(options.memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${options.functionName}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local/[$LATEST]',
    LAMBDA_TASK_ROOT: dirname(options.handlerFile),
    AWS_ACCESS_KEY_ID: options.accessKeyId ?? 'LOCALLOCALLOCALLOCAL',
    AWS_SECRET_ACCESS_KEY: 'local-secret-that-opens-nothing',
    AWS_SESSION_TOKEN: 'local-session-token',
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: options.cognitoUrl,
    NODE_EXTRA_CA_CERTS: options.certificateFile,
    ...options.extra,
  };
}
