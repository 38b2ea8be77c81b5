package org.luoshi.webhooks.web;

import org.jspecify.annotations.Nullable;
import org.luoshi.webhooks.core.WebhookAllowances.HostAllowance;

/** The list of allowed hosts as it is typed. */
public record AllowanceForm(
        @Nullable String hosts, @Nullable String networks) {

    static AllowanceForm of(HostAllowance allowance) {
        return new AllowanceForm(allowance.hosts(), allowance.networks());
    }

    public String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
