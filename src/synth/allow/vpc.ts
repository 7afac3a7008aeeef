import { PolicyStatement, type IRole } from 'aws-cdk-lib/aws-iam';
import { acceptInNag } from './nag';

/** What AWS Lambda does with a function's role to connect it to a VPC. */
const ACTIONS = [
  'ec2:AssignPrivateIpAddresses', 'ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets', 'ec2:UnassignPrivateIpAddresses',
];

/** The one statement on all resources, and only for a function in a VPC: AWS Lambda's documentation asks for no less. */
export function networkInterfaces(): PolicyStatement {
  return new PolicyStatement({ actions: ACTIONS, resources: ['*'] });
}

export function acceptNetworkInterfaces(role: IRole): void {
  acceptInNag(
    role.node.defaultChild, 'AwsSolutions-IAM5',
    'AWS Lambda manages the network interfaces of a function in a VPC by its role, which AWS documents on all resources only', ['Resource::*'],
  );
}
