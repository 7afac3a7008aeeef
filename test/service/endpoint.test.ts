import { endpointOf, regionOf } from '../../service/endpoint';

describe('the region', () => {
  test.each([
    ['us-east-1_AbCdEfGhI', 'us-east-1'],
    ['ap-southeast-12_x1', 'ap-southeast-12'],
    ['us-gov-west-1_Zz9', 'us-gov-west-1'],
    ['cn-north-1_Zz9', 'cn-north-1'],
    ['us-iso-east-1_Zz9', 'us-iso-east-1'],
    ['eusc-de-east-1_Zz9', 'eusc-de-east-1'],
    [`us-east-1_${'a'.repeat(45)}`, 'us-east-1'],
  ])('of pool %s is %s', (pool, region) => {
    expect(regionOf(pool)).toBe(region);
  });

  test.each([
    undefined,
    null,
    7,
    {},
    '',
    'AbCdEfGhI',
    'us-east-1',
    'us-east-1_',
    'us-east-1_a b',
    'us-east-1_abc\n',
    `us-east-1_${'a'.repeat(46)}`,
    'evil.example/us-east-1_abc',
    'US-EAST-1_abc',
    'arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_abc',
  ])('is not taken from %j, which one sentence says', (pool) => {
    expect(() => regionOf(pool)).toThrow(
      /^userPool: the id of a user pool looks like us-east-1_AbCdEfGhI, got .*: check the pool passed as userPool$/s,
    );
  });
});

describe('the endpoint', () => {
  test('is the one of the region', () => {
    expect(endpointOf('eu-west-1', {}).href).toBe('https://cognito-idp.eu-west-1.amazonaws.com/');
  });

  test('has the suffix of the partition', () => {
    expect(endpointOf('cn-north-1', { COGNITO_URL_SUFFIX: 'amazonaws.com.cn' }).href).toBe(
      'https://cognito-idp.cn-north-1.amazonaws.com.cn/',
    );
  });

  test('is the configured one for all services', () => {
    expect(endpointOf('us-east-1', { AWS_ENDPOINT_URL: 'http://127.0.0.1:5000' }).href).toBe('http://127.0.0.1:5000/');
  });

  test('is rather the configured one for Cognito, with its path', () => {
    const environment = {
      AWS_ENDPOINT_URL: 'http://127.0.0.1:5000',
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'https://vpce.example/idp/v1',
    };
    expect(endpointOf('us-east-1', environment).href).toBe('https://vpce.example/idp/v1');
  });

  test('is not the configured one if that is empty', () => {
    expect(endpointOf('us-east-1', { AWS_ENDPOINT_URL: '' }).hostname).toBe('cognito-idp.us-east-1.amazonaws.com');
  });

  test.each(['no url', 'ftp://host/', 'https://user:password@host/', 'https://host/?a=b', 'https://host/#x', '/path'])(
    'is refused in one sentence, which does not repeat it, if it is %s',
    (url) => {
      const attempt = () => endpointOf('us-east-1', { AWS_ENDPOINT_URL: url });
      expect(attempt).toThrow(
        'the environment variable AWS_ENDPOINT_URL is no plain http or https URL: correct the endpoint of the provider',
      );
    },
  );
});
