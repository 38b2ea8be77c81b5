package org.luoshi.ledger.figures;

import java.time.Instant;

/** Whether units are assessed at all, who decided it and why. */
public record AssessmentSwitch(boolean switchedOn, String reason, String changedBy, Instant changedAt) {}
