package com.example;

import io.github.cdkcognitouserpoolsettings.AccountRecoverySetting;
import io.github.cdkcognitouserpoolsettings.RecoveryOption;
import io.github.cdkcognitouserpoolsettings.RecoveryOptionName;
import io.github.cdkcognitouserpoolsettings.UserAttributeUpdateSettings;
import io.github.cdkcognitouserpoolsettings.UserPoolPasswordPolicy;
import io.github.cdkcognitouserpoolsettings.UserPoolPolicies;
import io.github.cdkcognitouserpoolsettings.UserPoolSettings;
import io.github.cdkcognitouserpoolsettings.VerifiedAttribute;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cognito.UserPool;

public final class AuthApp {
    public static void main(final String[] args) {
        App app = new App();
        Stack stack = new Stack(app, "Auth");

        UserPoolSettings.Builder.create(stack, "Settings")
            .userPool(UserPool.fromUserPoolId(stack, "Pool", "us-east-1_Example1"))
            .deletionProtection(true)
            .policies(UserPoolPolicies.builder()
                .passwordPolicy(UserPoolPasswordPolicy.builder()
                    .minimumLength(14)
                    .passwordHistorySize(5)
                    .temporaryPasswordValidity(Duration.days(1))
                    .build())
                .build())
            .accountRecoverySetting(AccountRecoverySetting.builder()
                .recoveryMechanisms(List.of(
                    RecoveryOption.builder().name(RecoveryOptionName.VERIFIED_EMAIL).priority(1).build()))
                .build())
            // A changed address counts only once its owner has proved it.
            .autoVerifiedAttributes(List.of(VerifiedAttribute.EMAIL))
            .userAttributeUpdateSettings(UserAttributeUpdateSettings.builder()
                .attributesRequireVerificationBeforeUpdate(List.of(VerifiedAttribute.EMAIL))
                .build())
            .build();

        app.synth();
    }
}
