#!/bin/sh
# Before: the script that somebody ran, or that a pipeline runs after each deployment.
set -eu

POOL=us-east-1_Example1
FUNCTION=arn:aws:lambda:us-east-1:123456789012:function:pre-sign-up

aws lambda add-permission --function-name "$FUNCTION" --statement-id cognito --action lambda:InvokeFunction \
  --principal cognito-idp.amazonaws.com --source-arn "arn:aws:cognito-idp:us-east-1:123456789012:userpool/$POOL" || true

# What is not given here, Cognito may put back to its default.
aws cognito-idp update-user-pool --user-pool-id "$POOL" \
  --policies '{"PasswordPolicy":{"MinimumLength":12,"RequireLowercase":true,"RequireUppercase":true,"RequireNumbers":true}}' \
  --lambda-config "{\"PreSignUp\":\"$FUNCTION\"}" \
  --auto-verified-attributes email \
  --deletion-protection ACTIVE

aws cognito-idp set-user-pool-mfa-config --user-pool-id "$POOL" \
  --mfa-configuration OPTIONAL \
  --software-token-mfa-configuration Enabled=true
